import type { paths, VpcEndpointService } from "@vpcep/types";
import createFetchClient from "openapi-fetch";

import {
  check,
  checkFunction,
  checkHeaders,
  checkId,
  checkNames,
  checkNumber,
  checkSignal,
  quote,
} from "./check-arguments.js";
import { apiError, judgeData, operationPath, type Received } from "./make-error.js";
import type { CallOptions, ClientOptions, Fetch } from "./options.js";
import {
  type Call,
  type Outgoing,
  responseFor,
  send,
  timeoutError,
  UnseenRequest,
} from "./pipeline.js";
import { resolveOptions } from "./resolve-options.js";
import { acceptedSignal, withinTime } from "./time-limit.js";
import type { Answer, GetVpcEndpointService, VpcepClient } from "./vpcep-client.js";
import { waiter } from "./wait.js";

/** What the calls of openapi-fetch take, as this file sees it. */
interface Init extends Readonly<Record<string, unknown>> {
  readonly params?: {
    readonly path?: Readonly<Record<string, unknown>>;
    readonly header?: unknown;
  };
  readonly signal?: AbortSignal | null | undefined;
  readonly parseAs?: string | undefined;
  readonly fetch?: ((request: Request) => ReturnType<Fetch>) | undefined;
  readonly middleware?: readonly unknown[] | undefined;
}

interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** A call that is over, with what an error needs to know. */
interface Outcome {
  readonly call: Call;
  readonly received: Received;
  readonly result: Result;
}

/** What this file uses of openapi-fetch's client. */
interface Core {
  readonly request: (method: string, path: string, init: object) => Promise<Result>;
  readonly use: (...middleware: unknown[]) => void;
}

/** The options of a method; `cache` is for waiting. */
const optionsOfCall = {
  cache: true,
  headers: true,
  projectId: true,
  signal: true,
  timeoutMs: true,
} satisfies Record<keyof CallOptions | "cache", true>;

const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;

/**
 * Makes a client for one place and, unless a call names another, one project. Sends nothing yet.
 *
 * @throws InvalidArgumentError when an option cannot be used.
 * @example
 * const vpcep = createClient({ region: "eu-de", projectId, token });
 */
