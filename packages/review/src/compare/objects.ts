import type { Site } from "../load/site.js";
import { canonical } from "../load/values.js";
import type { Shape } from "../shape/shape.js";
import { allowsEverything, demandOf } from "../shape/shape.js";
import { pairedKeys, quote } from "./comparison.js";
import type { SchemaTask } from "./schema-task.js";

/** Compares properties, required properties, and other object keywords. */
export function compareObjects(task: SchemaTask): void {
  const { base, head } = task;
  for (const name of pairedKeys(base.properties, head.properties)) compareProperty(task, name);
  compareRequired(task);
  compareAdditional(task);
  compareNamed(task, "patternProperties", "pattern-properties");
  compareNamed(task, "dependentSchemas", "dependent-schemas");
  compareDependentRequired(task);
  compareOptional(task, "property-names", "(name)", base.propertyNames, head.propertyNames);
}

/** Compares two optional schemas. A missing schema allows any value. */
export function compareOptional(
  { base, head, pair, below, comparison }: SchemaTask,
  family: "property-names" | "items" | "additional-properties",
  label: string,
  before: readonly Site[],
  after: readonly Site[],
): void {
  const free = (sites: readonly Site[]): boolean => {
    if (sites.length === 0) return true;
    const shape = comparison.shapes.read(sites);
    const isAnyName = shape.types.has("string") && demandOf(shape) === "nothing";
    return allowsEverything(shape) || (family === "property-names" && isAnyName);
  };
  if (free(before) && free(after) && (before.length === 0 || after.length === 0)) return;
  if (before.length > 0 && after.length > 0) {
    below(label, before, after);
    return;
  }
  const keyword = [...before, ...after][0]?.key ?? family;
  pair.findings.push({
    rule: `${family}-${before.length === 0 ? "narrower" : "wider"}`,
    text: `${quote(keyword)} is ${before.length === 0 ? "now restricted" : "no longer restricted"}`,
    base: before[0] ?? base.site,
    head: after[0] ?? head.site,
  });
}

function compareProperty(task: SchemaTask, name: string): void {
  const { base, head, pair, way } = task;
  if (task.comparison.areEqual(base.properties.get(name), head.properties.get(name))) return;
  const before = present(task, base, name);
  const after = present(task, head, name);
  if (before === undefined && after === undefined) {
    // Both schemas exclude the property from this direction, so it is compared only in the other direction.
  } else if (before !== undefined && after !== undefined) task.below(name, before, after);
  else if (after === undefined) {
    pair.findings.push({
      rule: "property-removed",
      text: head.properties.has(name)
        ? `the property ${quote(name)} is no longer part of ${way === "request" ? "requests" : "responses"}`
        : `the property ${quote(name)} is removed`,
      base: before?.[0],
      head: head.properties.get(name)?.[0] ?? head.site,
      undocumented: !head.properties.has(name) && isOpen(head) ? name : undefined,
    });
  } else {
    const required = head.required.has(name);
    pair.findings.push({
      rule: required
        ? "property-added-required"
        : isClosed(base)
          ? "property-added-closed"
          : "property-added",
      text: `the ${required ? "required" : "optional"} property ${quote(name)} is added`,
      base: base.site,
      head: after[0],
    });
  }
}

/** Returns a property's schemas; undefined if `readOnly` or `writeOnly` excludes the property from this direction. */
function present({ comparison, way }: SchemaTask, shape: Shape, name: string): Site[] | undefined {
  const sites = shape.properties.get(name);
  if (sites === undefined) return undefined;
  const { readOnly, writeOnly } = comparison.shapes.read(sites);
  return (way === "request" ? readOnly : writeOnly) === undefined ? sites : undefined;
}

function compareRequired(task: SchemaTask): void {
  const { base, head, pair } = task;
  for (const name of pairedKeys(base.required, head.required)) {
    const [was, is] = [base.required.get(name), head.required.get(name)];
    if ((was === undefined) === (is === undefined)) continue;
    const named = [base, head].map((shape) => shape.properties.has(name));
    const there = [base, head].map((shape) => present(task, shape, name) !== undefined);
    // Properties that are added, removed, or excluded from this direction are handled separately.
    if (named[0] !== named[1] || (named[0] === true && !(there[0] === true && there[1] === true)))
      continue;
    pair.findings.push({
      rule: is === undefined ? "property-optional" : "property-required",
      text: `the property ${quote(name)} becomes ${is === undefined ? "optional" : "required"}`,
      values: is === undefined ? ["required", "optional"] : ["optional", "required"],
      base: was?.site ?? base.properties.get(name)?.[0] ?? base.site,
      head: is?.site ?? head.properties.get(name)?.[0] ?? head.site,
    });
  }
}

/** Whether an object can contain any property that its schema does not list. */
function isOpen({ additional, patternProperties, propertyNames }: Shape): boolean {
  return additional.length === 0 && patternProperties.size === 0 && propertyNames.length === 0;
}

function isClosed(shape: Shape): boolean {
  return shape.additional.some(
    ({ value, object }) =>
      value === false ||
      (Object.keys(object).join() === "not" && canonical(object["not"]) === "{}"),
  );
}

function compareAdditional(task: SchemaTask): void {
  const { base, head, pair } = task;
  const [was, is] = [isClosed(base), isClosed(head)];
  if (was && is) return;
  if (was === is) {
    compareOptional(task, "additional-properties", "*", base.additional, head.additional);
    return;
  }
  pair.findings.push({
    rule: is ? "additional-properties-narrower" : "additional-properties-wider",
    text: is ? "other properties are no longer allowed" : "other properties are now allowed",
    base: base.additional[0] ?? base.site,
    head: head.additional[0] ?? head.site,
  });
}

function compareNamed(
  { base, head, pair, below }: SchemaTask,
  keyword: "patternProperties" | "dependentSchemas",
  family: "pattern-properties" | "dependent-schemas",
): void {
  const [olds, youngs] = [base[keyword], head[keyword]];
  for (const name of pairedKeys(olds, youngs)) {
    const [before, after] = [olds.get(name), youngs.get(name)];
    if (before !== undefined && after !== undefined) {
      below(keyword === "patternProperties" ? `/${name}/` : name, before, after);
      continue;
    }
    // In a closed object, a pattern allows more property names; in an open object, it restricts property values.
    const letsIn = keyword === "patternProperties" && isClosed(base) && isClosed(head);
    const narrower = (after !== undefined) !== letsIn;
    pair.findings.push({
      rule: `${family}-${narrower ? "narrower" : "wider"}`,
      text: `${quote(name)} is ${after === undefined ? "removed from" : "added to"} \`${keyword}\``,
      base: before?.[0] ?? base.site,
      head: after?.[0] ?? head.site,
    });
  }
}

function compareDependentRequired({ base, head, pair }: SchemaTask): void {
  const needs = (shape: Shape): Map<string, Site> =>
    new Map(
      [...shape.dependentRequired].flatMap(([name, needed]) =>
        [...needed].map(([other, site]) => [`${quote(name)} needs ${quote(other)}`, site] as const),
      ),
    );
  const [olds, youngs] = [needs(base), needs(head)];
  for (const [text, site] of youngs)
    if (!olds.has(text))
      pair.findings.push({
        rule: "dependent-required-narrower",
        text: `${text} now`,
        base: base.site,
        head: site,
      });
  for (const [text, site] of olds)
    if (!youngs.has(text))
      pair.findings.push({
        rule: "dependent-required-wider",
        text: `${text} no longer`,
        base: site,
        head: head.site,
      });
}
