import { compareDescriptions } from "../../src/compare/descriptions.js";
import { collectChanges } from "../../src/report/collect-changes.js";
import { largest } from "../../src/policy/level.js";
import { ReviewError } from "../../src/review-error.js";
import { inMemory } from "../in-memory.js";
import { BreakOracle } from "./break-oracle.js";
import { mutantsOf, type Mutant } from "./mutations.js";

/** What the review says about a mutant; `refused` when it is no description any more. */
export type Outcome = "none" | "patch" | "minor" | "major" | "refused";

export interface MutantResult {
  readonly mutant: Mutant;
  readonly outcome: Outcome;
  /** Whether an opinion that shares no code with the review is sure of a break. */
  readonly mustBreak: boolean;
}

/** Reviews every n-th mutant of a description, from a given one on. */
export function runMutants(document: Record<string, unknown>, step = 1, first = 0): MutantResult[] {
  const oracle = new BreakOracle(document);
  const base = inMemory(document);
  return mutantsOf(document)
    .filter((_, index) => index % step === first)
    .map((mutant) => ({
      mutant,
      outcome: outcomeOf(base, mutant),
      mustBreak: oracle.isSureOfBreak(
        mutant.name,
        mutant.pointer,
        mutant.document as Record<string, unknown>,
      ),
    }));
}

function outcomeOf(base: ReturnType<typeof inMemory>, { document }: Mutant): Outcome {
  try {
    const changes = collectChanges(compareDescriptions(base, inMemory(document)));
    return largest(changes.map(({ level }) => level));
  } catch (cause) {
    if (cause instanceof ReviewError) return "refused";
    throw cause;
  }
}
