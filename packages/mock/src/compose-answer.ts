// Turns a wish into a whole answer: status, headers and a body that names the requested service. Shared by the
// server and the handlers for MSW.
import type { VpcEndpointService } from "@vpcep/types";

import { chooseAnswer, type NamedAnswer, type Wish } from "./choose-answer.js";
import { buildService, copyOf, type ServiceExamples, type ServiceFields } from "./service.js";

/** An answer before it goes on the wire. Header names are in lower case. */
export interface ContractAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, or the text itself when the media type is not JSON. */
  readonly body: unknown;
}

/** The operation whose answers carry the requested IDs and follow scenarios: the details of one endpoint service. */
export const detailsOperation = "getVpcEndpointService";

/** The documented answers of one operation and their bodies. */
export interface AnswerSource {
  /** Whether a success is one endpoint service. */
  readonly isDetails: boolean;
  readonly answers: readonly NamedAnswer[];
  /** Bodies by name of the example. */
  readonly bodies: Readonly<Record<string, unknown>> & ServiceExamples;
}

/** Whom an answer is for. */
export interface Asked {
  readonly projectId: string;
  readonly serviceId: string;
  /** What `X-Request-Id` says. */
  readonly requestId: string;
  /** What `Retry-After` says where waiting helps, in seconds. */
  readonly retryAfter: string;
  /** How much the caller wants a media type, from 0 to 1. Default: everything the same. */
  readonly accepts?: ((mediaType: string) => number) | undefined;
}

/** A documented answer, or an endpoint service that has certain fields. Nothing means an available service. */
export interface AnswerWish extends Wish {
  readonly service?: ServiceFields | undefined;
}

/** IDs that are the names of sibling operations: `…/vpc-endpoint-services/public` lists services. */
const siblings: readonly string[] = ["public", "describe"];

/** Whether the last part of the path names a documented sibling operation and no endpoint service. */
export const isSibling = (serviceId: string): boolean => siblings.includes(serviceId);

/** Composes the answer that a wish means; otherwise tells what is wrong with it. */
export function composeAnswer(
  { answers, bodies, isDetails }: AnswerSource,
  wish: AnswerWish,
  asked: Asked,
): ContractAnswer | { readonly problem: string } | "not-acceptable" {
  if (!isDetails && wish.service !== undefined)
    return {
      problem: "This operation does not answer with one endpoint service, so it has no states.",
    };
  const choice = chooseAnswer(answers, wish, asked.accepts);
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
  return finishAnswer({ status, headers: { "content-type": mediaType }, body }, asked);
}

/** Adds what every answer carries: the ID of the request, and a hint at waiting where waiting helps. */
export function finishAnswer(answer: ContractAnswer, asked: Asked): ContractAnswer {
  const { requestId, retryAfter } = asked;
  const { error_code: code } = (answer.body ?? {}) as { error_code?: unknown };
  // On any other answer the hint would be wrong.
  const waits =
    answer.status === 503 || (typeof code === "string" && throttlingCodes.includes(code));
  return {
    ...answer,
    headers: {
      ...answer.headers,
      "x-request-id": requestId,
      ...(waits && { "retry-after": retryAfter }),
    },
    body: withRequestId(answer.body, requestId),
  };
}

const throttlingCodes: readonly string[] = ["EndPoint.0022", "APIGW.0308"];

/** A service with the requested IDs, also where its name repeats them. Fields that somebody set stay as they are. */
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

/** A body that names its request names the one of the header. An empty ID stays: gateways do send it. */
function withRequestId(body: unknown, requestId: string): unknown {
  if (typeof body !== "object" || body === null) return body;
  const { request_id: id } = body as { request_id?: string };
  return id === undefined || id === "" ? body : { ...body, request_id: requestId };
}
