// The pipeline that openapi-fetch calls as `fetch`: authorize, send, read the body, and retry.
import { unusable } from "./check-arguments.js";
import type { AuthHeaders } from "./credentials.js";
import { type ApiError, InvalidArgumentError, TimeoutError } from "./errors.js";
import {
  apiError,
  connectionError,
  credentialsError,
  infoOf,
  notAResponse,
  type Received,
  shownOf,
} from "./make-error.js";
import type { ClientEvent, Fetch, FetchInit, FetchResponse } from "./options.js";
import { type Body, readBody, toResponse } from "./read-body.js";
import type { Resolved } from "./resolve-options.js";
import { delayMs, retriedMethods } from "./retry-policy.js";
import {
  acceptedSignal,
  type Ending,
  type Limit,
  signalOf,
  throwIfAborted,
  withinTime,
} from "./time-limit.js";
import type { RequestInfo, VpcepError } from "./vpcep-error.js";

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** The state of a single call. */
export interface Call extends Mutable<RequestInfo> {
  /** The path template from the contract. */
  readonly path: string;
  readonly projectId: string;
  /** The only origin that may receive credentials. */
  readonly origin: string;
  /** The deadline for the call, on the `performance.now()` clock. */
  readonly deadline: number;
  /** Overrides the client's `fetch`. */
  readonly fetch: Fetch | undefined;
  /** Additional `fetch` options, such as `cache`. */
  readonly init: object;
  /** Whether to read the body as text. */
  readonly asText: boolean;
  /** Whether only the client accesses the request and the response, so that plain objects can replace them. */
  readonly unseen: boolean;
  /** The last response, and the corresponding object that was passed to openapi-fetch. */
  answer?: Attempt & { readonly handedOut: HandedOut };
  /** The last failure. Set only during the delay before a retry. */
  cause?: unknown;
}

/** The `Request` properties that the pipeline uses. */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly signal: Ending;
}

/** A fast replacement for `Request`, for GET requests without middleware. */
export class UnseenRequest implements Outgoing {
  declare readonly url: string;
  declare readonly method: string;
  declare readonly headers: Headers;
  declare readonly signal: Ending;

  constructor(url: string, init: Omit<Outgoing, "url">) {
    Object.assign(this, init, { url: new URL(url).href });
  }
}

/** The `Response` properties that openapi-fetch uses to read text. */
type HandedOut =
  Response | (Pick<Response, "headers" | "ok" | "status"> & { text(): Promise<string> });

interface Attempt extends Received {
  readonly response: FetchResponse;
  readonly body: Body;
  readonly error: ApiError | undefined;
}

/**
 * Sends a request, with retries.
 *
 * @throws ConnectionError, TimeoutError, CredentialsError, or InvalidArgumentError if there is no response.
 * @throws The abort reason if the signal is aborted.
 */
