// A smoke test that runs against the built package in every runtime.
import { createClient, isVpcepError, parseTimestamp } from "@vpcep/client";
import { aksk } from "@vpcep/client/aksk";
import { validate } from "@vpcep/client/validate";

/** Test server URLs. */
export interface SmokeServers {
  readonly mock: string;
  /** URL of a server on which the first path segment selects a fault. */
  readonly odd: string;
}

const projectId = "6e9dfd51d1124e8d8498dce894923a0d";
const serviceId = "4189d3c2-8882-4871-a3c2-d380272eed88";

/** Uses each feature once, and returns the results as plain data. */
export async function smoke({ mock, odd }: SmokeServers): Promise<unknown> {
  const token = "mock-token";
  const vpcep = createClient({ baseUrl: mock, projectId, token, validate });
  const failure = async (way: string, options = {}, call = {}): Promise<unknown> => {
    const place = { baseUrl: `${odd}/${way}`, projectId, token };
    try {
      const client = createClient({ ...place, random: () => 0, ...options });
      return await client.getVpcEndpointService(serviceId, call);
    } catch (error) {
      return isVpcepError(error) ? `${error.name} ${error.attempts}` : error;
    }
  };
  const { data, requestId } = await vpcep.getVpcEndpointService.withResponse(serviceId);
  const signed = createClient({
    baseUrl: mock,
    projectId,
    credentials: aksk({ accessKey: "MOCKACCESSKEY", secretKey: "mock-secret-key" }),
  });
  const gone = vpcep.waitForVpcEndpointService("00000000-0000-0000-0000-000000000000", {
    until: "deleted",
  });
  return {
    status: data.status,
    created: parseTimestamp(data.created_at).toISOString(),
    requestId: requestId?.length,
    signed: (await signed.getVpcEndpointService(serviceId)).status,
    deleted: await gone.then(() => true),
    missing: validate({}).length,
    redirect: await failure("redirect"),
    silent: await failure("silent", { timeoutMs: 500 }),
    stuck: await failure("stuck", { timeoutMs: 500 }),
    flood: await failure("flood", { maxBodyBytes: 1000 }),
    unavailable: await failure("unavailable"),
    page: await failure("page"),
    aborted: await failure("silent", {}, { signal: AbortSignal.abort("the caller's reason") }),
    lineBreak: await failure("page", { token: "a\r\nb" }),
  };
}

/** The expected result of `smoke`. */
export const expected = {
  status: "available",
  created: "2018-01-30T07:42:01.174Z",
  requestId: 32,
  signed: "available",
  deleted: true,
  missing: 11,
  redirect: "ApiError 1",
  silent: "TimeoutError 1",
  stuck: "TimeoutError 1",
  flood: "InvalidResponseError 1",
  unavailable: "ServerError 3",
  page: "InvalidResponseError 1",
  aborted: "the caller's reason",
  lineBreak: "InvalidArgumentError undefined",
};
