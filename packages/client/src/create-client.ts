import type { Call, Send } from "./call.js";
import { check } from "./check.js";
import { checkBaseUrl } from "./check-base-url.js";
import { checkHeaders } from "./check-headers.js";
import { checkId } from "./check-id.js";
import type { ClientOptions } from "./client-options.js";
import type { ApiError } from "./errors/api-error.js";
import { InvalidArgumentError } from "./errors/invalid-argument-error.js";
import { exchange } from "./exchange.js";
import { finalUrl } from "./final-url.js";
import { servers } from "./servers.gen.js";
import { sleep as defaultSleep } from "./sleep.js";
import { type Authorize, tokenCredentials } from "./token-credentials.js";
import type { GetVpcEndpointService, VpcepClient } from "./vpcep-client.js";
import { waiter } from "./wait.js";
import { withRetry } from "./with-retry.js";

/**
 * Makes a client for one place and, unless a call names another, one project. Sends nothing yet.
 *
 * @throws InvalidArgumentError when an option cannot be used.
 */
export function createClient(options: ClientOptions): VpcepClient {
  const { token, credentials, sleep = defaultSleep } = options;
  const baseUrl = checkBaseUrl(
    options.baseUrl ?? (servers as Readonly<Record<string, string>>)[options.region],
    options.allowInsecureHttp,
  );
  const authorize: Authorize | undefined =
    token === undefined ? credentials : tokenCredentials(token);
  check(authorize, "token or credentials", "must be given");

  let checked: unknown;
  const withResponse: GetVpcEndpointService["withResponse"] = async (
    serviceId,
    { signal, timeoutMs = options.timeoutMs ?? 60_000, projectId = options.projectId } = {},
  ) => {
    const call: Call = {
      method: "GET",
      url: finalUrl(baseUrl, {
        project_id: checkId(projectId, "projectId"),
        vpc_endpoint_service_id: checkId(serviceId, "serviceId"),
      }),
      attempts: 0,
      delaysMs: [],
    };
    const attempt = async (
      signal: AbortSignal,
      refused?: ReturnType<Authorize>,
    ): ReturnType<Send> => {
      call.attempts++;
      let given;
      let headers;
      try {
        given = authorize({ ...call, projectId }, refused);
        headers = await given;
      } catch (cause) {
        throw new InvalidArgumentError("token or credentials gave nothing", { cause });
      }
      // The promise of a token is our own and always the same; what credentials give may change.
      if (token === undefined || given !== checked) checkHeaders(headers);
      checked = given;
      try {
        return await exchange(call, headers, signal, options);
      } catch (error) {
        // Only a function can give another token. A second 401 stands.
        if (refused || typeof token !== "function" || (error as ApiError).status !== 401)
          throw error;
        return attempt(signal, given);
      }
    };
    return withRetry(attempt, call, timeoutMs, sleep, options, signal);
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
