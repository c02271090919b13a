import { nameOf } from "../load/reach.js";
import { Site } from "../load/site.js";
import { isSame } from "../load/values.js";
import { areEqualSchemas } from "../shape/equal-schemas.js";
import type { Shape, Union } from "../shape/shape.js";
import { pairedKeys, quote } from "./comparison.js";
import type { SchemaTask } from "./schema-task.js";

/** Returns a branch's component name, title, or type. */
export function branchLabel(site: Site): string {
  const { $ref: reference, title, type } = site.object;
  if (typeof reference === "string") return nameOf(reference);
  if (typeof title === "string") return title;
  return typeof type === "string" ? type : site.key;
}

export type Match = readonly [base: Site, head: Site];

/** First matches branches that have the same name, content, or tag, and then matches similar branches. */
export function matchBranches(task: SchemaTask, olds: readonly Site[], youngs: readonly Site[]) {
  const matched: Match[] = [];
  const left = { olds: [...olds], youngs: [...youngs] };
  const take = (old: Site, young: Site): void => {
    matched.push([old, young]);
    left.olds.splice(left.olds.indexOf(old), 1);
    left.youngs.splice(left.youngs.indexOf(young), 1);
  };
  const shape = (site: Site): Shape => task.comparison.shapes.read([site]);
  const name = (site: Site): unknown => site.object["$ref"] ?? site.object["title"];
  const rounds: ((old: Site, young: Site) => boolean)[] = [
    (old, young) => name(old) !== undefined && name(old) === name(young),
    (old, young) => isSame(old, young),
    (old, young) => tagRelation(shape(old), shape(young)) === "same",
    (old, young) => task.distance([old], [young]) === 0,
  ];
  for (const isMatch of rounds)
    for (const old of [...left.olds]) {
      const young = left.youngs.find((one) => isMatch(old, one));
      if (young !== undefined) take(old, young);
    }
  const candidates = left.olds
    .flatMap((old) => left.youngs.map((young) => ({ old, young })))
    .filter(({ old, young }) => isRename(old, young) && isSimilar(shape(old), shape(young)))
    .map((one) => ({ ...one, far: task.distance([one.old], [one.young]) }))
    .sort((a, b) => a.far - b.far);
  for (const { old, young } of candidates)
    if (left.olds.includes(old) && left.youngs.includes(young)) take(old, young);
  return { matched, removed: left.olds, added: left.youngs };
}

/** Compares the tags of two branches: the constant properties that both branches have. */
function tagRelation(old: Shape, young: Shape): "same" | "different" | "none" {
  let isTagged = false;
  for (const [name, sites] of old.properties) {
    const [was, is] = [tagOf(sites), tagOf(young.properties.get(name) ?? [])];
    if (was === undefined || is === undefined) continue;
    if (was !== is) return "different";
    isTagged = true;
  }
  return isTagged ? "same" : "none";
}

/** Returns a constant property's value as JSON; undefined if the property is not constant. */
function tagOf(sites: readonly Site[]): string | undefined {
  for (const { target } of sites) {
    if (target.has("const")) return JSON.stringify(target.object["const"]);
    const { list } = target.child("enum");
    if (list.length === 1) return JSON.stringify(list[0]);
  }
  return undefined;
}

/**
 * Whether a schema may have been renamed. The old name must exist only in the base, and the new name must exist only in
 * the head.
 */
function isRename(old: Site, young: Site): boolean {
  const [was, is] = [old.object["$ref"], young.object["$ref"]];
  if (typeof was !== "string" || typeof is !== "string") return true;
  return !schemasOf(young).has(nameOf(was)) && !schemasOf(old).has(nameOf(is));
}

export function schemasOf({ description }: Site): Site {
  return description.root.child("components").child("schemas");
}

/** Whether two branches share a type and at least half of their properties, and their tags do not conflict. */
function isSimilar(old: Shape, young: Shape): boolean {
  if (![...old.types].some((type) => young.types.has(type))) return false;
  if (tagRelation(old, young) === "different") return false;
  const names = pairedKeys(old.properties, young.properties);
  const shared = [...names].filter((one) => old.properties.has(one) && young.properties.has(one));
  return shared.length * 2 >= names.size;
}

