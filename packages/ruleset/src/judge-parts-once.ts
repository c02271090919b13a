import type { RuleDefinition, RulesetDefinition, RulesetFunction } from "@stoplight/spectral-core";

import { firstVisits } from "./first-visits.js";
import type { Path } from "./house-rule.js";

/** A ruleset whose rules are its own; what it extends would be left out. */
export type PlainRuleset = Extract<
  RulesetDefinition,
  { rules: Record<string, Readonly<RuleDefinition>> }
>;
type Then = Extract<RuleDefinition["then"], readonly unknown[]>[number];

/** Functions that judge a part of a request otherwise than one of a response; no other asks for its place. */
const asksForArea: ReadonlySet<string> = new Set(["oasExample"]);

/**
 * The same ruleset for contracts whose operations share responses and schemas. Spectral applies a rule to every
 * use of a shared part and drops the repeated findings at the end; here only the first use is judged. The
 * findings are the same, since a function sees the part and not who uses it.
 */
export function judgePartsOnce(ruleset: PlainRuleset): PlainRuleset {
  const rules = Object.entries(ruleset.rules).map(([name, rule]): [string, RuleDefinition] => [
    name,
    // While references stand, nothing comes twice.
    rule.resolved === false ? rule : { ...rule, then: [rule.then].flat().map(once) },
  ]);
  return { ...ruleset, rules: Object.fromEntries(rules) };
}

function once(then: Then): Then {
  const judge: RulesetFunction = then.function;
  const visitsOf = new WeakMap<object, ReturnType<typeof firstVisits>>();
  const judgeFirst: RulesetFunction = (value, options, context) => {
    const { documentInventory, path } = context;
    // Its published type leaves the resolved description out.
    const { resolved } = documentInventory as typeof documentInventory & { resolved: unknown };
    const isNew = visitsOf.get(documentInventory) ?? firstVisits();
    visitsOf.set(documentInventory, isNew);
    const { part, step } = partAt(resolved, path, value);
    const area = asksForArea.has(judge.name) ? areaOf(path) : "";
    return isNew(part, `${area} ${step}`) ? judge(value, options, context) : undefined;
  };
  // Spectral names the function in errors, and checks its options with what hangs on it.
  Object.defineProperty(judgeFirst, "name", { value: judge.name });
  return { ...then, function: Object.assign(judgeFirst, judge) };
}

/** The object that is judged or, of any other value, the innermost one around it and the way on from there. */
function partAt(description: unknown, path: Path, value: unknown): { part: unknown; step: string } {
  if (typeof value === "object" && value !== null) return { part: value, step: "" };
  let part = description;
  for (const [index, key] of path.entries()) {
    const inner = (part as Record<string | number, unknown>)[key];
    // The last step may lead to an object whose key is what is judged.
    if (typeof inner !== "object" || inner === null || index === path.length - 1)
      return { part, step: path.slice(index).join(" ") };
    part = inner;
  }
  return { part, step: "" };
}

/** What a place belongs to, such as `requestBody`, `responses` or `schemas`. */
function areaOf(path: Path): string {
  return String(path[0] === "paths" ? path[3] : path[1]);
}
