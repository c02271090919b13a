import { canonical } from "../load/canonical.js";
import { plain } from "../load/plain.js";
import type { Site } from "../load/site.js";
import { demandOf } from "../shape/demand-of.js";
import type { Shape, Union } from "../shape/shape.js";
import { quote } from "./quote.js";
import type { SchemaTask } from "./schema-comparer.js";

/** Compares `oneOf` and `anyOf`: pairs the branches that belong together, and tells what is left. */
export function compareUnions(task: SchemaTask): void {
  const { base, head } = task;
  compareDiscriminator(task);
  for (let index = 0; index < Math.max(base.unions.length, head.unions.length); index++)
    compareUnion(task, base.unions[index], head.unions[index]);
}

function compareUnion(task: SchemaTask, before: Union | undefined, after: Union | undefined): void {
  const { base, head, pair } = task;
  const sites = { base: before?.site ?? base.site, head: after?.site ?? head.site };
  if (before === undefined || after === undefined) {
    const text = `the choice (\`${(before ?? after)?.kind ?? "anyOf"}\`) is ${before === undefined ? "added" : "removed"}`;
    pair.findings.push({
      rule: before === undefined ? "union-narrower" : "union-wider",
      text,
      ...sites,
    });
    return;
  }
  if (before.kind !== after.kind)
    pair.findings.push({
      rule: after.kind === "oneOf" ? "union-kind-narrower" : "union-kind-wider",
      text: `\`${before.kind}\` becomes \`${after.kind}\``,
      ...sites,
    });
  const { matched, removed, added } = matchBranches(task, before.branches, after.branches);
  for (const [old, young] of matched) task.below(`(${branchLabel(young)})`, [old], [young]);
  for (const site of removed)
    pair.findings.push({
      rule: "union-narrower",
      text: `the branch ${quote(branchLabel(site))} of \`${before.kind}\` is removed`,
      base: site,
      head: after.site,
    });
  for (const site of added)
    pair.findings.push({
      rule: "union-wider",
      text: `the branch ${quote(branchLabel(site))} of \`${after.kind}\` is added`,
      base: before.site,
      head: site,
    });
}

/** First those that mean the same, then those of one name, then the nearest that share a type. */
function matchBranches(task: SchemaTask, olds: readonly Site[], youngs: readonly Site[]) {
  const matched: [Site, Site][] = [];
  const left = { olds: [...olds], youngs: [...youngs] };
  const take = (old: Site, young: Site): void => {
    matched.push([old, young]);
    left.olds.splice(left.olds.indexOf(old), 1);
    left.youngs.splice(left.youngs.indexOf(young), 1);
  };
  const text = (site: Site): string => canonical(plain(site));
  const name = (site: Site): unknown => site.object["$ref"] ?? site.object["title"];
  const rounds: ((old: Site, young: Site) => boolean)[] = [
    (old, young) => name(old) !== undefined && name(old) === name(young),
    (old, young) => text(old) === text(young),
    (old, young) => task.distance([old], [young]) === 0,
  ];
  for (const isMatch of rounds)
    for (const old of [...left.olds]) {
      const young = left.youngs.find((one) => isMatch(old, one));
      if (young !== undefined) take(old, young);
    }
  while (left.olds.length > 0 && left.youngs.length > 0) {
    const near = left.olds
      .flatMap((old) =>
        left.youngs.map((young) => ({ old, young, far: task.distance([old], [young]) })),
      )
      .filter(({ old, young }) => shareType(task, old, young))
      .sort((a, b) => a.far - b.far)[0];
    if (near === undefined) break;
    take(near.old, near.young);
  }
  return { matched, removed: left.olds, added: left.youngs };
}

function shareType({ comparison }: SchemaTask, old: Site, young: Site): boolean {
  const [a, b] = [comparison.shapes.read([old]), comparison.shapes.read([young])];
  return [...a.types].some((type) => b.types.has(type));
}

/** How people call a branch: the name of its component, its title, or its type. */
function branchLabel(site: Site): string {
  const reference = site.object["$ref"];
  if (typeof reference === "string")
    return (reference.split("/").at(-1) ?? reference).replace(/\.(ya?ml|json)$/, "");
  const { title, type } = site.object;
  if (typeof title === "string") return title;
  return typeof type === "string" ? type : site.key;
}

function compareDiscriminator({ base, head, pair }: SchemaTask): void {
  const [before, after] = [base.discriminator, head.discriminator];
  if (before === undefined && after === undefined) return;
  const sites = { base: before ?? base.site, head: after ?? head.site };
  const property = [before, after].map((site) => site?.object["propertyName"]);
  if (property[0] !== property[1]) {
    const [was, is] = property.map((name) => (name === undefined ? "none" : quote(name)));
    pair.findings.push({
      rule: "discriminator-changed",
      text: `the discriminator goes from ${was ?? ""} to ${is ?? ""}`,
      ...sites,
    });
    return;
  }
  const [olds, youngs] = [mapping(before), mapping(after)];
  for (const value of new Set([...olds.keys(), ...youngs.keys()])) {
    const [was, is] = [olds.get(value), youngs.get(value)];
    if (was === is) continue;
    pair.findings.push({
      rule: was === undefined ? "discriminator-value-added" : "discriminator-changed",
      text:
        is === undefined
          ? `the discriminator's value ${quote(value)} is no longer mapped`
          : `the discriminator maps ${quote(value)} to ${quote(is)} now`,
      ...sites,
    });
  }
}

function mapping(discriminator: Site | undefined): Map<string, string> {
  const entries = Object.entries(discriminator?.child("mapping").object ?? {});
  // Only the name counts: a component may move between files.
  return new Map(
    entries.map(([value, target]) => [
      value,
      (String(target).split("/").at(-1) ?? "").replace(/\.(ya?ml|json)$/, ""),
    ]),
  );
}

/**
 * Compares a schema with a choice that it is, or was, one branch of. False when the pair is no such case.
 */
export function compareWithChoice(
  task: SchemaTask,
  base: readonly Site[],
  head: readonly Site[],
): boolean {
  const [before, after] = [task.base.unions[0], task.head.unions[0]];
  const [old, young] = [base[0], head[0]];
  if (old === undefined || young === undefined) return false;
  if (after !== undefined && base.length === 1 && isBranchOf(task.base, task.head)) {
    compareUnion(task, { kind: after.kind, site: old, branches: [old] }, after);
    return true;
  }
  if (before !== undefined && head.length === 1 && isBranchOf(task.head, task.base)) {
    compareUnion(task, before, { kind: before.kind, site: young, branches: [young] });
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
    demandOf(one) !== "nothing"
  );
}
