// @ts-check
// Our custom rules, which check requirements that the rules in Spectral and Redocly don't check.
import { toSpectral } from "./house-rule.js";
import * as errors from "./rules/errors.js";
import * as responses from "./rules/responses.js";
import * as texts from "./rules/texts.js";

/** @type {Readonly<Record<string, import("./house-rule.js").HouseRule>>} */
export const houseRules = {
  "vpcep-leaf-described": texts.leafDescribed,
  "vpcep-leaf-exemplified": texts.leafExemplified,
  "vpcep-body-exemplified": texts.bodyExemplified,
  "vpcep-example-origin-stated": texts.exampleOriginStated,
  "vpcep-name-cased": texts.nameCased,
  "vpcep-enum-explained": responses.enumExplained,
  "vpcep-response-enum-open": responses.responseEnumOpen,
  "vpcep-response-keyword-open": responses.responseKeywordOpen,
  "vpcep-response-request-id": errors.responseRequestId,
  "vpcep-error-body-shared": errors.errorBodyShared,
  "vpcep-error-code-listed": errors.errorCodeListed,
};

export default {
  rules: Object.fromEntries(
    Object.entries(houseRules).map(([name, rule]) => [name, toSpectral(rule)]),
  ),
};
