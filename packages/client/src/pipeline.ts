// The way of every request: authorize, send, read, and send again what may pass. openapi-fetch calls it as `fetch`.
import { unusable } from "./check-arguments.js";
import type { AuthHeaders, Authorizer } from "./credentials.js";
import { type ApiError, InvalidArgumentError, TimeoutError } from "./errors.js";
import {
  apiError,
  connectionError,
  credentialsError,
  infoOf,
  notAResponse,
  type Received,
  shownHeader,
} from "./make-error.js";
import type { ClientEvent, Fetch, FetchInit, FetchResponse, Settings } from "./options.js";
import { type Body, readBody, toResponse } from "./read-body.js";
import { delayMs, retriedMethods } from "./retry-policy.js";
import { throwIfAborted, withinTime } from "./time-limit.js";
import type { RequestInfo, VpcepError } from "./vpcep-error.js";

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** Settings that have a default. */
type WithDefaults = {
  readonly [
    Key in
      | "attemptTimeoutMs"
      | "maxAttempts"
      | "maxBodyBytes"
      | "maxDelayMs"
      | "now"
      | "random"
      | "sleep"
      | "timeoutMs"
  ]: NonNullable<Settings[Key]>;
};

/** The settings of a client, checked and complete. */
export interface Resolved extends WithDefaults {
  readonly projectId: string;
  readonly authorizer: Authorizer;
  readonly fetch: Fetch | undefined;
  readonly onEvent: Settings["onEvent"];
  readonly onDrift: Settings["onDrift"];
  readonly validate: Settings["validate"];
}

/** One call while it runs. */
export interface Call extends Mutable<RequestInfo> {
  /** The path of the contract. */
  readonly path: string;
  readonly projectId: string;
  /** What credentials may be sent to. */
  readonly origin: string;
  /** When the time of the call is up, on the clock of `performance.now`. */
  readonly deadline: number;
  /** Sends instead of the client's `fetch`. */
  readonly fetch: Fetch | undefined;
  /** More of what `fetch` gets, such as `cache`. */
  readonly init: object;
  /** Whether the body will be read as text. */
  readonly asText: boolean;
  /** The last answer, and the response made of it. */
  answer?: Received & { readonly handedOut: Response; readonly error: ApiError | undefined };
  /** While waiting to send again: what went wrong last. */
  cause?: unknown;
}

interface Attempt extends Received {
  readonly response: FetchResponse;
  readonly body: Body;
  readonly error: ApiError | undefined;
}

/**
 * Sends a request until an answer stands or nothing more may be tried.
 *
 * @throws What `judge` in make-error.ts cannot be asked about, because there is no answer: ConnectionError,
 *   TimeoutError, CredentialsError, InvalidArgumentError, or the reason of the signal.
 */
export async function send(request: Request, call: Call, settings: Resolved): Promise<Response> {
  const { url, method, headers: own } = request;
  if (new URL(url).origin !== call.origin)
    throw unusable(
      "baseUrl",
      "of the call, or a middleware, leads to another origin than the client's; make a client for that one",
    );
  call.method = method;
  call.url = url.replace(/[?#].*/, "");
  const body = /^(GET|HEAD)$/.test(method) ? undefined : await request.arrayBuffer();
  const headers: Record<string, string> = {};
  own.forEach((value, name) => {
    headers[name] = value;
  });
  const mayRepeat = retriedMethods.includes(method);

  for (let left = mayRepeat ? settings.maxAttempts : 1; ;) {
    let attempt: Attempt | undefined;
    let failure: unknown;
    try {
      attempt = await withinTime(
        (signal) => tryOnce({ url, headers, body, signal }, call, settings),
        settings.attemptTimeoutMs,
        () => late(call, settings.attemptTimeoutMs),
        request.signal,
      );
      failure = attempt.error;
    } catch (error) {
      if (request.signal.aborted) throw error;
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
    await settings.sleep(wait, request.signal);
    throwIfAborted(request.signal);
    delete call.cause;
  }
}

/** The error for a limit that has passed. */
export const late = (call: Call, timeoutMs: number): TimeoutError => {
  const { url, cause } = call;
  const info = url ? infoOf(call) : {};
  return new TimeoutError(`No answer within ${timeoutMs} ms`, { ...info, timeoutMs, cause });
};

interface Outgoing {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ArrayBuffer | undefined;
  readonly signal: AbortSignal;
}

/** One attempt; a second one at once when a 401 can be answered with another token. */
async function tryOnce(
  outgoing: Outgoing,
  call: Call,
  settings: Resolved,
  refused?: AuthHeaders,
): Promise<Attempt> {
  const { authorizer } = settings;
  const { url, signal } = outgoing;
  const { method, projectId } = call;
  let auth: AuthHeaders;
  try {
    auth = await authorizer.authorize({ method, url, projectId, signal }, refused);
  } catch (cause) {
    throwIfAborted(signal);
    throw credentialsError(cause, authorizer.from, call);
  }
  const names = new Set(Object.keys(auth).map((name) => name.toLowerCase()));
  const others = Object.entries(outgoing.headers).filter(([name]) => !names.has(name));
  const sent = { ...Object.fromEntries(others), ...auth };
  call.attempts++;
  await tell(settings, call, { type: "request" });
  const attempt = await exchange({ ...outgoing, headers: sent }, call, settings);
  await tell(settings, call, {
    type: "response",
    status: attempt.response.status,
    requestId: shownHeader(attempt, call),
  });
  // Only a function can give another token, and a second 401 stands.
  return attempt.response.status === 401 && authorizer.renewable && !refused
    ? tryOnce(outgoing, call, settings, auth)
    : attempt;
}

/** Sends once and reads the answer. */
async function exchange(outgoing: Outgoing, call: Call, settings: Resolved): Promise<Attempt> {
  const { url, headers, body, signal } = outgoing;
  const init: FetchInit = {
    ...call.init,
    method: call.method,
    headers: { ...headers },
    signal,
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
    return {
      ...received,
      body: read,
      error: ok ? undefined : apiError(received, call, settings.now),
    };
  } catch (cause) {
    throwIfAborted(signal);
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

/** The response for openapi-fetch and its middleware. */
function handOut(attempt: Attempt, call: Call): Response {
  const handedOut = toResponse(attempt.response, attempt.body, call.asText);
  call.answer = { ...attempt, handedOut };
  return handedOut;
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
