import type { Site } from "../load/site.js";
import { discriminated, nameOf, type Child } from "../load/reach.js";
import { isSame } from "../load/values.js";
import { allowsEverything, demandOf, type Shape, type Union } from "../shape/shape.js";
import { quote } from "./comparison.js";
import type { SchemaTask } from "./schema-task.js";

type Match = readonly [base: Site, head: Site];

/** Compares `oneOf` and `anyOf`: compares matching branches and reports all others as added or removed. */
export function compareUnions(task: SchemaTask): void {
  const { base, head } = task;
  const matched: Match[] = [];
  for (let index = 0; index < Math.max(base.unions.length, head.unions.length); index++)
    matched.push(...compareUnion(task, base.unions[index], head.unions[index]));
  compareDiscriminator(task, matched);
}

function compareUnion(
  task: SchemaTask,
  before: Union | undefined,
  after: Union | undefined,
): readonly Match[] {
  const { base, head, pair } = task;
  const sites = { base: before?.site ?? base.site, head: after?.site ?? head.site };
  if (before === undefined || after === undefined) {
    pair.findings.push({
      rule: before === undefined ? "union-narrower" : "union-wider",
      text: `the union (\`${(before ?? after)?.kind ?? "anyOf"}\`) is ${before === undefined ? "added" : "removed"}`,
      ...sites,
    });
    return [];
  }
  if (before.orNull !== after.orNull)
    pair.findings.push({
      rule: after.orNull ? "null-wider" : "null-narrower",
      text: after.orNull ? "it can now be `null`" : "it can no longer be `null`",
      ...sites,
    });
  if (before.kind !== after.kind && before.branches.length > 1 && after.branches.length > 1)
    pair.findings.push({
      rule: after.kind === "oneOf" ? "union-kind-narrower" : "union-kind-wider",
      text: `\`${before.kind}\` becomes \`${after.kind}\``,
      ...sites,
    });
  const { matched, removed, added } = matchBranches(task, before.branches, after.branches);
  for (const [old, young] of matched) task.below(`(${branchLabel(young)})`, [old], [young]);
  for (const site of removed) {
    const other = after.branches.find((branch) => task.contains(branch, site));
    pair.findings.push({
      rule: other === undefined ? "union-narrower" : "spelling-changed",
      text:
        `the branch ${quote(branchLabel(site))} of \`${before.kind}\` is removed` +
        (other === undefined ? "" : `; ${quote(branchLabel(other))} also allows its values`),
      base: site,
      head: after.site,
    });
  }
  for (const site of added) {
    const other = before.branches.find((branch) => task.contains(branch, site));
    pair.findings.push({
      rule: other === undefined ? "union-wider" : "spelling-changed",
      text:
        `the branch ${quote(branchLabel(site))} of \`${after.kind}\` is added` +
        (other === undefined ? "" : `; ${quote(branchLabel(other))} already allowed its values`),
      base: before.site,
      head: site,
    });
  }
  return matched;
}

