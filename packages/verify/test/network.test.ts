// Tests for proxies and custom certificate authorities.
import { writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { generate } from "selfsigned";

import { createSend, proxyFor } from "../src/send-request.js";
import { withFolder } from "./make-har.js";

/** A host name that only the proxy can resolve. */
const host = "vpcep.test";

let certificate: string;
let origin: Server;
let proxy: Server;
const asked: string[] = [];

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const listen = (server: Server): Promise<void> =>
  new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

beforeAll(async () => {
  const pems = await generate([{ name: "commonName", value: host }], {
    keySize: 2048,
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: host }] }],
  });
  certificate = pems.cert;
  origin = createSecureServer({ key: pems.private, cert: pems.cert }, (_, response) => {
    response.end("reached");
  });
  proxy = createServer();
  proxy.on("connect", (request, socket) => {
    asked.push(`${request.url ?? ""} ${request.headers["proxy-authorization"] ?? "nobody"}`);
    if (request.url?.startsWith("forbidden") === true) {
      socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
      return;
    }
    const upstream = connect(portOf(origin), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.pipe(socket).pipe(upstream);
    });
  });
  await Promise.all([listen(origin), listen(proxy)]);
});
afterAll(() => {
  for (const server of [origin, proxy]) {
    server.close();
    server.closeAllConnections();
  }
});

const ask = async (env: Record<string, string>, name = host): Promise<string> => {
  const url = `https://${name}/v1`;
  const send = createSend(env, url, 5_000);
  const { response, failure } = await send({ method: "GET", url, headers: {} });
  return failure ?? Buffer.from(response.body ?? []).toString();
};

test.each(["NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE"])(
  "uses the proxy and trusts the certificates in the file specified in %s",
  async (variable) => {
    await withFolder(async (folder) => {
      const file = join(folder, "ca.pem");
      await writeFile(file, certificate);
      const address = `http://me:word@127.0.0.1:${portOf(proxy)}`;
      expect(await ask({ HTTPS_PROXY: address, [variable]: file })).toBe("reached");
      expect(asked.at(-1)).toBe(`${host}:443 Basic ${Buffer.from("me:word").toString("base64")}`);
    });
  },
);

describe("connection errors", () => {
  const through = (port: number): Record<string, string> => ({
    https_proxy: `http://127.0.0.1:${port}`,
  });
  test("the error explains that the certificate is not trusted", async () => {
    await expect(ask(through(portOf(proxy)))).rejects.toThrow(/not trusted.*NODE_EXTRA_CA_CERTS/);
  });
  test("the error explains that the proxy cannot be reached", async () => {
    await expect(ask(through(9))).rejects.toThrow(
      "Cannot reach the proxy specified in https_proxy",
    );
  });
  test("the error contains the proxy's status if the proxy refuses the connection", async () => {
    await expect(ask(through(portOf(proxy)), "forbidden.test")).rejects.toThrow(
      "The proxy specified in https_proxy responded with 407.",
    );
  });
  test("the error explains that a certificate file cannot be read", () => {
    expect(() => createSend({ SSL_CERT_FILE: "/no/such/file" }, `https://${host}`, 1)).toThrow(
      "Cannot read the file specified in SSL_CERT_FILE.",
    );
  });
  test("the error explains that the proxy variable must contain a URL", () => {
    expect(() => proxyFor(host, { ALL_PROXY: "::nonsense::" })).toThrow("ALL_PROXY must be a URL");
  });
});

test.each([
  [{}, undefined],
  [{ HTTPS_PROXY: "http://p:1" }, "http://p:1"],
  [{ HTTPS_PROXY: "http://p:1", https_proxy: "http://q:1" }, "http://q:1"],
  [{ ALL_PROXY: "p:1" }, "http://p:1"],
  [{ https_proxy: "", HTTPS_PROXY: "http://p:1" }, "http://p:1"],
  [{ HTTP_PROXY: "http://p:1" }, undefined],
  [{ HTTPS_PROXY: "http://p:1", NO_PROXY: "*" }, undefined],
  [{ HTTPS_PROXY: "http://p:1", NO_PROXY: "other.test, vpcep.test" }, undefined],
  [{ HTTPS_PROXY: "http://p:1", NO_PROXY: ".test" }, undefined],
  [{ HTTPS_PROXY: "http://p:1", no_proxy: "*.test:443" }, undefined],
  [{ HTTPS_PROXY: "http://p:1", NO_PROXY: "pcep.test" }, "http://p:1"],
])(
  "for the environment variables %j, `proxyFor` returns %s",
  (env: Record<string, string>, expected) => {
    expect(proxyFor(host, env)?.url).toBe(expected);
  },
);

test.each(["localhost", "127.0.0.1", "[::1]"])("connects to %s without a proxy", (name) => {
  expect(proxyFor(name, { HTTPS_PROXY: "http://p:1" })).toBeUndefined();
});
