// Which of the documented answers a wish means. Shared by the server and the handlers for MSW.

/** One named example of the contract: the status that it belongs to and its media type. */
export interface NamedAnswer {
  readonly example: string;
  /** `default` stands for any other failure. */
  readonly status: number | "default";
  readonly mediaType: string;
}

/** A documented answer that somebody asks for; nothing means the first success. */
export interface Wish {
  readonly status?: number | undefined;
  readonly example?: string | undefined;
}

/** What a wish comes down to. */
export interface Choice {
  readonly status: number;
  readonly example: string;
  readonly mediaType: string;
}

/** The status of an answer that only `default` describes, when nobody asks for a certain one. */
const anyOtherFailure = 418;

/**
 * Chooses among the documented answers.
 *
 * @param accepts How much the caller wants a media type, from 0 (not at all) to 1. Default: everything the same. An
 *   example that is asked for by name comes as it is, and a failure that has no accepted form comes in its first one.
 * @returns A text that says what is possible when there is no such answer; `not-acceptable` when there is one, but in
 *   no form that the caller accepts.
 */
export function chooseAnswer(
  answers: readonly NamedAnswer[],
  wish: Wish,
  accepts: (mediaType: string) => number = () => 1,
): Choice | { readonly problem: string } | "not-acceptable" {
  return wish.example === undefined
    ? chooseByStatus(answers, wish.status ?? 200, accepts)
    : chooseByName(answers, wish.example, wish.status);
}

function chooseByName(
  answers: readonly NamedAnswer[],
  example: string,
  status: number | undefined,
): Choice | { readonly problem: string } {
  const named = answers.filter((answer) => answer.example === example);
  if (named.length === 0) {
    const names = [...new Set(answers.map((answer) => answer.example))];
    return { problem: `There is no example "${example}". Use one of ${names.join(", ")}.` };
  }
  const found = named.find(
    (answer) => status === undefined || answer.status === status || answer.status === "default",
  );
  if (found === undefined)
    return {
      problem: `The example "${example}" does not belong to ${status ?? ""}. Use ${named.map((answer) => answer.status).join(" or ")}.`,
    };
  const { mediaType } = found;
  return {
    example,
    mediaType,
    status: found.status === "default" ? (status ?? anyOtherFailure) : found.status,
  };
}

function chooseByStatus(
  answers: readonly NamedAnswer[],
  status: number,
  accepts: (mediaType: string) => number,
): Choice | { readonly problem: string } | "not-acceptable" {
  const own = answers.filter((answer) => answer.status === status);
  const candidates =
    own.length > 0 || status < 400 ? own : answers.filter((answer) => answer.status === "default");
  const [first] = candidates;
  if (first === undefined || !isPossible(status))
    return {
      problem: `The contract has no answer ${status}. Use 200 or a status from 400 to 599.`,
    };
  let best: NamedAnswer | undefined;
  let quality = 0;
  for (const candidate of candidates) {
    const wanted = accepts(candidate.mediaType);
    if (wanted > quality) [best, quality] = [candidate, wanted];
  }
  if (best === undefined && status < 400) return "not-acceptable";
  const { example, mediaType } = best ?? first;
  return { status, example, mediaType };
}

/** Whether a status is a success of the contract or a failure. */
export const isPossible = (status: number): boolean =>
  Number.isInteger(status) && (status === 200 || (status >= 400 && status <= 599));