export function createClient(options: ClientOptions): VpcepClient {
  const { headers, place, settings } = resolveOptions(options);
  const { from } = settings.authorizer;
  const client: object = createFetchClient<paths>({ headers, pathSerializer: fillPath });
  const core = { ...client } as Core;
  let hasMiddleware = false;

  /** Every call: through openapi-fetch and its middleware into the pipeline, all of it in time. */
  const run = async (method: string, path: string, init: Init = {}): Promise<Outcome> => {
    checkInit(path, init);
    const { baseUrl, fetch, headers, params, parseAs = "json", signal, timeoutMs, ...rest } = init;
    const limitMs = checkNumber({ timeoutMs }, "timeoutMs", "duration", settings.timeoutMs);
    const asText = parseAs === "json" || parseAs === "text";
    const own = place();
    const call: Call = {
      method,
      url: "",
      attempts: 0,
      delaysMs: [],
      path,
      // The project of the call, also when it is another than the client's: its path says which.
      projectId: (params?.path?.["project_id"] as string | undefined) ?? settings.projectId,
      origin: own.origin,
      deadline: performance.now() + limitMs,
      fetch: fetch && ((target, given) => fetch(new Request(target, given))),
      init: forFetch(rest),
      asText,
      unseen: asText && method === "GET" && !hasMiddleware && !rest.middleware?.length,
    };
    const passed = {
      ...rest,
      baseUrl: (baseUrl === undefined ? own : place(baseUrl)).url,
      headers: checkHeaders(headers, "headers", from),
      params: { path: {}, ...params, header: checkHeaders(params?.header, "params.header", from) },
      parseAs: asText ? "text" : parseAs,
      // The global one is looked up late, because tests and polyfills replace it.
      Request: call.unseen ? UnseenRequest : Request,
      fetch: (outgoing: Outgoing) => send(outgoing, call, settings),
    };
    const result = await withinTime(
      (limit) =>
        core.request(method, path, {
          ...passed,
          ...(call.unseen ? { signal: limit } : acceptedSignal(limit)),
        }),
      limitMs,
      () => timeoutError(call, limitMs),
      checkSignal(signal),
    );
    return complete(result, parseAs, call);
  };

  /** What openapi-fetch made of the answer: with data that has been judged, and an error that is never falsy. */
  const complete = async (result: Result, parseAs: string, call: Call): Promise<Outcome> => {
    const { data, error } = result;
    const received = receivedOf(result, call);
    const response = responseFor(result.response, call);
    if (!response.ok) {
      // Falsy, it would be taken for a success (openapi-ts/openapi-typescript 2530 and 2070).
      const empty = error === undefined || error === null || error === "";
      const shown = empty ? `HTTP ${response.status} without a body` : error;
      return { call, received, result: { error: shown, response } };
    }
    const isJson = parseAs === "json" && (data !== undefined || call.method === "GET");
    const judged = isJson ? await judgeData(received, call, settings) : data;
    return { call, received, result: { data: judged, response } };
  };

  const get = async (
    serviceId: string,
    options: CallOptions & { readonly cache?: "no-store" } = {},
  ): Promise<Answer<VpcEndpointService>> => {
    checkNames(options, optionsOfCall, "this call");
    const { projectId = settings.projectId, ...init } = options;
    const path = {
      project_id: checkId(projectId, "projectId"),
      vpc_endpoint_service_id: checkId(serviceId, "serviceId"),
    };
    const { call, received, result } = await run("GET", operationPath, {
      ...init,
      params: { path },
    });
    const { data, response } = result;
    if (!response.ok) throw apiError(received, call, settings.now);
    return {
      data: data as VpcEndpointService,
      response,
      requestId: response.headers.get("x-request-id") ?? undefined,
    };
  };

  const getVpcEndpointService: GetVpcEndpointService = Object.assign(
    async (serviceId: string, options?: CallOptions) => (await get(serviceId, options)).data,
    { withResponse: (serviceId: string, options?: CallOptions) => get(serviceId, options) },
  );
  const request = async (method: string, path: string, init?: Init): Promise<Result> =>
    (await run(method.toUpperCase(), path, init)).result;
  const calls = methods.map((method): [string, unknown] => [
    method,
    (path: string, init?: Init) => request(method, path, init),
  ]);
  return Object.assign(client, Object.fromEntries(calls), {
    request,
    use: (...middleware: unknown[]) => {
      hasMiddleware = true;
      core.use(...middleware);
    },
    getVpcEndpointService,
    waitForVpcEndpointService: waiter(
      async (serviceId, options) => (await get(serviceId, options)).data,
      settings.sleep,
    ),
  } as unknown as VpcepClient);
}

/**
 * The path of the contract with its parameters; openapi-fetch would send a missing one as `%7Bid%7D` and let `..`
 * climb.
 */
const fillPath = (template: string, parameters: Readonly<Record<string, unknown>>): string =>
  // Only the contract's part: the base URL before it may hold braces of its own.
  template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(checkId(parameters[name], name)),
  );

/** Refuses what openapi-fetch would take but what leads around the pipeline or the check of IDs. */
function checkInit(path: unknown, init: Init): void {
  check(typeof path === "string" && path.startsWith("/"), "path", "must begin with a slash", path);
  for (const name of ["Request", "pathSerializer", "redirect"])
    check(init[name] === undefined, name, "cannot be set for a call; leave it out", init[name]);
  const { parseAs = "json" } = init;
  check(
    ["json", "text", "blob", "arrayBuffer", "stream"].includes(parseAs),
    "parseAs",
    "must be json, text, blob, arrayBuffer or stream",
    parseAs,
    quote,
  );
  checkFunction(init, "fetch", undefined);
}

/** What of a call's options is for `fetch` itself, such as `cache`: all that openapi-fetch does not use up. */
const forFetch = (rest: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(
    Object.entries(rest).filter(
      ([name]) => !["body", "bodySerializer", "middleware", "querySerializer"].includes(name),
    ),
  );

/** What an error needs of the answer, which may come from the pipeline or from a middleware. */
const receivedOf = ({ data, error, response }: Result, { answer }: Call): Received => {
  if (answer?.handedOut === response) return answer;
  const body = data ?? error ?? "";
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { response, text, sent: answer?.sent ?? {} };
};
