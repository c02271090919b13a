import { judge } from "../../src/judge.js";
import { ReviewError } from "../../src/review-error.js";
import { inMemory } from "../in-memory.js";
import { BreakOracle } from "./break-oracle.js";
import { mutantsOf, type Mutant } from "./mutations.js";

/** The review result for a mutant, or `refused` if the mutation makes the description invalid. */
export type Outcome = "none" | "patch" | "minor" | "major" | "refused";

export interface MutantResult {
  readonly mutant: Mutant;
  readonly outcome: Outcome;
  /** Whether the oracle considers the mutant breaking. */
  readonly mustBreak: boolean;
}

/** Returns true if a mutant is definitely a breaking change, without using code from the review. */
export type Oracle = (mutant: Mutant) => boolean;

/** Creates the oracle for the bundled contract. */
export function contractOracle(document: Record<string, unknown>): Oracle {
  const oracle = new BreakOracle(document);
  return ({ name, pointer, document: mutated }) =>
    oracle.isSureOfBreak(name, pointer, mutated as Record<string, unknown>);
}

/** Reviews every `step`-th mutant of a document, starting at index `first`. */
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
