// @ts-check
// Spectral loads these files as they are, so that `spectral lint` and editors work on a fresh clone. They are plain
// JavaScript whose types are checked all the same.

/**
 * Steps from the root of the description, references followed.
 * @typedef {readonly (string | number)[]} Path
 */
/**
 * An object of the description.
 * @typedef {Readonly<Record<string, unknown>>} Node
 */
/**
 * One objection of a rule: what is wrong, in one sentence, and where.
 * @typedef {{ message: string, path: Path }} Objection
 */
/**
 * What a rule may ask of Spectral: where a place of the resolved description is written.
 * @typedef {object} RuleContext
 * @property {{ findAssociatedItemForPath(path: (string | number)[], resolved: boolean):
 *   { document: { source: string | null }, path: (string | number)[] } | null }} documentInventory
 */
/**
 * A break of the contract in test/good-contract.yaml, as documentation and as a test: `set` says what to write where
 * (undefined removes it), `at` where the finding is, both as JSON Pointers.
 * @typedef {{ finds: string, set: Readonly<Record<string, unknown>>, at: string, says: string }} Break
 */
/**
 * @typedef {object} HouseRule
 * @property {string} claim what holds in a good contract, as one sentence
 * @property {string} why who would miss the rule, as one sentence
 * @property {string} remedy what to do about a finding, as one sentence
 * @property {readonly Break[]} breaks what the rule finds
 * @property {(description: unknown, context: RuleContext) => Iterable<Objection>} check
 *   looks through a description whose references are resolved
 */

/**
 * A rule in Spectral's form: always an error, and its message ends with the remedy.
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
