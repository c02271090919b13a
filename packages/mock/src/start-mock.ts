import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

import { answerRequest, type MockState, refuseWith } from "./answer-request.js";
import { defaultCredentials } from "./credentials.js";
import { allowOrigins, isPreflight } from "./cors.js";
import { checkFaults, delayOf, type Fault, parseFaults } from "./fault.js";
import { systemClock } from "./mock-clock.js";
import type { Mock, MockOptions } from "./mock-options.js";
import { namedAnswers } from "./named-answers.js";
import { createPrismEngine } from "./prism-engine.js";
import { readContract } from "./read-contract.js";
import { refuseConnection } from "./refuse-connection.js";
import { createScenarios } from "./scenario.js";
import { sendAnswer } from "./send-answer.js";

/** Tokens alone may have 10,240 characters. */
const maxHeaderBytes = 65_536;

/**
 * Starts a server on 127.0.0.1 that answers as the contract says.
 *
 * @throws Error with the code `EADDRINUSE` when the port is taken; RangeError for a fault that is not known.
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const contract = options.contract ?? readContract();
  const credentials =
    options.credentials === false ? undefined : { ...defaultCredentials, ...options.credentials };
  const scenarios = createScenarios(options.clock ?? systemClock, options.settleAfterMs ?? 90_000);
  const queue: Fault[][] = [];
  const addFaults: Mock["addFaults"] = (...faults) => {
    for (const entry of faults) queue.push(checkFaults([entry].flat()));
  };
  addFaults(...(options.faults ?? []));
  const stopped = new AbortController();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.resume();
    const requestId = randomBytes(16).toString("hex");
    response.setHeader("x-request-id", requestId);
    if (request.headers.origin !== undefined) allowOrigins(response);
    if (isPreflight(request)) {
      response.writeHead(204).end();
      return;
    }
    const { method = "GET", url: target = "/", headers } = request;
    const asked = parseFaults(String(headers["x-mock-fault"] ?? ""));
    const faults = [...(typeof asked === "string" ? [] : asked), ...(queue.shift() ?? [])];
    const signed = { method, target, headers };
    const state = await ready;
    const { body, ...answer } =
      typeof asked === "string"
        ? await refuseWith(asked, state)
        : await answerRequest(signed, faults, state);
    const late = Math.max(0, ...faults.map((fault) => delayOf(fault) ?? 0));
    if (late > 0) await wait(late, undefined, { signal: stopped.signal });
    sendAnswer(response, { ...answer, body: withRequestId(body, requestId) }, faults);
    options.log?.(`${method} ${target} ${answer.status}`);
  }

  const server = createServer({ maxHeaderSize: maxHeaderBytes }, (request, response) => {
    handle(request, response).catch((cause: unknown) => {
      if (!stopped.signal.aborted) options.log?.(`The mock failed: ${String(cause)}`);
      response.destroy();
    });
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    refuseConnection(error, socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  // Loaded after the port is ours: that a port is taken should not take a second to say.
  const ready = createPrismEngine(contract).then((engine): MockState => ({
    engine,
    names: namedAnswers(contract),
    scenarios,
    credentials,
    retryAfter: String(options.retryAfterSeconds ?? 1),
  }));
  await ready.catch((cause: unknown) => {
    server.close();
    throw cause;
  });

  let closing: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials,
    startScenario({ projectId, serviceId }, scenario) {
      scenarios.start(projectId, serviceId, scenario);
    },
    addFaults,
    close() {
      closing ??= new Promise((resolve) => {
        stopped.abort();
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
      return closing;
    },
  };
}

/** A body that names its request names the one of the header. An empty ID stays: gateways do send it. */
function withRequestId(body: unknown, requestId: string): unknown {
  if (typeof body !== "object" || body === null) return body;
  const { request_id: id } = body as { request_id?: string };
  return id === undefined || id === "" ? body : { ...body, request_id: requestId };
}
