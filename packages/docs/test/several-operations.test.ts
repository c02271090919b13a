import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import { buildSite } from "../src/build-site.js";
import type { JsonObject } from "../src/json.js";
import { operationsOf } from "../src/operations-of.js";
import { severalOperations } from "./several-operations.js";

const contract = severalOperations(3);
const operations = operationsOf(contract);
const ends = operations.map(({ path }) => path.replace(/^.*\}(?=\/vpc)|\{.*$/g, ""));

let folder: string;
const read = (name: string): Promise<string> => readFile(join(folder, "site", name), "utf8");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "several-"));
  await buildSite({
    contractFolder: folder,
    contract,
    out: join(folder, "site"),
    preview: { mockUrl: "http://127.0.0.1:1", script: "" },
  });
}, 60_000);

afterAll(async () => {
  await rm(folder, { recursive: true });
});

const countOf = (text: string, part: string): number => text.split(part).length - 1;

describe("a site of three operations", () => {
  test("names each of them in the plain text, the Markdown and llms.txt", async () => {
    for (const file of ["index.html", "openapi.md", "llms.txt"]) {
      const text = await read(file);
      expect(operations.filter(({ path }) => !text.includes(`GET ${path}`))).toEqual([]);
    }
    expect(await read("llms.txt")).toContain("3 operations, described by");
  });

  test("has all five samples for each of them", async () => {
    const markdown = await read("openapi.md");
    for (const end of ends) {
      for (const variable of ["$SERVICE_ID", "${serviceId}", "{service_id}", "%s"])
        expect(markdown).toContain(`${end}${variable}`);
    }
    expect(countOf(markdown, "#### TypeScript, @vpcep/client")).toBe(3);
    const [name = ""] = /assets\/contract[^"]*/.exec(await read("index.html")) ?? [];
    const [, json = ""] = /contract=(.*);/.exec(await read(name)) ?? [];
    const description = JSON.parse(json) as JsonObject;
    for (const { operation } of operationsOf(description))
      expect(operation["x-codeSamples"]).toHaveLength(5);
  });

  test("spells a shared response out once and points back there", async () => {
    const markdown = await read("openapi.md");
    expect(countOf(markdown, "#### 429")).toBe(3);
    expect(countOf(markdown, "As under 429 of `getVpcEndpointService`.")).toBe(2);
    expect(countOf(markdown, "As under Servers of `getVpcEndpointService`.")).toBe(2);
  });

  test("has every status and every code once in the guide", async () => {
    const markdown = await read("openapi.md");
    expect(countOf(markdown, "| **429** |")).toBe(1);
    expect(countOf(markdown, "| **other** |")).toBe(1);
    expect(markdown).not.toMatch(/^\| `EndPoint\.\d+` \| .*(\d{3}).*\1.* \|/m);
  });

  test("leads from the bar to the first of them", async () => {
    expect(await read("index.html")).toContain(
      '<a class="wide" href="#other/getvpcendpointservice">Operations</a>',
    );
  });
});

test("a description without an operation is refused", () => {
  expect(() => operationsOf({ paths: { "/x": { parameters: [] } } })).toThrow(
    "The description has no operation to document.",
  );
});
