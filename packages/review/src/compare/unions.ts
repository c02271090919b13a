import type { Site } from "../load/site.js";
import { discriminated, type Child } from "../load/reach.js";
import { isSame } from "../load/values.js";
import type { Rule } from "../policy/policy.js";
import { allowsEverything, demandOf, type Shape, type Union } from "../shape/shape.js";
import { typesText } from "../shape/keywords.js";
import { fromTo, quote, type Finding } from "./comparison.js";
import type { SchemaTask } from "./schema-task.js";
import {
  branchLabel,
  compareBranch,
  matchBranches,
  schemasOf,
  type Match,
} from "./union-branches.js";

/**
 * Compares `oneOf` and `anyOf` unions. Compares matching branches with each other and reports all other branches as
 * added or removed.
 */
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
  if (before.kind !== after.kind && before.branches.length > 1 && after.branches.length > 1) {
    const [was, is] = [before, after].map(({ site }) => quote(site.key)) as [string, string];
    const overlap = `the branches of ${is} ${after.kind === "oneOf" ? "now" : "no longer"} have a type in common`;
    pair.findings.push({
      rule: after.kind === "oneOf" ? "union-kind-narrower" : "union-kind-wider",
      text: was === is ? overlap : `${was} becomes ${is}`,
      ...sites,
    });
  }
  const { matched, removed, added } = matchBranches(task, before.branches, after.branches);
  for (const match of matched) compareBranch(task, match, before, after);
  const gone = removed.map((site) => {
    const other = after.branches.find((branch) => task.contains(branch, [site])?.size === 0);
    return {
      rule: other === undefined ? "union-narrower" : "spelling-changed",
      text:
        `the branch ${quote(branchLabel(site))} of ${quote(before.site.key)} is removed` +
        (other === undefined ? "" : `; ${quote(branchLabel(other))} also allows its values`),
      base: site,
      head: after.site,
    } as const;
  });
  const fresh = added.map((site) => ({
    ...judgeAdded(
      task,
      before,
      site,
      `the branch ${quote(branchLabel(site))} of ${quote(after.site.key)} is added`,
    ),
    base: before.site,
    head: site,
  }));
  const isReplaced = matched.length === 0 && [before, after].some(isAlone);
  const rules = new Set([...gone, ...fresh].map(({ rule }) => rule));
  const [isNarrower, isWider] = [rules.has("union-narrower"), rules.has("union-wider")];
  if (isReplaced && (isNarrower || isWider))
    pair.findings.push({
      rule: isNarrower ? (isWider ? "union-different" : "union-narrower") : "union-wider",
      text: `${unionText(before, base)} is replaced by ${unionText(after, head)}`,
      ...sites,
    });
  else pair.findings.push(...gone, ...fresh);
  return matched;
}

/**
 * Returns the rule and the message for an added branch. An old branch may already allow all values of the added branch.
 */
function judgeAdded(
  task: SchemaTask,
  before: Union,
  site: Site,
  text: string,
): Pick<Finding, "rule" | "text"> {
  const allowing = before.branches.flatMap((branch) => {
    const undocumented = task.contains(branch, [site]);
    return undocumented === undefined ? [] : [{ branch, undocumented }];
  });
  const all = allowing.find(({ undocumented }) => undocumented.size === 0);
  if (all !== undefined) {
    const label = quote(branchLabel(all.branch));
    return { rule: "spelling-changed", text: `${text}; ${label} already allowed its values` };
  }
  // An old branch without properties allows any object, so the new branch only documents properties. An old branch with
  // properties describes a different type of object.
  const isAnyObject = (branch: Site): boolean =>
    task.comparison.shapes.read([branch]).properties.size === 0;
  const any = allowing.find(({ branch }) => isAnyObject(branch) || before.branches.length === 1);
  if (any === undefined) return { rule: "union-wider", text };
  const [label, names] = [quote(branchLabel(any.branch)), [...any.undocumented].map(quote)];
  return isAnyObject(any.branch)
    ? {
        rule: "property-added",
        text: `${text}; ${label} already allowed its values but did not document ${names.join(", ")}`,
      }
    : { rule: "union-wider", text: `${text}; ${label} does not document ${names.join(", ")}` };
}

/** Whether a union was created from a single schema. */
function isAlone({ site, branches }: Union): boolean {
  return branches[0] === site;
}

function unionText(union: Union, { types }: Shape): string {
  if (isAlone(union)) return `one schema of type ${quote(typesText(types))}`;
  const names = union.branches.map((branch) => quote(branchLabel(branch)));
  const more = names.length > 6 ? `, and ${names.length - 6} more` : "";
  return `${quote(union.site.key)} (${names.slice(0, 6).join(", ")}${more})`;
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

/** For each discriminator value, compares the schemas that the old and new discriminators select. */
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
 * Compares a schema with a union as if the schema were the only branch of another union. Returns false unless one
 * schema is a union without other constraints and the other schema has no union.
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
