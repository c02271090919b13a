/* eslint-disable @typescript-eslint/prefer-function-type -- A signature has a text of its own, which editors show. */
import type { Answers, paths, VpcEndpointService } from "@vpcep/types";
import type { Client, FetchOptions } from "openapi-fetch";

import type { CallOptions } from "./options.js";

/** An answer with what surrounds its data. */
export interface Answer<Data> {
  /** The body, with the names of the wire. */
  readonly data: Data;
  /** Status and headers; its body has been read already. */
  readonly response: Response;
  /** The header `X-Request-Id`; undefined when the answer has none. */
  readonly requestId: string | undefined;
}

/** One operation of the contract. */
export interface GetVpcEndpointService {
  (serviceId: string, options?: CallOptions): Promise<VpcEndpointService>;
  /** The same call, resolved with status, headers and request ID as well. */
  withResponse(serviceId: string, options?: CallOptions): Promise<Answer<VpcEndpointService>>;
}

/** Options of `waitForVpcEndpointService`. */
export interface WaitOptions<
  Until extends "available" | "deleted" = "available" | "deleted",
> extends Pick<CallOptions, "signal" | "projectId" | "headers"> {
  /** What to wait for: `available`, that the status is this; `deleted`, that the answer is 404. */
  readonly until: Until;
  /**
   * Time for the wait as a whole, in milliseconds. The service needs one to two minutes.
   *
   * @default 300_000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Pause between two polls, in milliseconds.
   *
   * @default 5_000
   */
  readonly intervalMs?: number | undefined;
  /** Told the endpoint service after every poll that found it. What it throws or rejects with ends the wait. */
  readonly onPoll?: ((service: VpcEndpointService) => unknown) | undefined;
}

/** The paths of the contract that have a GET. */
type GetPath = {
  [Path in keyof Answers]: Answers[Path] extends { readonly get: unknown } ? Path : never;
}[keyof Answers];

/** What openapi-fetch's `GET` takes for a path, and the time for this call. */
type GetInit<Path extends keyof paths> = Omit<
  FetchOptions<paths[Path] extends { get: infer Operation } ? Operation : never>,
  "parseAs"
> & {
  readonly parseAs?: "json" | undefined;
  /** Time for the call with all its attempts, in milliseconds. Default: the client's `timeoutMs`. */
  readonly timeoutMs?: number | undefined;
};

/** What a GET answers, with the documented values that openapi-fetch's own type reduces to `string`. */
type GetResult<Result> = Result extends { readonly data: infer Data; readonly error: infer Failure }
  ? | { data: Data; error?: never; response: Response }
    | { data?: never; error: Failure; response: Response }
  : never;

/** `GET` with the documented values in its answer. */
export interface GetWithValues {
  /**
   * Sends a GET request, as openapi-fetch does: `{ data, response }` for 2xx, `{ error, response }` for everything
   * else.
   *
   * @throws InvalidArgumentError before anything is sent, when an ID or an option cannot be used.
   * @throws ConnectionError when no complete answer arrives, TimeoutError when it takes too long.
   * @throws CredentialsError when the function that gets a token or signs fails.
   * @throws InvalidResponseError when the body of a 2xx answer cannot be used.
   * @example
   * const { data, error, response } = await vpcep.GET(
   *   "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}",
   *   { params: { path: { project_id: projectId, vpc_endpoint_service_id: serviceId } } },
   * );
   */
  <Path extends GetPath>(path: Path, init: GetInit<Path>): Promise<GetResult<Answers[Path]["get"]>>;
}

/**
 * What `createClient` makes: a client of openapi-fetch, with one method per operation of the contract and a way to
 * wait. Everything goes through the same authentication, retries, time limits and middleware.
 */
export interface VpcepClient extends Client<paths> {
  /** Sends a GET request, as openapi-fetch does, with the documented values in the answer. */
  readonly GET: GetWithValues & Client<paths>["GET"];
  /**
   * Queries the details of one VPC endpoint service.
   *
   * @throws ApiError, or one of its subclasses, when the answer is not 2xx; and everything that `GET` throws.
   * @example
   * const { status, ports } = await vpcep.getVpcEndpointService(serviceId);
   */
  readonly getVpcEndpointService: GetVpcEndpointService;
  /**
   * Polls until the endpoint service is `available`, and resolves with it; or until it is gone (404), and resolves
   * with nothing. Creating and deleting take one to two minutes. Failures that may pass are waited through.
   *
   * @throws ServiceFailedError when the creation failed.
   * @throws TimeoutError when the wait takes too long; and everything that `getVpcEndpointService` throws.
   * @example
   * const service = await vpcep.waitForVpcEndpointService(serviceId, { until: "available" });
   */
  waitForVpcEndpointService<Until extends "available" | "deleted">(
    serviceId: string,
    options: WaitOptions<Until>,
  ): Promise<Until extends "available" ? VpcEndpointService : undefined>;
}
