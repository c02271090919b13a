import type { Site } from "../load/site.js";
import { compareContent } from "./compare-content.js";
import { at, compareKeys } from "./compare-keys.js";
import type { OperationSite } from "./compare-operations.js";
import { compareSchemas } from "./compare-schemas.js";
import type { Comparison, Pair } from "./comparison.js";
import { quote } from "./quote.js";

/** Header parameters that the standard tells to ignore: other parts of a description speak of them. */
const ignoredHeaders = new Set(["accept", "content-type", "authorization"]);

const elsewhere = new Set([
  "name",
  "in",
  "required",
  "style",
  "explode",
  "allowReserved",
  "allowEmptyValue",
  "schema",
  "content",
]);

/** Compares the parameters of an operation, those of its path included. */
export function compareParameters(
  comparison: Comparison,
  operation: string,
  base: OperationSite,
  head: OperationSite,
): void {
  const [olds, youngs] = [parameters(base), parameters(head)];
  for (const site of [...olds.values(), ...youngs.values()]) comparison.reach(site);
  for (const key of new Set([...olds.keys(), ...youngs.keys()])) {
    const [before, after] = [olds.get(key), youngs.get(key)];
    const known = after ?? before;
    if (known === undefined) continue;
    const part = comparison.start(
      operation,
      `${String(known.object["in"])} parameter ${quote(known.object["name"])}`,
      "request",
    );
    if (before !== undefined && after !== undefined) {
      comparison.link(part, "", compareParameter(comparison, before, after));
      continue;
    }
    const isIgnored =
      known.object["in"] === "header" &&
      ignoredHeaders.has(String(known.object["name"]).toLowerCase());
    const required = after?.object["required"] === true;
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

/** Path parameters by their position, headers in lower case, the rest by name. */
function parameters({ path, item, operation }: OperationSite): Map<string, Site> {
  const positions = [...path.matchAll(/\{([^}]*)\}/g)].map((match) => match[1]);
  const found = new Map<string, Site>();
  for (const owner of [item, operation])
    for (const [, site] of owner.child("parameters").entries()) {
      const { name, in: place } = site.object as { name?: string; in?: string };
      const position = positions.indexOf(name);
      const key =
        place === "path" && position !== -1
          ? `path ${position}`
          : `${place ?? ""} ${place === "header" ? (name ?? "").toLowerCase() : (name ?? "")}`;
      found.set(key, site);
    }
  return found;
}

function compareParameter(comparison: Comparison, base: Site, head: Site): Pair {
  return comparison.pair("parameter", "request", [base], [head], (pair) => {
    compareKeys(pair, base, head, elsewhere);
    const [was, is] = [base.object["name"], head.object["name"]];
    const place = String(head.object["in"]);
    if (was !== is)
      pair.findings.push({
        rule: place === "path" ? "path-parameter-renamed" : "description-changed",
        text: `it is called ${quote(is)} instead of ${quote(was)}`,
        base: at(base, "name"),
        head: at(head, "name"),
      });
    const required = [base, head].map((site) => site.object["required"] === true);
    if (required[0] !== required[1])
      pair.findings.push({
        rule: required[1] === true ? "parameter-required" : "parameter-optional",
        text: `it becomes ${required[1] === true ? "required" : "optional"}`,
        base: at(base, "required"),
        head: at(head, "required"),
      });
    const [old, young] = [form(base), form(head)];
    for (const key of Object.keys(old))
      if (old[key] !== young[key])
        pair.findings.push({
          rule: "parameter-serialization-changed",
          text: `\`${key}\` goes from ${quote(old[key])} to ${quote(young[key])}`,
          base: at(base, key),
          head: at(head, key),
        });
    comparePayload(comparison, pair, base, head);
  });
}

/** How a value is written into the request, with the defaults of the standard filled in. */
function form(site: Site): Record<string, unknown> {
  const place = site.object["in"];
  const style =
    site.object["style"] ?? (place === "query" || place === "cookie" ? "form" : "simple");
  return {
    style,
    explode: site.object["explode"] ?? style === "form",
    allowReserved: site.object["allowReserved"] ?? false,
    allowEmptyValue: site.object["allowEmptyValue"] ?? false,
  };
}

/** Compares the schema or the content of a parameter or header. */
export function comparePayload(comparison: Comparison, pair: Pair, base: Site, head: Site): void {
  const [was, is] = [base.child("schema"), head.child("schema")];
  if (was.value !== undefined && is.value !== undefined)
    comparison.link(pair, "", compareSchemas(comparison, pair.way, [was], [is]));
  else if ((was.value === undefined) !== (is.value === undefined)) {
    const hadContent = base.has("content") || head.has("content");
    pair.findings.push({
      rule: hadContent
        ? "parameter-serialization-changed"
        : was.value === undefined
          ? "type-narrower"
          : "type-wider",
      text: hadContent
        ? `\`schema\` becomes \`content\` or the other way round`
        : `its schema is ${was.value === undefined ? "added" : "removed"}`,
      base: was.value === undefined ? base : was,
      head: is.value === undefined ? head : is,
    });
  }
  if (base.has("content") && head.has("content"))
    compareContent(comparison, pair, base.child("content"), head.child("content"));
}
