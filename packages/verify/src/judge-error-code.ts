import type { DocumentedResponse } from "./contract.js";
import type { Finding } from "./finding.js";
import { showValue } from "./show-value.js";

/**
 * Judges the `error_code` of a failure. Codes are compared without regard to case, as the contract advises.
 *
 * @param known Every code that the contract lists, whatever the status.
 */
export function judgeErrorCode(
  code: unknown,
  status: number | undefined,
  documented: DocumentedResponse,
  known: readonly string[],
): Finding[] {
  if (typeof code !== "string") return [];
  const same = (other: string): boolean => other.toLowerCase() === code.toLowerCase();
  const pointer = "/body/error_code";
  if (!known.some(same))
    return [
      {
        rule: "undocumented-error-code",
        pointer,
        message: `${showValue(code)} is no documented code of this operation`,
      },
    ];
  if (documented.errorCodes?.some(same) === false)
    return [
      {
        rule: "undocumented-error-code",
        pointer,
        message: `${showValue(code)} is not documented for status ${status ?? ""}; there it is ${documented.errorCodes.join(", ")}`,
      },
    ];
  return [];
}
