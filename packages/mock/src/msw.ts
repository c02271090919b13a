/**
 * A handler for Mock Service Worker (MSW) that returns the responses defined in the contract. Works wherever MSW does.
 *
 * @module
 */
import { delay, http, HttpResponse, type HttpHandler } from "msw";

import { composeResponse, detailsOperation, isSibling } from "./compose-response.js";
import { examples, exampleStatuses, type Examples } from "./examples.gen.js";
import { readEntry, type ScriptEntry, type Step } from "./script.js";

/** A response: a status, a state, an example name, a fault, or an object with details. */
export type MswResponse = ScriptEntry<keyof Examples>;

/** Matches any host. */
const path = "*/v1/:project_id/vpc-endpoint-services/:vpc_endpoint_service_id";
const source = {
  responses: exampleStatuses.filter(({ operationId }) => operationId === detailsOperation),
  bodies: { ...examples },
  isDetails: true,
};
const names = Object.keys(examples);

/**
 * Handles `GET /v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}` on any host.
 *
 * Without arguments, the response is an available service with the requested IDs. With arguments, each request gets the next response in the list, and the last response repeats.
 *
 * @param responses The responses, for example `401`, `"creating"`, `"error-throttled"`, `[503, "delay=200"]`, or
 *   `{ response: 503, times: 2 }`.
 * @throws RangeError if a response is unknown; the message lists the valid responses.
 * @example server.use(getVpcEndpointService(401, 503, 200));
 * @example server.use(getVpcEndpointService("creating", "creating", "available"));
 */
export function getVpcEndpointService(...responses: readonly MswResponse[]): HttpHandler {
  const steps = responses.flatMap((response) => {
    const step = readEntry(response, names);
    if (step.dynamic === true)
      throw new RangeError('"dynamic" needs the server. Set fields with { service: {…} } instead.');
    return Array.from({ length: step.times }, () => step);
  });
  let calls = 0;
  return http.get(path, async ({ params, request }) => {
    const serviceId = String(params["vpc_endpoint_service_id"]);
    if (isSibling(serviceId)) return undefined;
    const step: Step = steps[Math.min(calls, steps.length - 1)] ?? { times: 1 };
    calls++;
    if (step.delayMs !== undefined) await delay(step.delayMs);
    return step.wire === "reset"
      ? HttpResponse.error()
      : respond(step, String(params["project_id"]), serviceId, request.signal);
  });
}

function respond(step: Step, projectId: string, serviceId: string, signal: AbortSignal): Response {
  const requestId = Array.from({ length: 32 }, () =>
    Math.floor(Math.random() * 16).toString(16),
  ).join("");
  const response = composeResponse(source, step, {
    projectId,
    serviceId,
    requestId,
    retryAfter: "1",
  });
  if (response === "not-acceptable" || "problem" in response)
    throw new RangeError(response === "not-acceptable" ? response : response.problem);
  const { status, headers, body } = response;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return new HttpResponse(step.wire === undefined ? text : unfinished(text, step.wire, signal), {
    status,
    headers,
  });
}

/** Creates a response body that stalls or ends early. MSW does not abort a stalled body, so the stream raises an error when the request is aborted. */
const unfinished = (text: string, wire: string, signal: AbortSignal): ReadableStream =>
  new ReadableStream({
    start(controller) {
      if (wire === "stall") {
        const giveUp = (): void => {
          controller.error(signal.reason);
        };
        if (signal.aborted) giveUp();
        else signal.addEventListener("abort", giveUp, { once: true });
        return;
      }
      controller.enqueue(new TextEncoder().encode(text.slice(0, text.length >> 1)));
      controller.error(new TypeError("terminated"));
    },
  });
