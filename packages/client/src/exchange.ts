import type { VpcEndpointService } from "@vpcep/types";

import type { Call } from "./call.js";
import { check } from "./check.js";
import type { ClientOptions } from "./client-options.js";
import { ConnectionError } from "./errors/connection-error.js";
import { InvalidResponseError } from "./errors/invalid-response-error.js";
import { readBody } from "./read-body.js";
import { toApiError } from "./to-api-error.js";
import type { Answer } from "./vpcep-client.js";

/** What the sending of a request needs of the client's options. */
export type ExchangeOptions = Pick<
  ClientOptions,
  "fetch" | "maxBodyBytes" | "now" | "onDrift" | "onEvent" | "validate"
>;

/**
 * One attempt: sends the request, reads the body and judges the answer.
 *
 * @throws ConnectionError, ApiError or InvalidResponseError
 */
export async function exchange(
  call: Call,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  options: ExchangeOptions,
): Promise<Answer<VpcEndpointService>> {
  const { maxBodyBytes = 1_048_576, onEvent } = options;
  const secrets = Object.values(headers);
  // They come from outside: a line break would start another header, a missing token be sent as "undefined".
  for (const secret of secrets as unknown[])
    check(
      typeof secret === "string" && /^[ -~]+$/.test(secret),
      "token or credentials",
      "must be one line of ASCII characters",
    );
  /** A text without secrets, should the answer echo them, and not too long. */
  const clean = (text: unknown): string | undefined =>
    typeof text === "string" && text
      ? secrets
          .reduce(
            (rest, secret) => (call.url.includes(secret) ? rest : rest.replaceAll(secret, "***")),
            text,
          )
          .slice(0, 4096)
      : undefined;

  onEvent?.({ ...call, type: "request" });
  let response: Response;
  let text: string;
  let cut: boolean;
  let requestId: string | undefined;
  try {
    response = await (options.fetch ?? fetch)(call.url, {
      method: call.method,
      headers,
      signal,
      // Not "error": workerd does not know it.
      redirect: "manual",
    });
    requestId = clean(response.headers.get("x-request-id"));
    [text, cut] = await readBody(response, maxBodyBytes);
  } catch (cause) {
    throw new ConnectionError("No complete answer", { ...call, cause, retryable: true });
  }
  const { status } = response;
  onEvent?.({ ...call, type: "response", status, requestId });
  const body = clean(text);
  if (!response.ok)
    throw toApiError(response, text, { ...call, requestId, body }, clean, options.now ?? Date.now);

  const refuse = (what: string, violations?: unknown): never => {
    throw new InvalidResponseError(what, { ...call, status, requestId, body, violations });
  };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    // The parser quotes the body, which may hold anything; left undefined, the next line refuses it.
  }
  if (cut) refuse(`The body is longer than ${maxBodyBytes} bytes`);
  if (typeof data !== "object" || !data || Array.isArray(data))
    refuse("The body is no JSON object");
  const violations = options.validate?.(data, options.onDrift) ?? [];
  if (violations.length) {
    refuse(
      `The body breaks the contract: ${violations
        .slice(0, 3)
        .map(({ pointer, message }) => `${pointer} ${message}`)
        .join(", ")}`,
      violations,
    );
  }
  return { data: data as VpcEndpointService, response, requestId };
}
