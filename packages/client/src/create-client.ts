import type { paths, VpcEndpointService } from "@vpcep/types";
import createFetchClient from "openapi-fetch";

import {
  check,
  checkFunction,
  checkHeaders,
  checkId,
  checkNumber,
  checkSignal,
  quote,
} from "./check-arguments.js";
import { apiError, judgeData, operationPath } from "./make-error.js";
import type { CallOptions, ClientOptions, Fetch } from "./options.js";
import { type Call, late, send } from "./pipeline.js";
import { resolveOptions } from "./resolve-options.js";
import { withinTime } from "./time-limit.js";
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
}

interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

type Request_ = (method: string, path: string, init: object) => Promise<Result>;

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
  const core = createFetchClient<paths>({ headers, pathSerializer: fillPath });
  const coreRequest = core.request as unknown as Request_;

  /** Every call: through openapi-fetch and its middleware into the pipeline, all of it in time. */
  const run = async (
    method: string,
    path: string,
    init: Init = {},
  ): Promise<Result & { readonly call: Call }> => {
    checkInit(path, init);
    const { baseUrl, fetch, headers, params, parseAs = "json", signal, timeoutMs, ...rest } = init;
    const limitMs = checkNumber({ timeoutMs }, "timeoutMs", "duration", settings.timeoutMs);
    const url = place();
    const call: Call = {
      method,
      url: "",
      attempts: 0,
      delaysMs: [],
      path,
      // The project of the call, also when it is another than the client's: its path says which.
      projectId: (params?.path?.["project_id"] as string | undefined) ?? settings.projectId,
      origin: new URL(url).origin,
      deadline: performance.now() + limitMs,
      fetch: fetch && ((target, given) => fetch(new Request(target, given))),
      init: forFetch(rest),
      asText: parseAs === "json" || parseAs === "text",
    };
    const passed = {
      ...rest,
      baseUrl: place(baseUrl),
      headers: checkHeaders(headers, "headers", from),
      params: { path: {}, ...params, header: checkHeaders(params?.header, "params.header", from) },
      parseAs: call.asText ? "text" : parseAs,
      // Looked up late, because tests and polyfills replace it.
      Request,
      fetch: (request: Request) => send(request, call, settings),
    };
    const result = await withinTime(
      (signal) => coreRequest(method, path, { ...passed, signal }),
      limitMs,
      () => late(call, limitMs),
      checkSignal(signal),
    );
    return { ...(await complete(result, parseAs, call)), call };
  };

  /** What openapi-fetch made of the answer: with data that has been judged, and an error that is never falsy. */
  const complete = async (result: Result, parseAs: string, call: Call): Promise<Result> => {
    const { data, error, response } = result;
    // Falsy, it would be taken for a success (openapi-ts/openapi-typescript 2530 and 2070).
    if (!response.ok)
      return { error: isEmpty(error) ? `HTTP ${response.status} without a body` : error, response };
    const isJson = parseAs === "json" && (data !== undefined || call.method === "GET");
    if (!isJson) return { data, response };
    const received = { ...receivedOf(result, call), text: typeof data === "string" ? data : "" };
    return { data: await judgeData(received, call, settings), response };
  };

  const get = async (
    serviceId: string,
    { projectId = settings.projectId, ...init }: CallOptions & { readonly cache?: "no-store" } = {},
  ): Promise<Answer<VpcEndpointService>> => {
    const path = {
      project_id: checkId(projectId, "projectId"),
      vpc_endpoint_service_id: checkId(serviceId, "serviceId"),
    };
    const result = await run("GET", operationPath, { ...init, params: { path } });
    const { call, data, response } = result;
    if (!response.ok) throw apiError(receivedOf(result, call), call, settings.now);
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
  const result = async (method: string, path: string, init?: Init): Promise<Result> => {
    const { data, error, response } = await run(method, path, init);
    return response.ok ? { data, response } : { error, response };
  };
  const calls = methods.map((method): [string, unknown] => [
    method,
    (path: string, init?: Init) => result(method, path, init),
  ]);
  return Object.assign(core as object, Object.fromEntries(calls), {
    request: (method: string, path: string, init?: Init) =>
      result(method.toUpperCase(), path, init),
    getVpcEndpointService,
    waitForVpcEndpointService: waiter(
      async (serviceId, options) => (await get(serviceId, options)).data,
      settings.sleep,
    ),
  } as unknown as VpcepClient);
}

const isEmpty = (error: unknown): boolean => error === undefined || error === null || error === "";

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
const receivedOf = ({ error, response }: Result, { answer }: Call) =>
  answer?.handedOut === response
    ? answer
    : {
        response,
        text: typeof error === "string" ? error : JSON.stringify(error ?? ""),
        sent: answer?.sent ?? {},
      };