/** Matches branches that have the same name, content, or tag, and then branches that are similar. */
function matchBranches(task: SchemaTask, olds: readonly Site[], youngs: readonly Site[]) {
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

/** Compares two branches' tags: constant properties that both branches have. */
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
 * Whether a schema may have been renamed. The old name must exist only in the base, and the new name only in the head.
 */
function isRename(old: Site, young: Site): boolean {
  const [was, is] = [old.object["$ref"], young.object["$ref"]];
  if (typeof was !== "string" || typeof is !== "string") return true;
  return !schemasOf(young).has(nameOf(was)) && !schemasOf(old).has(nameOf(is));
}

function schemasOf({ description }: Site): Site {
  return description.root.child("components").child("schemas");
}

/** Whether two branches have a type and at least half of their properties in common, and no conflicting tags. */
function isSimilar(old: Shape, young: Shape): boolean {
  if (![...old.types].some((type) => young.types.has(type))) return false;
  if (tagRelation(old, young) === "different") return false;
  const names = new Set([...old.properties.keys(), ...young.properties.keys()]);
  const shared = [...names].filter((one) => old.properties.has(one) && young.properties.has(one));
  return shared.length * 2 >= names.size;
}

/** Returns a branch's component name, title, or type. */
function branchLabel(site: Site): string {
  const { $ref: reference, title, type } = site.object;
  if (typeof reference === "string") return nameOf(reference);
  if (typeof title === "string") return title;
  return typeof type === "string" ? type : site.key;
}

function compareDiscriminator(task: SchemaTask, matched: readonly Match[]): void {
  const { base, head, pair } = task;
  const [before, after] = [base.discriminator, head.discriminator];
  if (before === undefined && after === undefined) return;
  const sites = { base: before ?? base.site, head: after ?? head.site };
  const property = [before, after].map((site) => site?.object["propertyName"]);
  if (property[0] !== property[1] || before === undefined || after === undefined) {
    const [was, is] = property.map((name) => (name === undefined ? "none" : quote(name)));
    pair.findings.push({
      rule:
        before === undefined
          ? "discriminator-set"
          : after === undefined
            ? "discriminator-lifted"
            : "discriminator-changed",
      text: `the discriminator changes from ${was ?? ""} to ${is ?? ""}`,
      ...sites,
    });
    return;
  }
  const [olds, youngs] = [
    discriminated(
      before,
      base.unions.flatMap(({ branches }) => branches),
    ),
    discriminated(
      after,
      head.unions.flatMap(({ branches }) => branches),
    ),
  ];
  const isMatched = (old: Child, young: Child): boolean =>
    matched.some(([a, b]) => a.target === old.site && b.target === young.site);
  const isPair = (old: Child, young: Child): boolean =>
    isMatched(old, young) ||
    old.name === young.name ||
    (isSame(old.site, young.site) &&
      schemasOf(old.site).has(old.name) &&
      !schemasOf(young.site).has(old.name));
  const isNew = new Set([...youngs.keys()].filter((value) => !olds.has(value)));
  for (const [value, old] of olds) {
    const young = youngs.get(value);
    if (young !== undefined) {
      if (!isPair(old, young))
        pair.findings.push({
          rule: "discriminator-changed",
          text: `the discriminator maps ${quote(value)} to ${quote(young.name)} instead of ${quote(old.name)}`,
          ...sites,
        });
      else if (!isMatched(old, young)) task.below(`(${value})`, [old.site], [young.site]);
      continue;
    }
    const other = [...isNew].find((one) => {
      const target = youngs.get(one);
      return target !== undefined && isPair(old, target);
    });
    if (other !== undefined) isNew.delete(other);
    pair.findings.push({
      rule: other === undefined ? "discriminator-value-removed" : "discriminator-changed",
      text:
        other === undefined
          ? `the discriminator's value ${quote(value)} is no longer mapped`
          : `the discriminator's value ${quote(value)} becomes ${quote(other)}`,
      ...sites,
    });
  }
  for (const value of isNew)
    pair.findings.push({
      rule: "discriminator-value-added",
      text: `the discriminator now maps ${quote(value)} to ${quote(youngs.get(value)?.name ?? "")}`,
      ...sites,
    });
}

/**
 * Compares a schema with a union as if the schema were the only branch of a union. Returns false unless one side is a
 * union without other constraints and the other side has no union.
 */
export function compareWithChoice(
  task: SchemaTask,
  base: readonly Site[],
  head: readonly Site[],
): boolean {
  const [before, after] = [task.base.unions[0], task.head.unions[0]];
  const [old, young] = [base[0], head[0]];
  if (old === undefined || young === undefined) return false;
  const alone = (site: Site, { kind }: Union): Union => ({
    kind,
    site,
    branches: [site],
    orNull: false,
  });
  if (after !== undefined && base.length === 1 && isBranchOf(task.base, task.head)) {
    compareUnion(task, alone(old, after), after);
    return true;
  }
  if (before !== undefined && head.length === 1 && isBranchOf(task.head, task.base)) {
    compareUnion(task, before, alone(young, before));
    return true;
  }
  return false;
}

function isBranchOf(one: Shape, choice: Shape): boolean {
  const rest = { ...choice, unions: [], discriminator: undefined };
  return (
    one.unions.length === 0 &&
    choice.unions.length === 1 &&
    demandOf(rest) === "nothing" &&
    !allowsEverything(one)
  );
}
