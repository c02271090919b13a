import type { Call, Send } from "./call.js";
import { check } from "./check.js";
import { checkBaseUrl } from "./check-base-url.js";
import type { ClientOptions } from "./client-options.js";
import type { ApiError } from "./errors/api-error.js";
import { InvalidArgumentError } from "./errors/invalid-argument-error.js";
import { TimeoutError } from "./errors/timeout-error.js";
import { exchange } from "./exchange.js";
import { fillPath } from "./fill-path.js";
import { servers } from "./servers.gen.js";
import { sleep as defaultSleep } from "./sleep.js";
import { type Authorize, tokenCredentials } from "./token-credentials.js";
import type { GetVpcEndpointService, VpcepClient } from "./vpcep-client.js";
import { waiter } from "./wait.js";
import { withRetry } from "./with-retry.js";
import { withTimeout } from "./with-timeout.js";

/** Empty, a step in a path, slashes, control characters, halves of surrogate pairs: none can be part of an ID. */
const notAnId = /^\.{0,2}$|[/\\\p{Cc}\p{Cs}]/u;

/**
 * Makes a client for one place and, unless a call names another, one project. Sends nothing yet.
 *
 * @throws InvalidArgumentError when an option cannot be used.
 */
export function createClient(options: ClientOptions): VpcepClient {
  const { region, token, credentials, sleep = defaultSleep } = options;
  const baseUrl = checkBaseUrl(
    options.baseUrl ?? (region && servers[region]),
    options.allowInsecureHttp,
  );
  const authorize: Authorize | undefined =
    token === undefined ? credentials : tokenCredentials(token);
  check(authorize, "token or credentials", "must be given");

  const withResponse: GetVpcEndpointService["withResponse"] = async (
    serviceId,
    { signal, timeoutMs = options.timeoutMs ?? 60_000, projectId = options.projectId } = {},
  ) => {
    for (const [name, id] of Object.entries({ projectId, serviceId }))
      check(
        typeof id === "string" && !notAnId.test(id),
        name,
        "must be an ID without slashes and control characters",
      );
    const call: Call = {
      method: "GET",
      url: baseUrl + fillPath({ project_id: projectId, vpc_endpoint_service_id: serviceId }),
      attempts: 0,
      delaysMs: [],
    };
    let used: ReturnType<Authorize> | undefined;
    let refused: ReturnType<Authorize> | undefined;
    const attempt: Send = async (signal) => {
      let headers;
      try {
        headers = await (used = authorize({ ...call, projectId }, refused));
      } catch (cause) {
        throw new InvalidArgumentError("token or credentials failed", { cause });
      }
      return exchange(call, headers, signal, options);
    };
    const within = (ms: number, send: Send) =>
      withTimeout(
        send,
        ms,
        () => new TimeoutError(`No answer within ${ms} ms`, { ...call, retryable: true }),
      );
    const renew = (error: ApiError): boolean => {
      // Only a function can give another token, and only once per call.
      const again = error.status === 401 && !refused && typeof token === "function";
      if (again) refused = used;
      return again;
    };
    return within(
      timeoutMs,
      withRetry(within(options.attemptTimeoutMs ?? 20_000, attempt), call, {
        ...options,
        sleep,
        renew,
      }),
    )(signal);
  };

  const getVpcEndpointService: GetVpcEndpointService = Object.assign(
    async (...args: Parameters<typeof withResponse>) => (await withResponse(...args)).data,
    { withResponse },
  );
  return {
    getVpcEndpointService,
    waitForVpcEndpointService: waiter(getVpcEndpointService, sleep),
  };
}