export async function send(
  request: Outgoing | Request,
  call: Call,
  settings: Resolved,
): Promise<HandedOut> {
  const { url, method, signal: ending } = request;
  if (!url.startsWith(`${call.origin}/`))
    throw unusable(
      "baseUrl",
      "must have the same origin for the client, its calls, and its middleware; create another client",
    );
  call.method = method;
  call.url = url.replace(/[?#].*/, "");
  const headers: Record<string, string> = {};
  request.headers.forEach((value, name) => {
    headers[name] = value;
  });
  const body =
    /^(GET|HEAD)$/.test(method) || !("arrayBuffer" in request)
      ? undefined
      : await request.arrayBuffer();
  const tryOnce = (limit: Limit) => authorizeAndSend({ url, headers, body, limit }, call, settings);

  for (let left = retriedMethods.includes(method) ? settings.maxAttempts : 1; ;) {
    let attempt: Attempt | undefined;
    let failure: unknown;
    try {
      const { attemptTimeoutMs } = settings;
      const late = () => timeoutError(call, attemptTimeoutMs);
      attempt = await withinTime(tryOnce, attemptTimeoutMs, late, ending);
      failure = attempt.error;
    } catch (error) {
      if (ending.aborted) throw error;
      failure = error;
    }
    const error = failure as (VpcepError & { retryAfterMs?: number }) | undefined;
    const wait =
      error?.retryable && --left > 0
        ? delayMs(error.retryAfterMs, call.delaysMs.length, settings)
        : Infinity;
    const leftMs = call.deadline - performance.now();
    // If the delay exceeds the remaining time, the call fails now, because a timeout would hide the original error.
    if (wait >= leftMs || (error?.retryAfterMs ?? 0) >= leftMs) {
      if (attempt) return handOut(attempt, call);
      throw failure;
    }
    call.delaysMs = [...call.delaysMs, wait];
    await tell(settings, call, { type: "retry", delayMs: wait, error: error as VpcepError });
    call.cause = failure;
    await settings.sleep(wait, signalOf(ending));
    throwIfAborted(ending);
    delete call.cause;
  }
}

export const timeoutError = (call: Call, timeoutMs: number): TimeoutError => {
  const { url, cause } = call;
  const info = url ? infoOf(call) : {};
  return new TimeoutError(`No response within ${timeoutMs} ms`, { ...info, timeoutMs, cause });
};

interface Exchange {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ArrayBuffer | undefined;
  readonly limit: Limit;
}

/** Makes one attempt. Repeats the attempt after a 401 if a new token is available. */
async function authorizeAndSend(
  exchange: Exchange,
  call: Call,
  settings: Resolved,
  refused?: AuthHeaders,
): Promise<Attempt> {
  const { authorizer, onEvent } = settings;
  const { url, limit } = exchange;
  const { method, projectId } = call;
  let auth: AuthHeaders;
  try {
    auth = await authorizer.authorize({ method, url, projectId, signal: limit.signal }, refused);
  } catch (cause) {
    throwIfAborted(limit);
    throw credentialsError(cause, authorizer.from, call);
  }
  const taken = Object.keys(auth).map((name) => name.toLowerCase());
  const others = Object.entries(exchange.headers).filter(([name]) => !taken.includes(name));
  const headers = { ...Object.fromEntries(others), ...auth };
  call.attempts++;
  await tell(settings, call, { type: "request" });
  const attempt = await sendOnce({ ...exchange, headers }, call, settings);
  if (onEvent)
    await tell(settings, call, {
      type: "response",
      status: attempt.response.status,
      requestId: shownOf(attempt, call).requestId,
    });
  // Only a token function can provide a new token. The client requests a new token at most once per attempt.
  return attempt.response.status === 401 && authorizer.renewable && !refused
    ? authorizeAndSend(exchange, call, settings, auth)
    : attempt;
}

/** Sends one request and reads the response. */
async function sendOnce(exchange: Exchange, call: Call, settings: Resolved): Promise<Attempt> {
  const { url, headers, body, limit } = exchange;
  const init: FetchInit = {
    ...call.init,
    method: call.method,
    headers: { ...headers },
    ...acceptedSignal(limit),
    // workerd does not support the `error` redirect mode.
    redirect: "manual",
    ...(body?.byteLength ? { body } : {}),
  };
  try {
    const response = await (call.fetch ?? settings.fetch ?? fetch)(url, init);
    const problem = whyNotResponse(response);
    if (problem) throw notAResponse(problem, call);
    const read = await readBody(response, settings.maxBodyBytes);
    const received = { response, text: read.text, cut: read.cut, sent: headers };
    const ok = response.status >= 200 && response.status < 300;
    const error = ok ? undefined : apiError(received, call, settings.now);
    return { ...received, body: read, error };
  } catch (cause) {
    throwIfAborted(limit);
    if (cause instanceof InvalidArgumentError) throw cause;
    throw connectionError(cause, call, headers);
  }
}

/** Explains why the value that a custom `fetch` returned is unusable. */
function whyNotResponse(response: unknown): string | undefined {
  const { status, headers, text, bodyUsed } = Object(response) as Partial<Response>;
  if (typeof status !== "number")
    return `it returned ${response === null ? "null" : typeof response} without a status`;
  if (typeof headers?.forEach !== "function") return "it returned a response without headers";
  if (typeof text !== "function") return "it returned a response without text()";
  return bodyUsed ? "it returned a response whose body was already read" : undefined;
}

/** Creates the response for openapi-fetch and its middleware. */
function handOut(attempt: Attempt, call: Call): HandedOut {
  const { response, text, body } = attempt;
  const { status, headers } = response;
  const handedOut = call.unseen
    ? { status, headers: headers as Headers, ok: !attempt.error, text: () => Promise.resolve(text) }
    : toResponse(response, body, call.asText);
  call.answer = { ...attempt, handedOut };
  return handedOut;
}

/** Returns the `Response` that corresponds to the object that was passed to openapi-fetch. */
export function responseFor(handedOut: HandedOut, { answer, unseen, asText }: Call): Response {
  if (!unseen || answer?.handedOut !== handedOut) return handedOut as Response;
  const { response, body } = answer;
  return response instanceof Response ? response : toResponse(response, body, asText);
}

type News = ClientEvent extends infer Event
  ? Event extends ClientEvent
    ? Omit<Event, keyof RequestInfo>
    : never
  : never;

/** Calls `onEvent` and awaits its result, so that the call rejects if `onEvent` rejects. */
async function tell({ onEvent }: Resolved, call: RequestInfo, news: News): Promise<void> {
  await onEvent?.({ ...infoOf(call), ...news });
}
