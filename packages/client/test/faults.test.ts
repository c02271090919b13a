// Tests the client against the faults in faults.ts, over loopback connections.
import { createServer as createHttpServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer as createTcpServer } from "node:net";
import { inspect } from "node:util";

import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { generate } from "selfsigned";

import { type ClientOptions, createClient } from "../src/index.js";
import { body, type Fault, faults } from "./faults.js";
import { closedPort, onLoopback } from "./loopback.js";
import { rejection } from "./stub-client.js";

const unhandled: unknown[] = [];
const note = (reason: unknown): number => unhandled.push(reason);
beforeEach(() => void process.on("unhandledRejection", note));
afterEach(() => void process.off("unhandledRejection", note));

async function serve(fault: Fault, use: (baseUrl: string) => Promise<void>): Promise<void> {
  if (fault.tcp)
    return onLoopback(createTcpServer(fault.tcp), (port) => use(`http://127.0.0.1:${port}`));
  if (fault.http)
    return onLoopback(createHttpServer(fault.http), (port) => use(`http://127.0.0.1:${port}`));
  if (fault.tls) {
    const pems = await generate([{ name: "commonName", value: fault.tls }], { keySize: 2048 });
    const server = createTlsServer({ key: pems.private, cert: pems.cert }, (_, response) =>
      response.end(body),
    );
    return onLoopback(server, (port) => use(`https://127.0.0.1:${port}`));
  }
  return use(`http://127.0.0.1:${await closedPort()}`);
}

test.each(Object.entries<Fault>(faults))("%s", async (_, fault) => {
  await serve(fault, async (baseUrl) => {
    const vpcep = createClient({
      baseUrl,
      projectId: "project",
      token: "the-token",
      random: () => 0.01,
      ...fault.options,
    } as ClientOptions);
    const started = performance.now();
    const error = await rejection(vpcep.getVpcEndpointService("service"));
    expect(performance.now() - started).toBeLessThan(fault.withinMs);
    expect(error).toMatchObject({ name: fault.error, attempts: fault.attempts, ...fault.details });
    expect((error as Error).message).toContain(`(GET ${baseUrl}/v1/project/`);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("the-token");
    await new Promise(setImmediate);
    expect(unhandled).toEqual([]);
  });
});

test("stops reading a body that is far above the size limit", async () => {
  let written = 0;
  const server = createHttpServer((_, response) => {
    const chunk = Buffer.alloc(1 << 16, "[");
    const more = (): void => {
      while (!response.destroyed && written < 100 << 20) {
        written += chunk.length;
        if (!response.write(chunk)) return void response.once("drain", more);
      }
    };
    more();
  });
  await onLoopback(server, async (port) => {
    const vpcep = createClient({ baseUrl: `http://127.0.0.1:${port}`, projectId: "p", token: "t" });
    expect(await rejection(vpcep.getVpcEndpointService("s"))).toMatchObject({
      name: "InvalidResponseError",
    });
  });
  expect(written).toBeLessThan(50 << 20);
});

test("reads JSON with a different media type or in one-byte chunks", async () => {
  const text = JSON.stringify({ id: "s", status: "available", service_name: "ä😀" });
  const server = createHttpServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/plain" });
    const bytes = [...Buffer.from(text)];
    const next = (): void => {
      const byte = bytes.shift();
      if (byte === undefined) response.end();
      else response.write(Buffer.of(byte), () => setImmediate(next));
    };
    next();
  });
  await onLoopback(server, async (port) => {
    const vpcep = createClient({ baseUrl: `http://127.0.0.1:${port}`, projectId: "p", token: "t" });
    expect(await vpcep.getVpcEndpointService("s")).toEqual(JSON.parse(text));
  });
});
