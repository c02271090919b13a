import { RegExpParser } from "@eslint-community/regexpp";
import refa from "refa";

/** How the values that are allowed after a change relate to the values that were allowed before the change. */
export type Relation = "same" | "narrower" | "wider" | "different";

// Maximum number of automaton states. Common patterns need a few hundred states. Comparing automata that exceed this
// limit takes too long.
const STATES = 4_000;

/**
 * Compares two JSON Schema patterns by the strings that they match. For example, `[a-z0-9]` is wider than `[a-z]`, and
 * `[xy]` is the same as `(x|y)`. Patterns that automata cannot compare (lookarounds, backreferences, very large
 * patterns) are `"different"`.
 */
export function patternRelation(before: string, after: string): Relation {
  if (before === after) return "same";
  try {
    const [old, young] = [automaton(before), automaton(after)];
    const shrinks = isWithin(young, old);
    const grows = isWithin(old, young);
    if (shrinks && grows) return "same";
    if (shrinks) return "narrower";
    return grows ? "wider" : "different";
  } catch {
    return "different";
  }
}

/**
 * Whether two lists of patterns allow the same strings. A string must match all patterns in a list. Returns false if
 * the patterns cannot be compared.
 */
export function allowTheSame(before: readonly string[], after: readonly string[]): boolean {
  try {
    const [old, young] = [all(before), all(after)];
    return isWithin(young, old) && isWithin(old, young);
  } catch {
    return false;
  }
}

function all(patterns: readonly string[]): refa.NFA {
  return ["", ...patterns]
    .map(automaton)
    .reduce((one, other) =>
      refa.NFA.fromIntersection(one, other, new refa.NFA.LimitedNodeFactory(STATES)),
    );
}

function isWithin(inner: refa.NFA, outer: refa.NFA): boolean {
  const rest = refa.DFA.fromFA(outer, new refa.DFA.LimitedNodeFactory(STATES));
  rest.complement();
  return refa.isDisjointWith(inner, rest);
}

function automaton(pattern: string): refa.NFA {
  const parser = refa.JS.Parser.fromLiteral({ source: anchored(pattern), flags: "u" });
  const { expression, maxCharacter } = parser.parse({
    assertions: "throw",
    backreferences: "throw",
  });
  return refa.NFA.fromRegex(
    expression,
    { maxCharacter },
    {},
    new refa.NFA.LimitedNodeFactory(STATES),
  );
}

/** Extends each alternative in a pattern to match whole strings, because patterns are not anchored by default. */
function anchored(pattern: string): string {
  const { alternatives } = new RegExpParser().parsePattern(pattern, 0, pattern.length, {
    unicode: true,
  });
  return alternatives
    .map(({ elements }) => {
      const [first, last] = [elements[0], elements.at(-1)];
      const fromStart = first?.type === "Assertion" && first.kind === "start";
      const toEnd = last?.type === "Assertion" && last.kind === "end";
      const inner = elements.slice(fromStart ? 1 : 0, toEnd ? -1 : undefined);
      const text = inner.map((element) => element.raw).join("");
      return `${fromStart ? "" : "[^]*"}(?:${text})${toEnd ? "" : "[^]*"}`;
    })
    .join("|");
}
