import type { VpcEndpointService } from "@vpcep/types";

import type { Call } from "./call.js";
import type { ClientOptions } from "./client-options.js";
import { ConnectionError } from "./errors/connection-error.js";
import { InvalidResponseError } from "./errors/invalid-response-error.js";
import { readBody } from "./read-body.js";
import { type AnyErrorBody, toApiError } from "./to-api-error.js";
import type { Answer } from "./vpcep-client.js";

/** What the sending of a request needs of the client's options. */
export type ExchangeOptions = Pick<
  ClientOptions,
  "fetch" | "maxBodyBytes" | "now" | "onDrift" | "onEvent" | "validate"
>;

/**
 * One attempt: sends the request, reads the body and judges the answer.
 *
 * @param headers authorize the request; whatever they hold is kept out of errors.
 * @throws ConnectionError, ApiError or InvalidResponseError
 */
export async function exchange(
  call: Call,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  options: ExchangeOptions,
): Promise<Answer<VpcEndpointService>> {
  const { maxBodyBytes = 1_048_576, onEvent } = options;
  /** A text without secrets, should the answer echo them, and not too long. */
  const clean = (text: unknown): string | undefined =>
    typeof text === "string" && text
      ? Object.values(headers)
          .reduce(
            (rest, secret) => (call.url.includes(secret) ? rest : rest.replaceAll(secret, "***")),
            text,
          )
          .slice(0, 4096)
      : undefined;

  onEvent?.({ ...call, type: "request" });
  let response: Response;
  let text: string;
  let requestId: string | undefined;
  try {
    response = await (options.fetch ?? fetch)(call.url, {
      headers,
      signal,
      // Not "error": workerd does not know it.
      redirect: "manual",
    });
    requestId = clean(response.headers.get("x-request-id"));
    text = await readBody(response, maxBodyBytes);
  } catch (cause) {
    throw new ConnectionError("No complete answer", { ...call, cause, retryable: true });
  }
  const { status } = response;
  onEvent?.({ ...call, type: "response", status, requestId });
  /** Made only for an error: to clean a body of a long token takes a while. */
  const details = () => ({ ...call, status, requestId, body: clean(text) });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    // The parser quotes the body, which may hold anything; the data stays undefined.
  }
  if (!response.ok)
    throw toApiError(data as AnyErrorBody, response.headers, details(), clean, options.now);
  if (Object(data) !== data || Array.isArray(data))
    throw new InvalidResponseError(
      `The body is no JSON object of at most ${maxBodyBytes} bytes`,
      details(),
    );
  const violations = options.validate?.(data, options.onDrift);
  if (violations?.length)
    throw new InvalidResponseError(
      `The body breaks the contract: ${violations
        .slice(0, 5)
        .map(({ pointer, message }) => `${pointer} ${message}`)
        .join(", ")}`,
      { ...details(), violations },
    );
  return { data: data as VpcEndpointService, response, requestId };
}
