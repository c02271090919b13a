// HAR entries in the formats of browsers and other tools, according to the code or documentation of each tool.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { expect } from "@jest/globals";

import type { Report } from "../src/report.js";
import { serviceUrl, usualBody, withFolder } from "./make-har.js";
import { runVerify } from "./run-verify.js";

export const text = JSON.stringify(usualBody);
export const broken = JSON.stringify({ ...usualBody, status: 7 });
export const base64 = (body: string | Buffer): string => Buffer.from(body).toString("base64");
export const nameValue = (headers: Record<string, string>) =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

const requestHeaders = nameValue({ "X-Auth-Token": "a-recorded-token", Accept: "*/*" });
export const responseHeaders = {
  "content-type": "application/json;charset=utf-8",
  "x-request-id": "0123456789abcdef0123456789abcdef",
};

interface Producer {
  creator: object;
  entry: (body: string) => { request?: object; response: object; [more: string]: unknown };
}

export const request = {
  method: "GET",
  url: serviceUrl,
  httpVersion: "HTTP/1.1",
  headers: requestHeaders,
};
export const response = (content: object, more: object = {}, headers: object = {}) => ({
  status: 200,
  statusText: "OK",
  headers: nameValue({ ...responseHeaders, ...headers }),
  content,
  ...more,
});

/** For each tool, a function that creates an entry in the tool's format. */
export const producers: Record<string, Producer> = {
  "Chrome, HTTP/2": {
    creator: { name: "WebInspector", version: "537.36" },
    entry: (body) => ({
      _initiator: { type: "script" },
      _priority: "High",
      _resourceType: "fetch",
      request: {
        ...request,
        httpVersion: "http/2.0",
        headers: [...nameValue({ ":authority": "x", ":method": "GET" }), ...requestHeaders],
      },
      response: response(
        { size: body.length, mimeType: "application/json", text: body },
        { httpVersion: "http/2.0", bodySize: -1, _transferSize: 312, _error: null },
        { "content-encoding": "br" },
      ),
      serverIPAddress: "[::1]",
      _blocked_queueing: 0.5,
    }),
  },
  "Chrome, with a Base64 body": {
    creator: { name: "WebInspector", version: "537.36" },
    entry: (body) => ({
      response: response({
        size: 1,
        mimeType: "application/json",
        text: base64(body),
        encoding: "base64",
      }),
    }),
  },
  Firefox: {
    creator: { name: "Firefox", version: "145.0" },
    entry: (body) => ({
      pageref: "page_1",
      response: response(
        { mimeType: "application/json; charset=utf-8", size: body.length, text: body },
        { redirectURL: "", headersSize: 300, bodySize: 700 },
        { "content-encoding": "gzip" },
      ),
    }),
  },
  "Firefox, with plain text marked as Base64": {
    creator: { name: "Firefox", version: "99.0" },
    entry: (body) => ({
      response: response({ mimeType: "application/json", size: 1, text: body, encoding: "base64" }),
    }),
  },
  "Playwright, embedded": {
    creator: { name: "Playwright", version: "1.65.1" },
    entry: (body) => ({
      _frameref: "frame@1",
      _monotonicTime: 1.5,
      _apiRequest: true,
      response: response({ size: -1, mimeType: "application/json", text: body }, { bodySize: -1 }),
    }),
  },
  mitmproxy: {
    creator: { name: "mitmproxy exporthar", version: "0.1", comment: "mitmproxy version 12" },
    entry: (body) => ({
      response: response(
        { size: 200, compression: body.length - 200, mimeType: "application/json", text: body },
        { headersSize: 290, bodySize: 200 },
        { "content-encoding": "gzip", "content-length": "200" },
      ),
      timings: { connect: null, ssl: null, send: 1, receive: 1, wait: 1 },
    }),
  },
  "Charles, in Base64": {
    creator: { name: "Charles Proxy", version: "5.0" },
    entry: (body) => ({
      response: response({
        size: 1,
        compression: 0,
        mimeType: "application/json",
        text: base64(body),
        encoding: "base64",
      }),
    }),
  },
  "Fiddler, still gzipped": {
    creator: { name: "Fiddler", version: "5" },
    entry: (body) => ({
      response: response(
        { size: 1, mimeType: "application/json", text: base64(gzipSync(body)), encoding: "base64" },
        {},
        { "Content-Encoding": "gzip" },
      ),
    }),
  },
  "a proxy, with a body that is still compressed with Brotli": {
    creator: { name: "proxy", version: "1" },
    entry: (body) => ({
      response: response(
        { text: base64(brotliCompressSync(body)), encoding: "BASE64" },
        {},
        { "content-encoding": "br" },
      ),
    }),
  },
  "BrowserMob Proxy, with Base64 but no encoding field": {
    creator: { name: "BrowserMob Proxy", version: "2.1" },
    entry: (body) => ({
      response: response({ size: 1, mimeType: "application/json", text: base64(body) }),
    }),
  },
  "a tool that records no headers": {
    creator: { name: "recorder", version: "1" },
    entry: (body) => ({ response: { status: 200, headers: [], content: { text: body } } }),
  },
};

export const har = (creator: object, entries: readonly object[]): string =>
  JSON.stringify({
    log: {
      version: "1.2",
      creator,
      pages: [],
      entries: entries.map((entry) => ({ request, ...entry })),
    },
  });

/** Writes files to a temporary folder and runs `verify` on the folder or on one of the files. */
export async function reportOn(
  files: Record<string, string | Buffer>,
  target = "traffic.har",
): Promise<{ code: number; report: Report }> {
  let result: { code: number; report: Report } | undefined;
  await withFolder(async (folder) => {
    for (const [name, content] of Object.entries(files))
      await writeFile(join(folder, name), content);
    const { code, out, err } = await runVerify(
      ["--har", join(folder, target), "--format", "json"],
      {},
    );
    expect(err).toBe("");
    result = { code, report: JSON.parse(out) as Report };
  });
  if (result === undefined) throw new Error("no result");
  return result;
}
