import { randomBytes } from "node:crypto";
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { setTimeout as wait } from "node:timers/promises";

import { respondTo, type MockState } from "./respond.js";
import { makeCertificate } from "./certificate.js";
import { readContractResponses } from "./contract-responses.js";
import { respondToControl, type Controlled, isControlPath } from "./control.js";
import { defaultCredentials } from "./credentials.js";
import { randomRequestId, seededRandom } from "./generate-body.js";
import { addressOf, closeAll, listen } from "./listen.js";
import type { Contract, Mock, MockOptions } from "./mock-options.js";
import { sampleRequest } from "./sample-request.js";
import { createScenarios, systemClock } from "./scenario.js";
import { readEntry, readScript, type Step } from "./script.js";
import { allowOrigin, isPreflight, refuseConnection, sendResponse } from "./wire.js";

/** The contract without descriptions, defined by build.ts. */
declare const contractOfThisBuild: Contract;

/** Maximum size of the request headers. A single token can have 10,240 characters. */
const maxHeaderBytes = 65_536;
/** How long the mock keeps idle connections open. If this timeout were shorter than the client's, the client might reuse a connection that the mock has just closed. */
const keepAliveMs = 65_000;

/**
 * Starts a local server that returns the responses defined in the contract.
 *
 * @throws Error with the code `EADDRINUSE` if the port is in use.
 * @throws RangeError if `queue` contains an unknown entry.
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const contract = readContractResponses(options.contract ?? contractOfThisBuild);
  const credentials =
    options.credentials === false ? undefined : { ...defaultCredentials, ...options.credentials };
  const scenarios = createScenarios(options.clock ?? systemClock, options.settleAfterMs ?? 90_000);
  const examples = [
    ...new Set(
      contract.operations.flatMap(({ responses }) => responses.map(({ example }) => example)),
    ),
  ];
  const { queue = [] } = options;
  const steps: Step[] =
    typeof queue === "string"
      ? readScript(queue, examples)
      : queue.map((entry) => readEntry(entry, examples));
  const seed = options.seed ?? randomBytes(4).readInt32BE();
  // Request IDs come from a separate generator, so that error responses do not affect the bodies that are
  // generated later.
  const ids = seededRandom(~seed);
  const state: MockState = {
    contract,
    scenarios,
    credentials,
    retryAfter: String(options.retryAfterSeconds ?? 1),
    random: seededRandom(seed),
    dynamic: options.dynamic ?? false,
  };
  const controlled: Controlled = { version: contract.version, examples, queue: steps, sample: "" };
  const stopped = new AbortController();

  async function handle(request: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = "GET", url: target = "/", headers } = request;
    if (headers.origin !== undefined) allowOrigin(request, outgoing);
    if (isPreflight(request)) {
      request.resume();
      outgoing.writeHead(204).end();
      return;
    }
    // A client that uses the mock as a proxy sends the full URL.
    const [path = "/"] = target.replace(/^https?:\/\/[^/?]*/i, "").split("?", 1);
    if (isControlPath(path)) {
      const { status, headers: own, body } = await respondToControl(request, path, controlled);
      request.resume();
      outgoing.writeHead(status, own).end(method === "HEAD" ? undefined : body);
      return;
    }
    request.resume();
    const requestId = randomRequestId(ids);
    const step = stepFor(method, target, headers["x-mock-fault"]);
    const response = respondTo({ method, target, headers }, requestId, step, state);
    const { delayMs, wire } = step instanceof RangeError ? {} : step;
    if (delayMs !== undefined) await wait(delayMs, undefined, { signal: stopped.signal });
    sendResponse(outgoing, response, wire);
    options.log?.(`${method} ${target} ${response.status}`);
  }

  /** Returns the queued entry for a request, combined with the faults in the `X-Mock-Fault` header. Returns an error if the header is invalid. */
  function stepFor(
    method: string,
    target: string,
    header: string | string[] = "",
  ): Partial<Step> | RangeError {
    const isOperation = ["GET", "HEAD"].includes(method) && contract.find(target) !== undefined;
    const queued = isOperation ? takeStep(steps) : undefined;
    try {
      // All faults in the header apply to this request.
      return Object.assign({}, queued, ...readScript(String(header), examples)) as Partial<Step>;
    } catch (cause) {
      if (cause instanceof RangeError) return new RangeError(`X-Mock-Fault: ${cause.message}`);
      throw cause;
    }
  }

  const secure =
    options.https === true
      ? makeCertificate()
      : options.https === false
        ? undefined
        : options.https;
  const serve = (): Server => {
    const listener = (request: IncomingMessage, outgoing: ServerResponse): void => {
      handle(request, outgoing).catch((cause: unknown) => {
        if (!stopped.signal.aborted) options.log?.(`The mock failed: ${String(cause)}`);
        outgoing.destroy();
      });
    };
    const settings = { maxHeaderSize: maxHeaderBytes, keepAliveTimeout: keepAliveMs };
    const server =
      secure === undefined
        ? createHttpServer(settings, listener)
        : createHttpsServer({ ...settings, ...secure }, listener);
    server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
      refuseConnection(error, socket);
    });
    return server;
  };
  const host = options.host?.replace(/^\[(.*)\]$/, "$1");
  const servers = await listen(serve, host, options.port ?? 0);
  const url = `${secure === undefined ? "http" : "https"}://${addressOf(servers, host)}`;
  const certificate = secure?.cert;
  controlled.sample = sampleRequest({ url, credentials, certificate });

  let closing: Promise<void> | undefined;
  return {
    url,
    credentials,
    certificate,
    startScenario({ projectId, serviceId }, scenario) {
      scenarios.start(projectId, serviceId, scenario);
    },
    queue(...entries) {
      steps.push(...entries.map((entry) => readEntry(entry, examples)));
    },
    clearQueue() {
      steps.length = 0;
    },
    close() {
      stopped.abort();
      closing ??= closeAll(servers);
      return closing;
    },
  };
}

/** Takes the next entry from the queue. A repeated entry stays in the queue until its last repetition. */
function takeStep(steps: Step[]): Step | undefined {
  const [next] = steps;
  if (next === undefined) return undefined;
  if (next.times > 1) steps[0] = { ...next, times: next.times - 1 };
  else steps.shift();
  return next;
}
