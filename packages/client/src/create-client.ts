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

/** The openapi-fetch options that this file uses. */
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

/** The result of a call, and the data that is needed to create an error if the call fails. */
interface Outcome {
  readonly call: Call;
  readonly received: Received;
  readonly result: Result;
}

/** The openapi-fetch methods that this file calls. */
interface Core {
  readonly request: (method: string, path: string, init: object) => Promise<Result>;
  readonly use: (...middleware: unknown[]) => void;
}

/** The options for `getVpcEndpointService`. Only `waitForVpcEndpointService` sets `cache`. */
const optionsOfCall = {
  cache: true,
  headers: true,
  projectId: true,
  signal: true,
  timeoutMs: true,
} satisfies Record<keyof CallOptions | "cache", true>;

const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;

/**
 * Creates a client for one region or base URL, with a default project. Doesn't send a request.
 *
 * @throws InvalidArgumentError if an option is missing, unknown, or invalid.
 * @example
 * const vpcep = createClient({ region: "eu-de", projectId, token });
 */
export function createClient(options: ClientOptions): VpcepClient {
  const { headers, place, settings } = resolveOptions(options);
  const { from } = settings.authorizer;
  const client: object = createFetchClient<paths>({ headers, pathSerializer: fillPath });
  const core = { ...client } as Core;
  let hasMiddleware = false;

  /** Makes a call through openapi-fetch, which runs the middleware and uses `send` as its `fetch` function. */
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
      // The project ID in the path overrides the client's project ID.
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
      // `Request` is looked up for each call, because tests and polyfills can replace the global class.
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

  /** Validates the data in a successful response, and ensures that the error for a failed response is truthy. */
  const complete = async (result: Result, parseAs: string, call: Call): Promise<Outcome> => {
    const { data, error } = result;
    const received = receivedOf(result, call);
    const response = responseFor(result.response, call);
    if (!response.ok) {
      // Callers check `if (error)`, so the error must be truthy (openapi-ts/openapi-typescript issues 2530 and 2070).
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

/** Fills in path parameters. Unlike openapi-fetch, this function rejects missing parameters and dot segments. */
const fillPath = (template: string, parameters: Readonly<Record<string, unknown>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(checkId(parameters[name], name)),
  );

/** Rejects openapi-fetch options that would bypass the pipeline or the ID validation. */
function checkInit(path: unknown, init: Init): void {
  check(typeof path === "string" && path.startsWith("/"), "path", "must start with a slash", path);
  for (const name of ["Request", "pathSerializer", "redirect"])
    check(init[name] === undefined, name, "cannot be set for a call; remove it", init[name]);
  const { parseAs = "json" } = init;
  check(
    ["json", "text", "blob", "arrayBuffer", "stream"].includes(parseAs),
    "parseAs",
    "must be json, text, blob, arrayBuffer, or stream",
    parseAs,
    quote,
  );
  checkFunction(init, "fetch", undefined);
}

/** Removes openapi-fetch options, so that only `fetch` options such as `cache` remain. */
const forFetch = (rest: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(
    Object.entries(rest).filter(
      ([name]) => !["body", "bodySerializer", "middleware", "querySerializer"].includes(name),
    ),
  );

/** Collects the response data that is needed to create errors. The response can come from the server or from middleware. */
const receivedOf = ({ data, error, response }: Result, { answer }: Call): Received => {
  if (answer?.handedOut === response) return answer;
  const body = data ?? error ?? "";
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { response, text, sent: answer?.sent ?? {} };
};
