// @ts-check
// Plain JavaScript with checked types, so that `spectral lint` and editors can load the rules without a build.

/**
 * The keys and indexes on the path from the root of the resolved description to a node.
 * @typedef {readonly (string | number)[]} Path
 */
/**
 * An object in the description.
 * @typedef {Readonly<Record<string, unknown>>} Node
 */
/**
 * A finding: the location of a problem, and a sentence that describes the problem.
 * @typedef {{ message: string, path: Path }} Objection
 */
/**
 * The location of a node in the source files.
 * @typedef {{ document: { source: string | null }, path: (string | number)[] }} SourceLocation
 */
/**
 * The property of Spectral's context that rules use to find the source file for a node in the resolved description.
 * @typedef {object} RuleContext
 * @property {{ findAssociatedItemForPath(path: (string | number)[], resolved: boolean): SourceLocation | null }} documentInventory
 */
/**
 * A change that makes test/good-contract.yaml violate the rule. A test makes this change, and the README contains the
 * resulting message. `set` maps JSON Pointers to new values; undefined removes the value. `at` is the expected
 * finding's JSON Pointer.
 * @typedef {{ finds: string, set: Readonly<Record<string, unknown>>, at: string, says: string }} Break
 */
/**
 * @typedef {object} HouseRule
 * @property {string} claim the requirement that the rule enforces
 * @property {string} why the reason for the rule
 * @property {string} remedy how to fix a finding
 * @property {readonly Break[]} breaks changes that violate the rule
 * @property {(description: unknown, context: RuleContext) => Iterable<Objection>} check
 *   finds violations in a description whose references have been resolved
 */

/**
 * Converts a rule to Spectral's format. The severity is "error", and each message ends with the remedy.
 *
 * @param {HouseRule} rule
 * @returns {import("@stoplight/spectral-core").RuleDefinition}
 */
export const toSpectral = ({ claim, remedy, check }) => ({
  description: claim,
  message: `{{error}} Remedy: ${remedy}`,
  severity: "error",
  given: "$",
  then: {
    function: (
      /** @type {unknown} */ description,
      /** @type {unknown} */ _options,
      /** @type {RuleContext} */ context,
    ) =>
      Array.from(check(description, context), ({ message, path }) => ({
        message,
        path: [...path],
      })),
  },
});
