import type { Site } from "../load/site.js";
import type { Way } from "../policy/policy.js";
import { pairedKeys, quote, type Comparison, type Pair } from "./comparison.js";
import { comparePayload } from "./content.js";
import { compareKeys, compareRequired } from "./keys.js";
import { compareParameterForm, formOf } from "./parameter-form.js";
import { areEqualSchemas } from "../shape/equal-schemas.js";
import { compareSchemas } from "./schemas.js";

/** An operation, its path item, and its path. */
export interface OperationSite {
  readonly path: string;
  readonly item: Site;
  readonly operation: Site;
}

/** Header parameters that the OpenAPI specification ignores, because other keywords describe them. */
const ignoredHeaders = new Set(["accept", "content-type", "authorization"]);

/**
 * Compares an operation's parameters, including those from its path item.
 *
 * @param way direction of the parameters, which is `response` if the API sends the operation's request and `request`
 * otherwise
 */
export function compareParameters(
  comparison: Comparison,
  operation: string,
  base: OperationSite,
  head: OperationSite,
  way: Way,
): void {
  const [olds, youngs] = [parameters(comparison, base), parameters(comparison, head)];
  for (const site of [...olds.values(), ...youngs.values()]) comparison.reach(site);
  for (const key of pairedKeys(olds, youngs)) {
    const [before, after] = [olds.get(key), youngs.get(key)];
    const known = (after ?? before)?.target;
    if (known === undefined) continue;
    const { name, in: place } = known.object;
    const part = comparison.start(operation, `${String(place)} parameter ${quote(name)}`, way);
    if (before !== undefined && after !== undefined) {
      comparison.link(part, "", compareParameter(comparison, way, before.target, after.target));
      continue;
    }
    const isIgnored = place === "header" && ignoredHeaders.has(String(name).toLowerCase());
    const required = after?.target.object["required"] === true;
    part.findings.push({
      rule: isIgnored
        ? "keyword-without-effect"
        : after === undefined
          ? "parameter-removed"
          : required
            ? "parameter-added-required"
            : "parameter-added",
      text:
        after === undefined
          ? "the parameter is removed"
          : `the ${required ? "required" : "optional"} parameter is added`,
      base: before ?? base.operation,
      head: after ?? head.operation,
    });
  }
}

/**
 * Returns the parameters. The key is the position for path parameters, the lowercase name for header parameters, and
 * the name for all other parameters.
 */
function parameters(
  comparison: Comparison,
  { path, item, operation }: OperationSite,
): Map<string, Site> {
  const positions = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
  const found = new Map<string, Site>();
  for (const owner of [item, operation]) {
    comparison.reach(owner.child("parameters"));
    const own = new Set<string>();
    for (const site of owner.child("parameters").entriesOfList) {
      const { name, in: place } = site.target.object as { name?: string; in?: string };
      const position = positions.indexOf(name ?? "");
      const key =
        place === "path" && position !== -1
          ? `path ${position}`
          : `${place ?? ""} ${place === "header" ? (name ?? "").toLowerCase() : (name ?? "")}`;
      if (own.has(key))
        site.description.refuse(
          site,
          `the ${place ?? ""} parameter ${quote(name)} is declared twice`,
        );
      own.add(key);
      found.set(key, site);
    }
  }
  return found;
}

function compareParameter(comparison: Comparison, way: Way, base: Site, head: Site): Pair {
  return comparison.pair("parameter", way, [base], [head], (pair) => {
    compareKeys(pair, base, head, "parameter");
    const [was, is] = [base.object["name"], head.object["name"]];
    const place = String(head.object["in"]);
    if (was !== is)
      pair.findings.push({
        rule: place === "path" ? "path-parameter-renamed" : "spelling-changed",
        text: `it is renamed from ${quote(was)} to ${quote(is)}`,
        base: base.at("name"),
        head: head.at("name"),
      });
    const rules = { required: "parameter-required", optional: "parameter-optional" } as const;
    compareRequired(pair, base, head, "it", rules);
    compareParameterForm(pair, base, head, place, () => isPlain(comparison, base, head));
    if (!compareWithList(comparison, pair, base, head))
      comparePayload(comparison, pair, base, head);
  });
}

/** Whether the old and new schemas of a parameter both exclude arrays and objects. */
function isPlain(comparison: Comparison, base: Site, head: Site): boolean {
  return [base, head].every((site) => {
    const schema = site.child("schema");
    if (schema.value === undefined) return false;
    return comparison.shapes.areScalar([schema]);
  });
}

/**
 * Handles a parameter that changes from a single value to a list. If a one-item list is serialized like the single
 * value, old requests stay valid, so the old schema is compared only with the new item schema. Returns false for any
 * other change.
 */
function compareWithList(comparison: Comparison, pair: Pair, base: Site, head: Site): boolean {
  const [was, is] = [base.child("schema"), head.child("schema")];
  if (was.value === undefined || is.value === undefined || areEqualSchemas(was, is)) return false;
  const [old, young] = [comparison.shapes.read([was]), comparison.shapes.read([is])];
  const only = ({ types }: typeof old): string | undefined => {
    const names = [...types].filter((type) => type !== "null");
    if (names.length === 1) return names[0];
    return names.every((type) => type === "integer" || type === "fraction") ? "number" : undefined;
  };
  const [before, after] = [only(old), only(young)];
  const grows =
    after === "array" && before !== undefined && before !== "array" && before !== "object";
  if (!grows) return false;
  const { style, explode } = formOf(head, head.object["in"]);
  // Unless each item is sent as a separate parameter, a string that contains a comma is now split into several items.
  const isSafe =
    style === "form" && explode === true
      ? true
      : before !== "string" && (style === "form" || style === "simple");
  if (!isSafe || (young.counts.get("minItems")?.value ?? 0) > 1) return false;
  pair.findings.push({
    rule: "parameter-takes-list",
    text: "it takes a list instead of a single value; a one-item list is serialized like the single value",
    base: was.at("type"),
    head: is.at("type"),
  });
  if (young.items.length > 0) compareSchemas(comparison, pair, "[]", [was], young.items);
  return true;
}
