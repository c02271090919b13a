// The way of every request: authorize, send, read, and send again what may pass. openapi-fetch calls it as `fetch`.
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

/** One call while it runs. */
export interface Call extends Mutable<RequestInfo> {
  /** The path of the contract. */
  readonly path: string;
  readonly projectId: string;
  /** Credentials may be sent to this origin only. */
  readonly origin: string;
  /** When the time of the call is up, on the clock of `performance.now`. */
  readonly deadline: number;
  /** Sends instead of the client's `fetch`. */
  readonly fetch: Fetch | undefined;
  /** More options for `fetch`, such as `cache`. */
  readonly init: object;
  /** Whether the body is read as text. */
  readonly asText: boolean;
  /** Whether only this package sees request and response, so that neither needs to be a real one. */
  readonly unseen: boolean;
  /** The last answer, and what openapi-fetch got in its place. */
  answer?: Attempt & { readonly handedOut: HandedOut };
  /** While waiting to send again: what went wrong last. */
  cause?: unknown;
}

/** What the pipeline needs of a request; the global `Request` has it, and so has `UnseenRequest`. */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly signal: Ending;
}

/** The request of a GET without middleware. A real `Request` takes longer to make than everything else of a call. */
export class UnseenRequest implements Outgoing {
  declare readonly url: string;
  declare readonly method: string;
  declare readonly headers: Headers;
  declare readonly signal: Ending;

  constructor(url: string, init: Omit<Outgoing, "url">) {
    Object.assign(this, init, { url: new URL(url).href });
  }
}

/** What openapi-fetch needs of a response whose body it takes as text. */
type HandedOut =
  Response | (Pick<Response, "headers" | "ok" | "status"> & { text(): Promise<string> });

interface Attempt extends Received {
  readonly response: FetchResponse;
  readonly body: Body;
  readonly error: ApiError | undefined;
}

/**
 * Sends a request until an answer stands or nothing more may be tried.
 *
 * @throws ConnectionError, TimeoutError, CredentialsError or InvalidArgumentError when there is no answer, or the reason
 *   of the signal.
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
      "of the call, or a middleware, leads to another origin than the client's; make a client for that one",
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
    // Waiting for a time that the call does not have would only hide the error.
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

/** The error for a limit that has passed. */
export const timeoutError = (call: Call, timeoutMs: number): TimeoutError => {
  const { url, cause } = call;
  const info = url ? infoOf(call) : {};
  return new TimeoutError(`No answer within ${timeoutMs} ms`, { ...info, timeoutMs, cause });
};

interface Exchange {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ArrayBuffer | undefined;
  readonly limit: Limit;
}

/** One attempt; a second one at once when a 401 can be answered with another token. */
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
  // Only a function can give another token, and a second 401 stands.
  return attempt.response.status === 401 && authorizer.renewable && !refused
    ? authorizeAndSend(exchange, call, settings, auth)
    : attempt;
}

/** Sends once and reads the answer. */
async function sendOnce(exchange: Exchange, call: Call, settings: Resolved): Promise<Attempt> {
  const { url, headers, body, limit } = exchange;
  const init: FetchInit = {
    ...call.init,
    method: call.method,
    headers: { ...headers },
    ...acceptedSignal(limit),
    // Not "error": workerd does not know it.
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

/** What an injected `fetch` gave, when it cannot be used as a response. */
function whyNotResponse(response: unknown): string | undefined {
  const { status, headers, text, bodyUsed } = Object(response) as Partial<Response>;
  if (typeof status !== "number")
    return `it gave ${response === null ? "null" : typeof response} without a status`;
  if (typeof headers?.forEach !== "function") return "it gave one without headers";
  if (typeof text !== "function") return "it gave one without text()";
  return bodyUsed ? "it gave one whose body has been read already" : undefined;
}

/** The answer for openapi-fetch and its middleware. */
function handOut(attempt: Attempt, call: Call): HandedOut {
  const { response, text, body } = attempt;
  const { status, headers } = response;
  const handedOut = call.unseen
    ? { status, headers: headers as Headers, ok: !attempt.error, text: () => Promise.resolve(text) }
    : toResponse(response, body, call.asText);
  call.answer = { ...attempt, handedOut };
  return handedOut;
}

/** The response that the caller gets, for what openapi-fetch gives back. */
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

/** Tells `onEvent`, and waits for it when it is asynchronous, so that what it rejects with ends the call. */
async function tell({ onEvent }: Resolved, call: RequestInfo, news: News): Promise<void> {
  await onEvent?.({ ...infoOf(call), ...news });
}
