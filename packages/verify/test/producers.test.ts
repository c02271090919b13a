import { readFile } from "node:fs/promises";

import { describe, expect, test } from "@jest/globals";

import { serviceUrl } from "./make-har.js";
import {
  responseHeaders,
  base64,
  broken,
  har,
  nameValue,
  producers,
  reportOn,
  request,
  response,
  text,
} from "./producers.js";

describe.each(Object.entries(producers))("a recording from %s", (_, { creator, entry }) => {
  test("the recording is read, and the body is checked", async () => {
    const { code, report } = await reportOn({ "traffic.har": har(creator, [entry(text)]) });
    expect(report.findings).toEqual([]);
    expect(report.checked.body).toBe(1);
    expect(code).toBe(0);
  });

  test("an invalid body in the recording is reported as a violation", async () => {
    const { code, report } = await reportOn({ "traffic.har": har(creator, [entry(broken)]) });
    expect(report.findings).toMatchObject([{ pointer: "/body/status", rule: "wrong-value" }]);
    expect(code).toBe(1);
  });
});

// Both browsers recorded the same page. The page received error responses as well as plain, compressed, cached, and
// empty bodies. For a cached body, Firefox records a 304, and Playwright records a 200 with the headers from the 304.
test.each(["firefox-153.har", "playwright-1.65.har"])("reads the %s capture", async (name) => {
  const capture = await readFile(new URL(`captures/${name}`, import.meta.url));
  const { code, report } = await reportOn({ "traffic.har": capture });
  expect(report).toMatchObject({
    responses: 7,
    checked: { status: 7, headers: 6, body: 7 },
    skipped: { siblings: 1, noResponse: 1, notModified: 0, otherCalls: 0 },
    counts: { violation: 2, drift: 0 },
    findings: [{ rule: "empty-body", where: ["entry 1", "entry 3"] }],
  });
  expect(code).toBe(1);
});

describe("a recording without readable bodies is inconclusive", () => {
  test.each<[string, object]>([
    ["Chrome without content", response({ size: 500, mimeType: "application/json" })],
    [
      "Firefox, with a body that exceeds its size limit",
      response({ mimeType: "application/json", size: 2e6, comment: "…" }),
    ],
    ["mitmproxy, a streamed body", response({ size: 0, text: null }, { bodySize: 0 })],
    [
      "an old version of mitmproxy",
      response({ size: 0, text: "" }, { bodySize: 0 }, { "content-length": "443" }),
    ],
    ["har-export-trigger", response({ mimeType: "application/json" })],
    ["no content", { status: 200, headers: nameValue(responseHeaders) }],
    [
      "binary data that isn't valid Brotli",
      response(
        { text: base64("\u0000\u0001"), encoding: "base64" },
        {},
        { "content-encoding": "br" },
      ),
    ],
    ["a truncated body", response({ size: text.length, text: text.slice(0, 200) })],
    ["null content", { status: 200, headers: nameValue(responseHeaders), content: null }],
    ["an unknown encoding", response({ text: "x", encoding: "quoted-printable" })],
  ])("%s", async (_, recorded) => {
    const { code, report } = await reportOn({ "traffic.har": har({}, [{ response: recorded }]) });
    expect(code).toBe(2);
    expect(report).toMatchObject({ verdict: "inconclusive", checked: { status: 1, body: 0 } });
    expect(report.counts.violation).toBe(0);
  });
});

test("reports an empty body as a violation", async () => {
  const empty = response({ size: 0, text: "" }, { bodySize: 0 });
  const { code, report } = await reportOn({ "traffic.har": har({}, [{ response: empty }]) });
  expect(code).toBe(1);
  expect(report.findings).toMatchObject([{ rule: "empty-body" }]);
});

describe("304 responses", () => {
  const notModified = (content: object) => ({
    response: { ...response(content), status: 304, headers: nameValue({ etag: "x" }) },
  });
  test("a 304 response is checked if the browser recorded the cached body", async () => {
    const entries = [notModified({ size: 1, text: broken })];
    const { code, report } = await reportOn({ "traffic.har": har({}, entries) });
    expect(code).toBe(1);
    expect(report.findings).toMatchObject([{ where: ["entry 1 (304, cached body)"] }]);
  });
  test("a 304 response without a body is counted as skipped", async () => {
    const entries = [notModified({ size: 0 }), { response: response({ text }) }];
    const { code, report } = await reportOn({ "traffic.har": har({}, entries) });
    expect(code).toBe(0);
    expect(report).toMatchObject({ responses: 1, skipped: { notModified: 1 } });
  });
});

test("skips and counts calls to sibling operations", async () => {
  const sibling = (id: string) => ({
    request: { ...request, url: `${serviceUrl.replace(/[^/]+$/, id)}?limit=10` },
    response: response({ text: '{"endpoint_services":[]}' }),
  });
  const entries = [sibling("public"), sibling("describe"), { response: response({ text }) }];
  const { code, report } = await reportOn({ "traffic.har": har({}, entries) });
  expect(code).toBe(0);
  expect(report).toMatchObject({
    responses: 1,
    skipped: { siblings: 2, otherCalls: 0 },
    findings: [],
  });
});
