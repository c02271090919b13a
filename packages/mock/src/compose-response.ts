// Composes a response: status, headers, and a body with the requested IDs. The server and the MSW handler use this
// module.
import type { VpcEndpointService } from "@vpcep/types";

import { chooseResponse, type NamedResponse, type Wish } from "./choose-response.js";
import { buildService, copyOf, type ServiceExamples, type ServiceFields } from "./service.js";

/** A response before it is sent. Header names are lowercase. */
export interface ContractResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A JSON value, or a string for other media types. */
  readonly body: unknown;
}

/**
 * ID of the operation that returns a single endpoint service. Only the operation with this ID supports states and
 * scenarios.
 */
export const detailsOperation = "getVpcEndpointService";

/** The documented responses for one operation. */
export interface ResponseSource {
  /** Whether a 200 response contains a single endpoint service. */
  readonly isDetails: boolean;
  readonly responses: readonly NamedResponse[];
  /** Bodies by example name. */
  readonly bodies: Readonly<Record<string, unknown>> & ServiceExamples;
}

/** Request values that determine the response. */
export interface Asked {
  readonly projectId: string;
  readonly serviceId: string;
  /** `X-Request-Id` value. */
  readonly requestId: string;
  /** `Retry-After` value for throttled responses, in seconds. */
  readonly retryAfter: string;
  /** Returns the quality value of a media type, from 0 to 1. Default: 1 for all media types. */
  readonly accepts?: ((mediaType: string) => number) | undefined;
}

/** The requested response, which is a documented response or an endpoint service with the given fields. Default: an available service. */
export interface ResponseWish extends Wish {
  readonly service?: ServiceFields | undefined;
}

/** Last path segments of sibling operations. For example, `…/vpc-endpoint-services/public` lists public services. */
const siblings: readonly string[] = ["public", "describe"];

/** Whether the last path segment identifies a sibling operation instead of a service. */
export const isSibling = (serviceId: string): boolean => siblings.includes(serviceId);

/** Composes the requested response, or explains why that is not possible. */
export function composeResponse(
  { responses, bodies, isDetails }: ResponseSource,
  wish: ResponseWish,
  asked: Asked,
): ContractResponse | { readonly problem: string } | "not-acceptable" {
  if (!isDetails && wish.service !== undefined)
    return {
      problem: "This operation does not return a single endpoint service, so it has no states.",
    };
  const choice = chooseResponse(responses, wish, asked.accepts);
  if (choice === "not-acceptable" || "problem" in choice) return choice;
  const { status, mediaType, example } = choice;
  const fixed = wish.status ?? wish.example;
  const body =
    status !== 200 || !isDetails
      ? bodies[example]
      : withIds(
          wish.service !== undefined || fixed === undefined
            ? buildService(bodies, { status: "available", ...wish.service })
            : (bodies[example] as VpcEndpointService),
          asked,
          wish.service,
        );
  return finishResponse({ status, headers: { "content-type": mediaType }, body }, asked);
}

/** Adds the request ID to a response and, if the response is throttled, a `Retry-After` header. */
export function finishResponse(response: ContractResponse, asked: Asked): ContractResponse {
  const { requestId, retryAfter } = asked;
  const { error_code: code } = (response.body ?? {}) as { error_code?: unknown };
  const waits =
    response.status === 503 || (typeof code === "string" && throttlingCodes.includes(code));
  return {
    ...response,
    headers: {
      ...response.headers,
      "x-request-id": requestId,
      ...(waits && { "retry-after": retryAfter }),
    },
    body: withRequestId(response.body, requestId),
  };
}

const throttlingCodes: readonly string[] = ["EndPoint.0022", "APIGW.0308"];

/**
 * Returns the service with the requested IDs. Also replaces the ID in the service name. Does not change the fields in
 * `set`.
 */
export function withIds(
  service: VpcEndpointService,
  { projectId, serviceId }: Pick<Asked, "projectId" | "serviceId">,
  set: ServiceFields = {},
): VpcEndpointService {
  const { id, service_name: name } = service;
  return {
    ...copyOf(service),
    ...(set.id === undefined && { id: serviceId }),
    ...(set.project_id === undefined && { project_id: projectId }),
    ...(set.service_name === undefined &&
      set.id === undefined && { service_name: name.replace(id, serviceId) }),
  };
}

/** Replaces the `request_id` in a body with the ID in the header. Keeps an empty `request_id`, because gateways also send empty values. */
function withRequestId(body: unknown, requestId: string): unknown {
  if (typeof body !== "object" || body === null) return body;
  const { request_id: id } = body as { request_id?: string };
  return id === undefined || id === "" ? body : { ...body, request_id: requestId };
}
