/* eslint-disable @typescript-eslint/prefer-function-type -- Editors show the comment of a call signature. */
import type { Answers, paths, VpcEndpointService } from "@vpcep/types";
import type { Client, FetchOptions } from "openapi-fetch";

import type { CallOptions } from "./options.js";

/** A response's data and metadata. */
export interface Answer<Data> {
  /** The response body, with the API's field names. */
  readonly data: Data;
  /** The response, whose body has already been read. */
  readonly response: Response;
  /** The `X-Request-Id` header, or undefined if the response has none. */
  readonly requestId: string | undefined;
}

/** The type of `getVpcEndpointService`. */
export interface GetVpcEndpointService {
  (serviceId: string, options?: CallOptions): Promise<VpcEndpointService>;
  /** Like `getVpcEndpointService`, but also returns the response and the request ID. */
  withResponse(serviceId: string, options?: CallOptions): Promise<Answer<VpcEndpointService>>;
}

/** Options for `waitForVpcEndpointService`. */
export interface WaitOptions<
  Until extends "available" | "deleted" = "available" | "deleted",
> extends Pick<CallOptions, "signal" | "projectId" | "headers"> {
  /** The state to wait for, either `available` or `deleted`. After a deletion, the service returns a 404. */
  readonly until: Until;
  /**
   * Maximum time to wait, in milliseconds. Creating or deleting an endpoint service takes one to two minutes.
   *
   * @default 300_000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Delay between polls, in milliseconds.
   *
   * @default 5_000
   */
  readonly intervalMs?: number | undefined;
  /**
   * Called with the endpoint service after every successful poll. If the function throws an error, the wait fails with
   * that error.
   */
  readonly onPoll?: ((service: VpcEndpointService) => unknown) | undefined;
}

/** Paths that have a GET operation. */
type GetPath = {
  [Path in keyof Answers]: Answers[Path] extends { readonly get: unknown } ? Path : never;
}[keyof Answers];

/** openapi-fetch's `GET` options, plus `timeoutMs`. */
type GetInit<Path extends keyof paths> = Omit<
  FetchOptions<paths[Path] extends { get: infer Operation } ? Operation : never>,
  "parseAs"
> & {
  readonly parseAs?: "json" | undefined;
  /** Time limit for the call, including all attempts, in milliseconds. Default: the client's `timeoutMs`. */
  readonly timeoutMs?: number | undefined;
};

/** The result of a GET request, with the documented values that openapi-fetch widens to `string`. */
type GetResult<Result> = Result extends { readonly data: infer Data; readonly error: infer Failure }
  ? | { data: Data; error?: never; response: Response }
    | { data?: never; error: Failure; response: Response }
  : never;

/** The `GET` method, with the documented values in its result type. */
export interface GetWithValues {
  /**
   * Sends a GET request. Returns `{ data, response }` for 2xx statuses, and `{ error, response }` for other statuses.
   *
   * @throws InvalidArgumentError if an ID or option is invalid.
   * @throws ConnectionError if no complete response arrives.
   * @throws TimeoutError if the call or the last attempt exceeds its time limit.
   * @throws CredentialsError if the token function or the signer fails.
   * @throws InvalidResponseError if the body of a 2xx response is invalid.
   * @example
   * const { data, error, response } = await vpcep.GET(
   *   "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}",
   *   { params: { path: { project_id: projectId, vpc_endpoint_service_id: serviceId } } },
   * );
   */
  <Path extends GetPath>(path: Path, init: GetInit<Path>): Promise<GetResult<Answers[Path]["get"]>>;
}

/**
 * An openapi-fetch client with two additional methods, `getVpcEndpointService` and `waitForVpcEndpointService`. All
 * methods use the same authentication, retries, time limits, and middleware.
 */
export interface VpcepClient extends Client<paths> {
  /** Sends a GET request. The result type includes the documented values. */
  readonly GET: GetWithValues & Client<paths>["GET"];
  /**
   * Returns the details of a VPC endpoint service.
   *
   * @throws ApiError or a subclass if the status is not 2xx.
   * @throws Any error that `GET` throws.
   * @example
   * const { status, ports } = await vpcep.getVpcEndpointService(serviceId);
   */
  readonly getVpcEndpointService: GetVpcEndpointService;
  /**
   * Polls until the endpoint service is available or deleted. Returns the available endpoint service, or undefined
   * after a deletion. Polling continues after temporary failures.
   *
   * @throws ServiceFailedError if the endpoint service could not be created.
   * @throws TimeoutError if the wait exceeds its time limit.
   * @throws Any error that `getVpcEndpointService` throws.
   * @example
   * const service = await vpcep.waitForVpcEndpointService(serviceId, { until: "available" });
   */
  waitForVpcEndpointService<Until extends "available" | "deleted">(
    serviceId: string,
    options: WaitOptions<Until>,
  ): Promise<Until extends "available" ? VpcEndpointService : undefined>;
}
