import { canonical } from "../load/values.js";
import type { Rule } from "../policy/policy.js";
import { keepsLimits } from "../shape/simplify.js";
import { counts } from "../shape/keywords.js";
import { allowTheSame, patternRelation, type Relation } from "../shape/pattern-relation.js";
import type { Bound, Shape, Written } from "../shape/shape.js";
import { quote } from "./comparison.js";
import type { SchemaTask } from "./schema-task.js";

type Family = "pattern" | "format" | "multiple-of" | "content";

const families = {
  pattern: ["pattern", patternRelation],
  format: ["format", formatRelation],
  multipleOf: ["multiple-of", multipleRelation],
  contentEncoding: ["content", different],
  contentMediaType: ["content", different],
  contentSchema: ["content", different],
} as const satisfies Record<string, [Family, (before: never, after: never) => Relation]>;

/** Pairs of formats in which every value of the first format is also valid in the second format. */
const formatsWithin: readonly (readonly [string, string])[] = [
  ["int32", "int64"],
  ["float", "double"],
  ["email", "idn-email"],
  ["hostname", "idn-hostname"],
  ["uri", "iri"],
  ["uri", "uri-reference"],
  ["uri", "iri-reference"],
  ["uri-reference", "iri-reference"],
  ["iri", "iri-reference"],
];

/** Compares ranges, lengths, sizes, `pattern`, `format`, and similar keywords. */
export function compareScalars(task: SchemaTask): void {
  // If an enum is added or removed, skip the other differences, unless an enum value violates the limits of the schema
  // without the enum.
  const [old, young] = [task.base.values, task.head.values];
  const other = young === undefined ? task.head : task.base;
  const listed = [...(young ?? old ?? [])].map(([, { value }]) => value);
  const isListed = (old === undefined) !== (young === undefined);
  if (isListed && listed.every((value) => keepsLimits(other, value))) return;
  compareBound(task, "minimum", task.base.lower, task.head.lower, 1);
  compareBound(task, "maximum", task.base.upper, task.head.upper, -1);
  compareCounts(task);
  for (const [keyword, [family, relation]] of Object.entries(families))
    compareTexts(task, keyword, family, relation as (before: unknown, after: unknown) => Relation);
  const [was, is] = [task.base.uniqueItems, task.head.uniqueItems];
  if ((was === undefined) !== (is === undefined))
    task.pair.findings.push({
      rule: is === undefined ? "unique-items-wider" : "unique-items-narrower",
      text: is === undefined ? "duplicate items are now allowed" : "items must now be unique",
      base: was?.site ?? task.base.site,
      head: is?.site ?? task.head.site,
    });
}

function compareBound(
  { base, head, pair }: SchemaTask,
  name: "minimum" | "maximum",
  before: Written<Bound> | undefined,
  after: Written<Bound> | undefined,
  sign: 1 | -1,
): void {
  const gap = boundGap(before?.value, after?.value, sign);
  if (gap === 0) return;
  const sites = { base: before?.site ?? base.site, head: after?.site ?? head.site };
  const text = `the ${name} changes from ${boundText(before)} to ${boundText(after)}`;
  pair.findings.push({ rule: `${name}-${gap > 0 ? "narrower" : "wider"}`, text, ...sites });
}

/** Returns a positive number if the new bound is stricter, and a negative number if it is less strict. */
function boundGap(before: Bound | undefined, after: Bound | undefined, sign: 1 | -1): number {
  if (before === undefined || after === undefined)
    return Number(after !== undefined) - Number(before !== undefined);
  if (before.limit !== after.limit) return (after.limit - before.limit) * sign;
  return Number(after.exclusive) - Number(before.exclusive);
}

function boundText(bound: Written<Bound> | undefined): string {
  if (bound === undefined) return "none";
  return `${bound.value.limit}${bound.value.exclusive ? " (excluded)" : ""}`;
}

