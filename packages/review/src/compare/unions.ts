import type { Site } from "../load/site.js";
import { discriminated, nameOf, type Child } from "../load/reach.js";
import { isSame } from "../load/values.js";
import type { Rule } from "../policy/policy.js";
import { allowsEverything, demandOf, type Shape, type Union } from "../shape/shape.js";
import { pairedKeys, fromTo, quote } from "./comparison.js";
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
  for (const site of [...removed, ...added]) {
    const isRemoved = removed.includes(site);
    const others = isRemoved ? after.branches : before.branches;
    const other = others.find((branch) => task.contains(branch, site));
    const change = `the branch ${quote(branchLabel(site))} of \`${isRemoved ? before.kind : after.kind}\` is ${isRemoved ? "removed" : "added"}`;
    const rule = isRemoved ? "union-narrower" : "union-wider";
    const allows = isRemoved ? "also allows" : "already allowed";
    pair.findings.push({
      rule: other === undefined ? rule : "spelling-changed",
      text: other ? `${change}; ${quote(branchLabel(other))} ${allows} its values` : change,
      base: isRemoved ? site : before.site,
      head: isRemoved ? after.site : site,
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
  const names = pairedKeys(old.properties, young.properties);
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
  const [was, is] = [before?.object["propertyName"], after?.object["propertyName"]];
  if (before !== undefined && after !== undefined && was === is) {
    compareMapping(task, before, after, matched);
    return;
  }
  const changed = after === undefined ? "discriminator-lifted" : "discriminator-changed";
  pair.findings.push({
    rule: before === undefined ? "discriminator-set" : changed,
    text: `the discriminator changes ${fromTo(was, is)}`,
    base: before ?? base.site,
    head: after ?? head.site,
  });
}

/** Compares the schemas that two discriminators select, by discriminator value. */
function compareMapping(
  { base, head, pair, below }: SchemaTask,
  before: Site,
  after: Site,
  matched: readonly Match[],
): void {
  const branches = ({ unions }: Shape): Site[] => unions.flatMap((union) => union.branches);
  const olds = discriminated(before, branches(base));
  const youngs = discriminated(after, branches(head));
  const isMatched = (old: Child, young: Child): boolean =>
    matched.some(([a, b]) => a.target === old.site && b.target === young.site);
  const isPair = (old: Child, young: Child): boolean =>
    isMatched(old, young) ||
    old.name === young.name ||
    (isSame(old.site, young.site) &&
      schemasOf(old.site).has(old.name) &&
      !schemasOf(young.site).has(old.name));
  const report = (rule: Rule, text: string): void => {
    pair.findings.push({ rule, text: `the discriminator${text}`, base: before, head: after });
  };
  const added = new Map([...youngs].filter(([value]) => !olds.has(value)));
  for (const [value, old] of olds) {
    const young = youngs.get(value);
    if (young !== undefined) {
      if (!isPair(old, young))
        report(
          "discriminator-changed",
          ` maps ${quote(value)} to ${quote(young.name)} instead of ${quote(old.name)}`,
        );
      else if (!isMatched(old, young)) below(`(${value})`, [old.site], [young.site]);
      continue;
    }
    const [other] = [...added].find(([, target]) => isPair(old, target)) ?? [];
    if (other === undefined)
      report("discriminator-value-removed", `'s value ${quote(value)} is no longer mapped`);
    else {
      added.delete(other);
      report("discriminator-changed", `'s value ${quote(value)} becomes ${quote(other)}`);
    }
  }
  for (const [value, { name }] of added)
    report("discriminator-value-added", ` now maps ${quote(value)} to ${quote(name)}`);
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
  return (
    one.unions.length === 0 &&
    choice.unions.length === 1 &&
    demandOf(choice, "unions", "discriminator") === "nothing" &&
    !allowsEverything(one)
  );
}
