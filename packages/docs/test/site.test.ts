import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";

import { codeSamples } from "../src/code-samples.js";
import { hashSource } from "../src/content-security-policy.js";
import { allResponses, errorCodeMeanings } from "../src/explain-error-codes.js";
import type { JsonObject } from "../src/json.js";
import { operationsOf } from "../src/operations-of.js";
import { resolveRef } from "../src/resolve-ref.js";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "../dist");
const read = (name: string): Promise<string> => readFile(join(dist, name), "utf8");

const html = await read("index.html");
const contract = JSON.parse(await read("openapi.json")) as JsonObject;
const provenance = parse(
  await readFile(join(here, "../../../openapi/provenance.yaml"), "utf8"),
) as { deviations: { conflict: string }[]; facts: unknown };

/** What a reader sees of the HTML: no tags, no entities, one space between words. */
const visible = html
  .replace(/<[^>]+>/g, " ")
  .replaceAll("&quot;", '"')
  .replaceAll("&#39;", "'")
  .replaceAll("&lt;", "<")
  .replaceAll("&gt;", ">")
  .replaceAll("&amp;", "&")
  .replaceAll(/\s+/g, " ");

/** Every text below a key, wherever it stands. */
function textsAt(node: unknown, key: string): string[] {
  if (Array.isArray(node)) return node.flatMap((item) => textsAt(item, key));
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => [
    ...(name === key ? [value as string] : []),
    ...textsAt(value, key),
  ]);
}

const plain = (markdown: string): string =>
  markdown.replaceAll(/[`*]/g, "").replaceAll(/\s+/g, " ").trim();
const words = plain(visible).replaceAll(" ", "");
const holds = (text: string): boolean => words.includes(plain(text).replaceAll(" ", ""));

describe("the HTML, before any script", () => {
  test("names every property and every documented value with its meaning", () => {
    const properties = textsAt(contract, "properties").flatMap((schema) => Object.keys(schema));
    const meanings = textsAt(contract, "x-enumDescriptions").flatMap((map) =>
      Object.entries(map as unknown as Record<string, string>),
    );
    expect(properties.length).toBeGreaterThan(25);
    expect(meanings.length).toBeGreaterThan(25);
    expect(properties.filter((name) => !holds(name))).toEqual([]);
    expect(meanings.filter(([value, meaning]) => !holds(value) || !holds(meaning))).toEqual([]);
  });

  test("says what every response means, and what to do", () => {
    const missing = allResponses(contract)
      .flatMap(({ description }) => description.split(/\n{2,}/))
      .filter((paragraph) => !holds(paragraph));
    expect(missing).toEqual([]);
  });

  test("explains every error code", () => {
    const missing = Object.entries(errorCodeMeanings(contract)).filter(
      ([code, meaning]) => !holds(code) || !holds(meaning),
    );
    expect(missing).toEqual([]);
  });

  test("shows every example of every response", () => {
    const summaries = allResponses(contract).flatMap(({ response }) =>
      textsAt(response["content"], "examples").flatMap((examples) =>
        Object.values(examples as unknown as Record<string, JsonObject>).map(
          (example) => resolveRef(contract, example)["summary"] as string,
        ),
      ),
    );
    expect(summaries.length).toBeGreaterThan(20);
    expect(summaries.filter((summary) => !holds(summary))).toEqual([]);
  });

  test("tells every deviation from the source", () => {
    const missing = provenance.deviations.filter(({ conflict }) => !holds(conflict));
    expect(provenance.deviations.length).toBeGreaterThan(10);
    expect(missing).toEqual([]);
  });

  test("holds all five code samples", () => {
    const samples = codeSamples(contract, operationsOf(contract)[0]);
    expect(samples).toHaveLength(5);
    expect(samples.filter(({ source }) => !holds(source)).map(({ label }) => label)).toEqual([]);
  });
});

describe("what the page may do", () => {
  test("inline scripts run by their hash only, and there is one", () => {
    const inline = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map((match) => match[1] ?? "");
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? "";
    expect(inline).toHaveLength(1);
    expect(policy).toContain(`script-src 'self' ${hashSource(inline[0] ?? "")};`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self';");
  });

  test("header files for static hosts carry the same policy", async () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? "-";
    for (const name of ["_headers", ".htaccess", "nginx-headers.conf", "vercel.json"])
      expect(await read(name)).toContain(policy);
  });

  test("no address of a third party is left in Redoc's script", async () => {
    const assets = await readdir(join(dist, "assets"));
    const script = await read(`assets/${assets.find((name) => name.startsWith("redoc.")) ?? ""}`);
    for (const stranger of ["otel.cloud.redocly.com", "cdn.redoc.ly", "cdn.redocly.com"])
      expect(script).not.toContain(stranger);
  });

  test("every file that the page names is there, with the hash of its content in its name", async () => {
    const named = [...new Set(html.match(/assets\/[\w.-]+/g))];
    const there = await readdir(join(dist, "assets"));
    expect(named).toHaveLength(5);
    expect(named.filter((name) => !there.includes(name.replace("assets/", "")))).toEqual([]);
    expect(named.filter((name) => !/\.[0-9a-f]{10}\.\w+$/.test(name))).toEqual([]);
  });
});

test("what is loaded at first is the page and three files, below 150 kB", async () => {
  const named = [...html.matchAll(/(?:href|src)="(assets\/[^"]+)"/g)].map(
    (match) => match[1] ?? "",
  );
  const first = [...new Set(named)];
  expect(first.map((name) => name.replace(/\..*(?=\.)/, ""))).toEqual([
    "assets/inter.woff2",
    "assets/style.css",
    "assets/boot.js",
  ]);
  const files = await Promise.all(first.map((name) => readFile(join(dist, name))));
  const bytes = [Buffer.from(html), ...files].map((content) => gzipSync(content).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
});

test("the Markdown rendition is whole, and llms.txt leads there", async () => {
  const markdown = await read("openapi.md");
  expect(await read("llms.txt")).toContain("(openapi.md)");
  for (const { status } of allResponses(contract))
    expect(markdown).toContain(`#### ${status === "default" ? "Any other status" : status}`);
  expect(markdown).toContain("## Getting started");
  expect(markdown).not.toContain("{{");
});