function compareCounts({ base, head, pair }: SchemaTask): void {
  for (const [keyword, { neutral, end }] of Object.entries(counts)) {
    const [before, after] = [base.counts.get(keyword), head.counts.get(keyword)];
    const [was, is] = [before?.value ?? neutral, after?.value ?? neutral];
    if (was === is) continue;
    const isText = keyword === "minLength" || keyword === "maxLength";
    const rule: Rule =
      isText && allowTheSameTexts(base, head)
        ? "spelling-changed"
        : (end === "lower" ? is > was : is < was)
          ? "length-narrower"
          : "length-wider";
    pair.findings.push({
      rule,
      text: `\`${keyword}\` changes from ${before?.value ?? "none"} to ${after?.value ?? "none"}`,
      base: before?.site ?? base.site,
      head: after?.site ?? head.site,
    });
  }
}

function compareTexts(
  { base, head, pair }: SchemaTask,
  keyword: string,
  family: Family,
  relate: (before: unknown, after: unknown) => Relation,
): void {
  const [olds, youngs] = [base.texts.get(keyword) ?? [], head.texts.get(keyword) ?? []];
  const removed = without(olds, youngs);
  const added = without(youngs, olds);
  const [before, after] = [removed[0], added[0]];
  if (before === undefined && after === undefined) return;
  const sites = { base: before?.site ?? base.site, head: after?.site ?? head.site };
  const show = (one: Written<unknown> | undefined): string =>
    one === undefined ? "none" : quote(one.value);
  const text = `\`${keyword}\` changes from ${show(before)} to ${show(after)}`;
  const relation: Relation =
    (keyword === "format" && isImplied(before?.value, after?.value, base, head)) ||
    (keyword === "pattern" && allowTheSameTexts(base, head))
      ? "same"
      : before === undefined
        ? "narrower"
        : after === undefined
          ? "wider"
          : removed.length === 1 && added.length === 1
            ? relate(before.value, after.value)
            : "different";
  pair.findings.push(
    relation === "same"
      ? { rule: "spelling-changed", text: `${text}, which is equivalent`, ...sites }
      : { rule: `${family}-${relation}`, text, ...sites },
  );
}

/** Whether both schemas allow the same strings, for example because a pattern implies a length limit. */
function allowTheSameTexts(base: Shape, head: Shape): boolean {
  const rules = ({ texts, counts: numbers }: Shape): string[] => {
    const [least, most] = ["minLength", "maxLength"].map((key) => numbers.get(key)?.value);
    return [
      ...(texts.get("pattern") ?? []).map(({ value }) => String(value)),
      ...(least === undefined && most === undefined ? [] : [`^[^]{${least ?? 0},${most ?? ""}}$`]),
    ];
  };
  const patterns = [base, head].flatMap(({ texts }) => texts.get("pattern") ?? []);
  return patterns.length > 0 && allowTheSame(rules(base), rules(head));
}

// Value ranges for the integer formats that are defined in https://spec.openapis.org/registry/format/.
const ranges: Readonly<Record<string, readonly [number, number]>> = {
  int8: [-128, 127],
  uint8: [0, 255],
  int16: [-32_768, 32_767],
  uint16: [0, 65_535],
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint32: [0, 2 ** 32 - 1],
  int64: [-(2 ** 63), 2 ** 63],
  uint64: [0, 2 ** 64],
};

/** Whether `minimum` and `maximum` already imply an added or removed integer format. */
function isImplied(before: unknown, after: unknown, base: Shape, head: Shape): boolean {
  const within = (format: unknown, { lower, upper, types }: Shape): boolean => {
    const range = typeof format === "string" ? ranges[format] : undefined;
    if (range === undefined || types.has("fraction")) return format === undefined;
    if (lower === undefined || upper === undefined) return false;
    return lower.value.limit >= range[0] && upper.value.limit <= range[1];
  };
  return within(after, base) && within(before, head);
}

function without(some: Written<unknown>[], others: Written<unknown>[]): Written<unknown>[] {
  return some.filter(
    (one) => !others.some((other) => canonical(other.value) === canonical(one.value)),
  );
}

function formatRelation(before: string, after: string): Relation {
  if (formatsWithin.some(([inner, outer]) => inner === before && outer === after)) return "wider";
  if (formatsWithin.some(([inner, outer]) => inner === after && outer === before))
    return "narrower";
  return "different";
}

function multipleRelation(before: number, after: number): Relation {
  const isWhole = (ratio: number): boolean => Math.abs(ratio - Math.round(ratio)) < 1e-9;
  if (isWhole(after / before)) return "narrower";
  return isWhole(before / after) ? "wider" : "different";
}

function different(): Relation {
  return "different";
}
