import type { RuleDefinition } from "@stoplight/spectral-core";

/** Steps from the root of the description, references followed. */
export type Path = readonly (string | number)[];

/** One objection of a rule: what is wrong, in one sentence, and where. */
export interface Objection {
  message: string;
  path: Path;
}

/** What a rule may ask of Spectral: where a place of the resolved description is written. */
export interface RuleContext {
  documentInventory: {
    findAssociatedItemForPath(
      path: (string | number)[],
      resolved: boolean,
    ): { document: { source: string | null }; path: (string | number)[] } | null;
  };
}

/** Looks through a whole description whose references are resolved. */
export type Check = (description: unknown, context: RuleContext) => Iterable<Objection>;

/**
 * A rule of the house in Spectral's form: always an error, and its message ends with the remedy.
 *
 * @param claim what holds in a good contract, as one sentence
 * @param remedy what to do about a finding, as one sentence
 */
export function houseRule(claim: string, remedy: string, check: Check): RuleDefinition {
  return {
    description: claim,
    message: `{{error}} Remedy: ${remedy}`,
    severity: "error",
    given: "$",
    then: {
      function: (description: unknown, _options: unknown, context: RuleContext) =>
        Array.from(check(description, context), ({ message, path }) => ({
          message,
          path: [...path],
        })),
    },
  };
}
