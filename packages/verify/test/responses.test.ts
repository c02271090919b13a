import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import { openContract } from "../src/contract.js";
import { severities } from "../src/finding.js";
import { createJudge } from "../src/judge.js";
import { notYet } from "../src/retry.js";
import { createSend } from "../src/send-request.js";
import { responseDeviations } from "./response-deviations.js";
import { type DeviatingServer, questions, startDeviatingServer } from "./deviating-server.js";
import type { Deviation } from "./deviation.js";
import { fieldDeviations } from "./field-deviations.js";
import { usualBody } from "./make-har.js";
import { timeDeviations } from "./time-deviations.js";

const deviations = [...fieldDeviations, ...timeDeviations, ...responseDeviations];
const judge = createJudge(openContract());

let server: DeviatingServer;
beforeAll(async () => {
  server = await startDeviatingServer();
});
afterAll(() => server.close());

/** Sends the request over HTTP and checks the response. */
async function findingsOf(deviation: Deviation | undefined): Promise<string[]> {
  server.tell(deviation);
  const [path, init] = questions[deviation?.on ?? "fetch-details"];
  const { response, failure } = await createSend(
    {},
    server.url,
    2_000,
  )({
    method: init.method ?? "GET",
    url: server.url + path,
    headers: init.headers as Record<string, string>,
  });
  expect(failure).toBeUndefined();
  const requestedId =
    deviation?.on === undefined ? { requestedId: path.split("/").at(-1) ?? "" } : {};
  return judge({ ...response, ...requestedId }).findings.map(
    ({ rule, pointer }) => `${severities[rule]} ${rule} ${pointer}`,
  );
}

test("the test data contains at least 60 unique deviations", () => {
  expect(deviations.length).toBeGreaterThanOrEqual(60);
  expect(new Set(deviations.map(({ says }) => says)).size).toBe(deviations.length);
});

test("reports no findings for a server without deviations", async () => {
  expect(await findingsOf(undefined)).toEqual([]);
});

describe("deviations", () => {
  test.each(deviations.map((one) => [one.says, one] as const))(
    "detects a server that sends %s",
    async (_, one) => {
      expect((await findingsOf(one)).sort()).toEqual([...one.found].sort());
    },
  );
});

describe("responses", () => {
  test.each([
    ["a reset connection", "reset", /connection ended early/],
    ["a truncated body", "truncate", /connection ended early/],
    ["a missing body", "stall", /no complete response within 0.5 s/],
  ] as const)("a response can't be checked if it has %s", async (says, wire, reason) => {
    server.tell({ says, wire, found: [] });
    const [path, init] = questions["fetch-details"];
    const headers = init.headers as Record<string, string>;
    const send = createSend({}, server.url, 500);
    expect(notYet(await send({ method: "GET", url: server.url + path, headers }))).toMatch(reason);
  });

  const text = JSON.stringify(usualBody);
  test.each([
    ["gzip", gzipSync(text)],
    ["x-gzip", gzipSync(text)],
    ["br", brotliCompressSync(text)],
    ["deflate", deflateSync(text)],
    ["deflate", deflateRawSync(text)],
    ["gzip, br", brotliCompressSync(gzipSync(text))],
    ["identity", Buffer.from(text)],
  ])("a response body with the content coding %s is decoded", async (coding, bytes) => {
    expect(await bodyFrom({ "content-encoding": coding }, bytes)).toEqual({ body: text });
  });

  test.each([
    ["gzip", Buffer.from(text), "invalid gzip data"],
    ["zopfli", Buffer.from(text), 'unknown content coding "zopfli"'],
    ["gzip", gzipSync(Buffer.alloc(11 * 1024 * 1024)), "invalid gzip data"],
  ])(
    "a response can't be checked if its %s body can't be decoded",
    async (coding, bytes, reason) => {
      expect(await bodyFrom({ "content-encoding": coding }, bytes)).toEqual({
        failure: `the body cannot be decoded: ${reason}`,
      });
    },
  );
});

async function bodyFrom(headers: Record<string, string>, bytes: Buffer) {
  const coded = createServer((_, response) => {
    // A server may send interim responses before the final response.
    response.writeContinue();
    response.writeHead(200, headers).end(bytes);
  });
  await new Promise<void>((resolve) => coded.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(coded.address() as AddressInfo).port}`;
  try {
    const { response, failure } = await createSend(
      {},
      url,
      2_000,
    )({ method: "GET", url, headers: {} });
    return failure === undefined
      ? { body: Buffer.from(response.body ?? []).toString() }
      : { failure };
  } finally {
    coded.close();
  }
}
