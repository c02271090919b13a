import { canonical } from "../load/canonical.js";
import type { Description } from "../load/description.js";
import { plain } from "../load/plain.js";
import type { Site } from "../load/site.js";
import { compareKeys } from "./compare-keys.js";
import type { Comparison, Pair } from "./comparison.js";
import { methods } from "./methods.js";
import { quote } from "./quote.js";
import { schemeIdentity } from "./scheme-identity.js";

const urls = ["authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl"];

/** Compares the security schemes that are in use. */
export function compareSecuritySchemes(
  comparison: Comparison,
  base: Description,
  head: Description,
): void {
  const [olds, youngs] = [schemesInUse(base), schemesInUse(head)];
  for (const site of [...olds.values(), ...youngs.values()]) comparison.reach(site);
  for (const [name, before] of olds) {
    const part = comparison.start("", `security scheme ${quote(name)}`, "request");
    const after = youngs.get(name) ?? schemeOf(head, name);
    if (after === undefined) {
      const twin = [...youngs].find(([, site]) => isSame(site, before));
      // Without a twin, the operations tell that the scheme is no longer enough.
      if (twin !== undefined)
        part.findings.push({
          rule: "security-scheme-renamed",
          text: `it is called ${quote(twin[0])} now`,
          base: before,
          head: twin[1],
        });
      continue;
    }
    comparison.reach(after);
    compareKeys(
      part,
      before,
      after,
      new Set(["type", "in", "name", "scheme", "flows", "openIdConnectUrl"]),
    );
    // Another kind or place is told by the operations, and once more here, where it is written.
    if (canonical(schemeIdentity(before)) !== canonical(schemeIdentity(after)))
      part.findings.push({
        rule: "security-scheme-changed",
        text: `it goes from ${quote(schemeIdentity(before))} to ${quote(schemeIdentity(after))}`,
        base: before,
        head: after,
      });
    const [was, is] = [before.object["openIdConnectUrl"], after.object["openIdConnectUrl"]];
    if (was !== is)
      part.findings.push({
        rule: "security-scheme-changed",
        text: `\`openIdConnectUrl\` goes from ${quote(was)} to ${quote(is)}`,
        base: before,
        head: after,
      });
    compareFlows(part, before.child("flows"), after.child("flows"));
  }
}

function compareFlows(part: Pair, base: Site, head: Site): void {
  for (const flow of new Set([...Object.keys(base.object), ...Object.keys(head.object)])) {
    const [before, after] = [base.child(flow), head.child(flow)];
    if (before.value === undefined || after.value === undefined) {
      part.findings.push({
        rule: after.value === undefined ? "security-scheme-changed" : "security-scheme-extended",
        text: `the flow ${quote(flow)} is ${after.value === undefined ? "removed" : "added"}`,
        base: before.value === undefined ? base : before,
        head: after.value === undefined ? head : after,
      });
      continue;
    }
    compareKeys(part, before, after, new Set([...urls, "scopes"]));
    for (const key of urls)
      if (before.object[key] !== after.object[key])
        part.findings.push({
          rule: "security-scheme-changed",
          text: `\`${key}\` of the flow ${quote(flow)} goes from ${quote(before.object[key])} to ${quote(after.object[key])}`,
          base: before,
          head: after,
        });
    const [olds, youngs] = [before.child("scopes"), after.child("scopes")];
    for (const scope of new Set([...Object.keys(olds.object), ...Object.keys(youngs.object)])) {
      const [was, is] = [olds.object[scope], youngs.object[scope]];
      if (was === is) continue;
      part.findings.push({
        rule:
          is === undefined
            ? "security-scheme-changed"
            : was === undefined
              ? "security-scheme-extended"
              : "description-changed",
        text: `the scope ${quote(scope)} is ${is === undefined ? "removed" : was === undefined ? "added" : "described in other words"}`,
        base: was === undefined ? olds : olds.child(scope),
        head: is === undefined ? youngs : youngs.child(scope),
      });
    }
  }
}

function isSame(one: Site, other: Site): boolean {
  return canonical(plain(one)) === canonical(plain(other));
}

function schemeOf(description: Description, name: string): Site | undefined {
  return description.root.child("components").child("securitySchemes").follow(name);
}

/** The schemes that the description or one of its operations names. */
function schemesInUse(description: Description): Map<string, Site> {
  const owners = [description.root];
  for (const [, item] of description.root.child("paths").entries())
    for (const method of methods) {
      const operation = item.follow(method);
      if (operation !== undefined) owners.push(operation);
    }
  const names = owners.flatMap((owner) =>
    owner.child("security").list.flatMap((alternative) => Object.keys(alternative as object)),
  );
  const found = new Map<string, Site>();
  for (const name of names) {
    const scheme = schemeOf(description, name);
    if (scheme !== undefined) found.set(name, scheme);
  }
  return found;
}
