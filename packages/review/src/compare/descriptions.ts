import type { Description } from "../load/description.js";
import { reachable, reachableFrom } from "../load/reach.js";
import type { Site } from "../load/site.js";
import { isSame } from "../load/values.js";
import { Comparison, pairedKeys, quote } from "./comparison.js";
import { compareKeys } from "./keys.js";
import { compareEvents, comparePaths } from "./operations.js";
import { schemaPair } from "./schemas.js";
import { compareSecuritySchemes, renamedSchemes, type DescriptionInUse } from "./security.js";

/** Compares two descriptions. Every difference that has an effect becomes a finding. */
export function compareDescriptions(base: Description, head: Description): Comparison {
  const comparison = new Comparison(renamedSchemes(base.root, head.root));
  const whole = comparison.start("", "the description", "request");
  // Ignore `info.version`, because it only announces a change.
  compareKeys(whole, base.root.child("info"), head.root.child("info"), "info");
  compareKeys(whole, base.root, head.root, "description");
  if (base.root.object["openapi"] !== head.root.object["openapi"])
    whole.findings.push({
      rule: "dialect-changed",
      text: `OpenAPI changes from ${quote(base.root.object["openapi"])} to ${quote(head.root.object["openapi"])}`,
      base: base.root.child("openapi"),
      head: head.root.child("openapi"),
    });
  comparePaths(comparison, base, head);
  compareEvents(comparison, "webhook ", webhooksOf(base), webhooksOf(head));
  const [old, young] = [base, head].map((side) => ({
    root: side.root,
    reach: reachable(side),
  })) as [DescriptionInUse, DescriptionInUse];
  compareSecuritySchemes(comparison, old, young);
  compareUnused(comparison, old, young);
  inspectOneSided(comparison);
  return comparison;
}

/**
 * Checks whether the schemas in added and removed items can be judged. Compares each schema with itself, because the
 * comparison also reports problems in unchanged schemas.
 */
function inspectOneSided(comparison: Comparison): void {
  const isWhole =
    /^(operation|event|response|body|parameter|media-type|header|property)-(added|removed)/;
  const inspection = new Comparison();
  const inspect = (schema: Site): unknown => schemaPair(inspection, "request", [schema], [schema]);
  const others: Site[] = [];
  for (const { findings } of comparison.connected())
    for (const { rule, base, head } of findings) {
      const site = rule.endsWith("-removed") ? base : head;
      if (site === undefined || !isWhole.test(rule)) continue;
      if (rule.startsWith("property-")) inspect(site);
      else others.push(site);
    }
  reachableFrom(others, ([parent, key], site) => {
    if (key === "schema" && parent !== "properties") inspect(site());
  });
}

/** Returns the webhooks, which OpenAPI 3.0 descriptions define in `x-webhooks`. */
function webhooksOf({ root }: Description): [Site, Site] {
  return [root.child("webhooks"), root.child("x-webhooks")];
}

/** Reports changed components that are unused or were not compared at the locations that use them. */
function compareUnused(
  comparison: Comparison,
  base: DescriptionInUse,
  head: DescriptionInUse,
): void {
  const [olds, youngs] = [components(base.root), components(head.root)];
  const compared = comparison.compared();
  for (const name of pairedKeys(olds, youngs)) {
    const [before, after] = [olds.get(name), youngs.get(name)];
    if (before !== undefined && after !== undefined && isSame(before, after)) continue;
    const wasReached = before !== undefined && base.reach.has(before);
    const isReached = after !== undefined && head.reach.has(after);
    const change = before === undefined ? "added" : after === undefined ? "removed" : "changed";
    const isCompared = [before, after].some(
      (site) => site !== undefined && (compared.has(site) || compared.has(site.target)),
    );
    if (wasReached || isReached) {
      // Skip components that were compared at the locations that use them, and components that were added or removed
      // together with those locations.
      if (isCompared || !(wasReached && isReached) || !name.startsWith("schemas/")) continue;
      comparison.start("", `component ${name}`, "response").findings.push({
        rule: "component-unclear",
        text: "it is changed, but the locations that use it were not compared",
        base: before,
        head: after,
      });
    } else if (!isCompared)
      comparison.start("", `component ${name}`, "request").findings.push({
        rule: "component-unused",
        text: `it is ${change}, and no operation uses it`,
        base: before,
        head: after,
      });
  }
}

function components(root: Site): Map<string, Site> {
  const all = root.child("components");
  return new Map(
    Object.keys(all.object).flatMap((kind) =>
      Object.keys(all.child(kind).object).map(
        (name) => [`${kind}/${name}`, all.child(kind).child(name)] as const,
      ),
    ),
  );
}
