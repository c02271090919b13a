import { canonical } from "../load/canonical.js";
import type { Description } from "../load/description.js";
import { plain } from "../load/plain.js";
import type { Site } from "../load/site.js";
import { compareEvents } from "./compare-events.js";
import { compareKeys } from "./compare-keys.js";
import { comparePaths } from "./compare-paths.js";
import { compareSecuritySchemes } from "./compare-security-schemes.js";
import { compareServers } from "./compare-servers.js";
import { Comparison } from "./comparison.js";
import { quote } from "./quote.js";

/** Compares two descriptions completely: every difference ends as a finding or is known to mean nothing. */
export function compareDescriptions(base: Description, head: Description): Comparison {
  const comparison = new Comparison();
  const whole = comparison.start("", "the description", "request");
  // The version is what announces a change; it is none itself.
  compareKeys(whole, base.root.child("info"), head.root.child("info"), new Set(["version"]));
  compareKeys(whole, base.root, head.root, elsewhere);
  if (base.root.object["openapi"] !== head.root.object["openapi"])
    whole.findings.push({
      rule: "dialect-changed",
      text: `OpenAPI goes from ${quote(base.root.object["openapi"])} to ${quote(head.root.object["openapi"])}`,
      base: base.root.child("openapi"),
      head: head.root.child("openapi"),
    });
  compareServers(whole, base.root, head.root);
  comparePaths(comparison, base, head);
  compareEvents(comparison, "webhook ", base.root.child("webhooks"), head.root.child("webhooks"));
  compareSecuritySchemes(comparison, base, head);
  compareUnused(comparison, base, head);
  return comparison;
}

const elsewhere = new Set([
  "openapi",
  "info",
  "paths",
  "webhooks",
  "components",
  "servers",
  "security",
]);

/** Components that no operation reaches still belong to the description. */
function compareUnused(comparison: Comparison, base: Description, head: Description): void {
  const sides = [base, head].map((side) => {
    const unused = new Map<string, Site>();
    const components = side.root.child("components");
    for (const kind of Object.keys(components.object))
      for (const name of Object.keys(components.child(kind).object)) {
        const site = components.child(kind).child(name);
        const isReached = comparison.reached.has(site) || comparison.reached.has(site.target);
        if (!isReached) unused.set(`${kind}/${name}`, site);
      }
    return unused;
  });
  const [olds, youngs] = sides as [Map<string, Site>, Map<string, Site>];
  for (const name of new Set([...olds.keys(), ...youngs.keys()])) {
    const [before, after] = [olds.get(name), youngs.get(name)];
    if (before && after && canonical(plain(before)) === canonical(plain(after))) continue;
    // Reached on one side only: it was moved out of a component or into one, which its users tell.
    if (!before && hasComponent(base, name)) continue;
    if (!after && hasComponent(head, name)) continue;
    comparison.start("", `component ${name}`, "request").findings.push({
      rule: "component-unused",
      text: `it is ${!before ? "added" : !after ? "removed" : "changed"}, and no operation reaches it`,
      base: before,
      head: after,
    });
  }
}

function hasComponent(description: Description, path: string): boolean {
  const [kind = "", name = ""] = path.split("/");
  return description.root.child("components").child(kind).has(name);
}
