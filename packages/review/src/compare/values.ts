import type { Site } from "../load/site.js";
import type { Rule } from "../policy/policy.js";
import { allTypes, typesText, type JsonType } from "../shape/keywords.js";
import type { Shape, Written } from "../shape/shape.js";
import { quote } from "./comparison.js";
import type { SchemaTask } from "./schema-task.js";

/** Compares types, `null`, and enums. Returns false if the schemas have no type in common. */
export function compareValues(task: SchemaTask): boolean {
  const { base, head, pair } = task;
  const [before, after] = [withoutNull(base.types), withoutNull(head.types)];
  const sites = { base: typeSite(base), head: typeSite(head) };
  const nulls = {
    base: typeSite(base, "nullable"),
    head: typeSite(head, "nullable"),
    values: [typesText(base.types), typesText(head.types)],
  } as const;
  const change = `from ${quote(typesText(base.types))} to ${quote(typesText(head.types))}`;

  if (before.size > 0 && after.size > 0 && ![...before].some((type) => after.has(type))) {
    pair.findings.push({ rule: "type-different", text: `the type changes ${change}`, ...sites });
    return false;
  }
  compareLists(task);
  const areListed = base.values !== undefined && head.values !== undefined;
  const lost = [...before].some((type) => !after.has(type)) && head.values === undefined;
  const gained = [...after].some((type) => !before.has(type)) && base.values === undefined;
  // If both schemas have an enum, the enum values already determine the types.
  if (!areListed && (lost || gained)) {
    const rule = lost ? (gained ? "type-different" : "type-narrower") : "type-wider";
    pair.findings.push({ rule, text: `the type changes ${change}`, ...sites });
  }
  const [wasNull, isNull] = [base.types.has("null"), head.types.has("null")];
  // Do not report `null` separately if the type change includes it, or if an enum is compared with a schema that allows
  // any type.
  const isAny = [base, head].some(({ types }) => types.size === allTypes.length);
  const isImplied = isAny && (base.values ?? head.values) !== undefined;
  if (wasNull && !isNull && !isImplied && (areListed || !lost))
    pair.findings.push({ rule: "null-narrower", text: "it can no longer be `null`", ...nulls });
  if (!wasNull && isNull && !isImplied && (areListed || !gained))
    pair.findings.push({ rule: "null-wider", text: "it can now be `null`", ...nulls });
  return true;
}

function compareLists(task: SchemaTask): void {
  const { base, head, pair } = task;
  const [before, after] = [base.values, head.values];
  if (before !== undefined && after !== undefined)
    compareEntries(task, before, after, {
      removed: ["enum-value-removed", "is no longer allowed"],
      added: ["enum-value-added", "is now allowed"],
    });
  else if (after !== undefined)
    pair.findings.push({
      rule: "enum-narrower",
      text: `only ${listed(after)} ${after.size === 1 ? "is" : "are"} now allowed`,
      base: base.site,
      head: [...after.values()][0]?.site.parent ?? head.site,
    });
  else if (before !== undefined)
    pair.findings.push({
      rule: "enum-wider",
      text: `it is no longer restricted to ${listed(before)}`,
      base: [...before.values()][0]?.site.parent ?? base.site,
      head: head.site,
    });
  compareExtensible(task);
  // Changes between a closed and an open enum have already been reported.
  if (before !== undefined || after !== undefined) return;
  compareEntries(task, base.documented, head.documented, {
    removed: ["documented-value-removed", "is no longer documented"],
    added: ["documented-value-added", "is documented"],
  });
}

/**
 * Compares `x-extensible-enum`. If the whole list is added or removed, each value counts as newly documented or no
 * longer documented.
 */
function compareExtensible(task: SchemaTask): void {
  const [before = new Map(), after = new Map()] = [task.base.extensible, task.head.extensible];
  const [first] = before.values() as Iterable<Written<unknown>>;
  const keyword = first?.site.parent?.key === "values" ? "x-ms-enum" : "x-extensible-enum";
  const isGone = task.head.extensible === undefined;
  compareEntries(task, before, after, {
    removed: [
      isGone ? "documented-value-removed" : "extensible-value-removed",
      `is no longer listed in \`${keyword}\``,
    ],
    added: ["documented-value-added", "is documented"],
  });
}

type Values = ReadonlyMap<string, Written<unknown>>;

/** Reports the values that only the old list or only the new list contains. */
function compareEntries(
  { base, head, pair }: SchemaTask,
  before: Values,
  after: Values,
  words: Readonly<Record<"removed" | "added", readonly [rule: Rule, text: string]>>,
): void {
  for (const [key, { value, site }] of before)
    if (!after.has(key)) {
      const [rule, text] = words.removed;
      const finding = { rule, text: `the value ${quote(value)} ${text}` };
      pair.findings.push({ ...finding, base: site, head: head.site });
    }
  for (const [key, { value, site }] of after)
    if (!before.has(key)) {
      const [rule, text] = words.added;
      const finding = { rule, text: `the value ${quote(value)} ${text}` };
      pair.findings.push({ ...finding, base: base.site, head: site });
    }
}

function listed(values: Values): string {
  const all = [...values.values()].map(({ value }) => quote(value));
  return all.length > 6
    ? `${all.slice(0, 5).join(", ")} and ${all.length - 5} more`
    : all.join(", ");
}

function withoutNull(types: ReadonlySet<JsonType>): Set<JsonType> {
  return new Set([...types].filter((type) => type !== "null"));
}

function typeSite({ site }: Shape, first = "type"): Site {
  const target = site.target;
  return target.has(first) ? target.child(first) : target.at("type");
}