/**
 * Compares two matching branches. Enum values that move between this branch and another branch of the union are still
 * allowed, so they are reported as moved instead of removed or added.
 */
export function compareBranch(
  task: SchemaTask,
  [old, young]: readonly [Site, Site],
  before: Union,
  after: Union,
): void {
  const lost = movedValues(task, old, young, after, task.way === "request");
  const gained = movedValues(task, young, old, before, task.way === "response");
  for (const [moves, describe] of [
    [lost, (other: Site) => [branchLabel(old), branchLabel(other)]],
    [gained, (other: Site) => [branchLabel(other), branchLabel(young)]],
  ] as const)
    for (const { name, value, other } of moves) {
      const [from, to] = describe(other).map(quote);
      task.pair.findings.push({
        rule: "union-value-moved",
        text: `the value ${quote(value)} of ${quote(name)} moves from the branch ${from ?? ""} to ${to ?? ""}`,
        base: moves === lost ? old : other,
        head: moves === lost ? other : young,
      });
    }
  const label = `(${branchLabel(young)})`;
  task.below(label, [old, ...without(task, old, lost)], [young, ...without(task, young, gained)]);
}

interface MovedValue {
  readonly name: string;
  readonly value: unknown;
  /** The branch that allows the value in the other version of the union. */
  readonly other: Site;
}

/**
 * Finds the property values that `from` lists but `to` does not, if another of the given branches lists them. Excludes
 * values whose move would break clients.
 *
 * @param isBreaking whether clients would break if no other branch listed the value
 */
function movedValues(
  { comparison: { shapes }, contains, way }: SchemaTask,
  from: Site,
  to: Site,
  { branches }: Union,
  isBreaking: boolean,
): MovedValue[] {
  if (branches.length < 2 || areEqualSchemas(from.target, to.target)) return [];
  const valuesOf = (branch: Site, name: string) => {
    const sites = shapes.read([branch]).properties.get(name);
    return sites && shapes.read(sites).values;
  };
  const moved: MovedValue[] = [];
  for (const [name, [site]] of shapes.read([from]).properties) {
    const same = shapes.read([to]).properties.get(name)?.[0];
    if (site === undefined || same === undefined || areEqualSchemas(site, same)) continue;
    const kept = valuesOf(to, name);
    for (const [key, { value }] of (kept && valuesOf(from, name)) ?? []) {
      if (kept?.has(key) === true) continue;
      const allows = (outer: Site, inner: Site): boolean => {
        const undocumented = contains(outer, [inner, withValues(inner, name, [value], [name])]);
        // Responses may contain new properties, but requests must not lose any properties.
        return undocumented !== undefined && (way === "response" || undocumented.size === 0);
      };
      const other = branches.find(
        (branch) =>
          branch !== to &&
          valuesOf(branch, name)?.has(key) === true &&
          (isBreaking ? allows(branch, from) : allows(from, branch)),
      );
      if (other !== undefined) moved.push({ name, value, other });
    }
  }
  return moved;
}

/** Returns schemas that exclude the moved values from a branch. */
function without({ comparison: { shapes } }: SchemaTask, branch: Site, moves: MovedValue[]) {
  return [...new Set(moves.map(({ name }) => name))].map((name) => {
    const values = shapes.read(shapes.read([branch]).properties.get(name) ?? []).values ?? [];
    const isMoved = (value: unknown): boolean =>
      moves.some((one) => one.name === name && one.value === value);
    const left = [...values].map(([, { value }]) => value).filter((value) => !isMoved(value));
    return withValues(branch, name, left);
  });
}

/** Creates a schema that restricts a property to the given values and has the same location as the branch. */
function withValues(branch: Site, name: string, values: unknown[], required: string[] = []): Site {
  const { description, document, parent, key } = branch.target;
  const value = { properties: { [name]: { enum: values } }, required };
  return new Site(description, document, value, parent, key);
}
