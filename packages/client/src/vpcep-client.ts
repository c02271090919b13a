import type { VpcEndpointService } from "@vpcep/types";

import type { CallOptions } from "./call-options.js";
import type { WaitOptions } from "./wait-options.js";

/** An answer with what surrounds its data. */
export interface Answer<Data> {
  /** The body, with the names of the wire. */
  readonly data: Data;
  /** Status and headers; its body has been read already. */
  readonly response: Response;
  /** The header `X-Request-Id`; absent when the answer has none. */
  readonly requestId: string | undefined;
}

/** One operation of the contract. */
export interface GetVpcEndpointService {
  (serviceId: string, options?: CallOptions): Promise<VpcEndpointService>;
  /** The same call, resolved with status, headers and request ID as well. */
  withResponse(serviceId: string, options?: CallOptions): Promise<Answer<VpcEndpointService>>;
}

/** What `createClient` makes: one method per operation of the contract, and a way to wait. */
export interface VpcepClient {
  /**
   * Queries the details of one VPC endpoint service. Sends the request again when that can help; see the README for
   * the rules.
   *
   * @throws InvalidArgumentError before anything is sent, when an ID or an option cannot be used.
   * @throws ApiError, or one of its subclasses, when the answer is not 2xx.
   * @throws ConnectionError when no complete answer arrives, TimeoutError when it takes too long.
   * @throws InvalidResponseError when the body is not what the contract promises.
   */
  readonly getVpcEndpointService: GetVpcEndpointService;
  /**
   * Polls until the endpoint service is `available`, and resolves with it; or until it is gone (404), and resolves
   * with nothing. Creating and deleting take one to two minutes.
   *
   * @throws ServiceFailedError when the creation failed.
   * @throws TimeoutError when the wait takes too long; and everything that `getVpcEndpointService` throws.
   */
  waitForVpcEndpointService(
    serviceId: string,
    options: WaitOptions<"available">,
  ): Promise<VpcEndpointService>;
  waitForVpcEndpointService(serviceId: string, options: WaitOptions<"deleted">): Promise<undefined>;
  waitForVpcEndpointService(
    serviceId: string,
    options: WaitOptions,
  ): Promise<VpcEndpointService | undefined>;
}
