import { judge } from "../../src/judge.js";
import { ReviewError } from "../../src/review-error.js";
import { inMemory } from "../in-memory.js";
import { BreakOracle } from "./break-oracle.js";
import { mutantsOf, type Mutant } from "./mutations.js";

/** What the review says about a mutant; `refused` when it, or the changed place, is no description any more. */
export type Outcome = "none" | "patch" | "minor" | "major" | "refused";

export interface MutantResult {
  readonly mutant: Mutant;
  readonly outcome: Outcome;
  /** Whether an opinion that shares no code with the review is sure of a break. */
  readonly mustBreak: boolean;
}

/** Answers whether a mutant surely breaks somebody. */
export type Oracle = (mutant: Mutant) => boolean;

/** An oracle for the bundled contract: it removes structure, or validates values against the schemas. */
export function contractOracle(document: Record<string, unknown>): Oracle {
  const oracle = new BreakOracle(document);
  return ({ name, pointer, document: mutated }) =>
    oracle.isSureOfBreak(name, pointer, mutated as Record<string, unknown>);
}

/** Reviews every n-th mutant of a description, from a given one on. */
export function runMutants(
  document: Record<string, unknown>,
  mustBreak: Oracle,
  step = 1,
  first = 0,
): MutantResult[] {
  const base = inMemory(document);
  return mutantsOf(document)
    .filter((_, index) => index % step === first)
    .map((mutant) => ({ mutant, outcome: outcomeOf(base, mutant), mustBreak: mustBreak(mutant) }));
}

function outcomeOf(base: ReturnType<typeof inMemory>, { document }: Mutant): Outcome {
  try {
    const { verdict, unjudged } = judge(base, inMemory(document), []);
    return unjudged.some(({ isChange, side }) => isChange && side === "head") ? "refused" : verdict;
  } catch (cause) {
    if (cause instanceof ReviewError) return "refused";
    throw cause;
  }
}
