// Finds the documented response for a status or an example name. The server and the MSW handler use this module.

/** A named example with its status and media type. */
export interface NamedResponse {
  readonly example: string;
  /** The `default` response covers all errors that have no response of their own. */
  readonly status: number | "default";
  readonly mediaType: string;
}

/** The requested response. Default: the first success response. */
export interface Wish {
  readonly status?: number | undefined;
  readonly example?: string | undefined;
}

/** The chosen response. */
export interface Choice {
  readonly status: number;
  readonly example: string;
  readonly mediaType: string;
}

/** Status for examples of the `default` response if the request doesn't specify a status. */
const anyOtherFailure = 418;

/**
 * Chooses one of the documented responses. Ignores `accepts` if the example is requested by name, or if an error response is not available in any accepted media type.
 *
 * @param accepts Returns the quality value of a media type, from 0 (not accepted) to 1. Default: 1 for all media types.
 * @returns If no response matches, `problem` lists the valid choices. `not-acceptable` means that the success response is not available in any accepted media type.
 */
export function chooseResponse(
  responses: readonly NamedResponse[],
  wish: Wish,
  accepts: (mediaType: string) => number = () => 1,
): Choice | { readonly problem: string } | "not-acceptable" {
  return wish.example === undefined
    ? chooseByStatus(responses, wish.status ?? 200, accepts)
    : chooseByName(responses, wish.example, wish.status);
}

function chooseByName(
  responses: readonly NamedResponse[],
  example: string,
  status: number | undefined,
): Choice | { readonly problem: string } {
  const named = responses.filter((response) => response.example === example);
  if (named.length === 0) {
    const names = [...new Set(responses.map((response) => response.example))];
    return { problem: `There is no example "${example}". Use one of ${names.join(", ")}.` };
  }
  const found = named.find(
    (response) =>
      status === undefined || response.status === status || response.status === "default",
  );
  if (found === undefined)
    return {
      problem: `The example "${example}" is not documented for status ${status ?? ""}. Use ${named.map((response) => response.status).join(" or ")}.`,
    };
  const { mediaType } = found;
  return {
    example,
    mediaType,
    status: found.status === "default" ? (status ?? anyOtherFailure) : found.status,
  };
}

function chooseByStatus(
  responses: readonly NamedResponse[],
  status: number,
  accepts: (mediaType: string) => number,
): Choice | { readonly problem: string } | "not-acceptable" {
  const own = responses.filter((response) => response.status === status);
  const candidates =
    own.length > 0 || status < 400
      ? own
      : responses.filter((response) => response.status === "default");
  const [first] = candidates;
  if (first === undefined || !isPossible(status))
    return {
      problem: `The contract has no response with status ${status}. Use 200, or a status from 400 to 599.`,
    };
  let best: NamedResponse | undefined;
  let quality = 0;
  for (const candidate of candidates) {
    const wanted = accepts(candidate.mediaType);
    if (wanted > quality) [best, quality] = [candidate, wanted];
  }
  if (best === undefined && status < 400) return "not-acceptable";
  const { example, mediaType } = best ?? first;
  return { status, example, mediaType };
}

/** Whether the mock can send a status, which must be 200 or an error status. */
export const isPossible = (status: number): boolean =>
  Number.isInteger(status) && (status === 200 || (status >= 400 && status <= 599));
