// Tests the content and the Content-Security-Policy in the built files.
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { describe, expect, test } from "@jest/globals";
import {
  examplesOf,
  isObject,
  type JsonObject,
  openEnumOf,
  operationsOf,
} from "@vpcep/contract-reader";
import { JSDOM } from "jsdom";
import { parse } from "yaml";

import { allResponses, errorCodeMeanings } from "../src/errors.js";
import { fieldsOf } from "../src/fields.js";
import { hashSource } from "../src/policy.js";
import { samplesOf } from "../src/samples.js";
import { textOf } from "../src/text.js";
import { dist } from "./browser.js";

const read = (name: string): Promise<string> => readFile(join(dist, name), "utf8");
const contract = JSON.parse(await read("openapi.json")) as JsonObject;
const operation = operationsOf(contract).find(
  ({ operationId }) => operationId === "getVpcEndpointService",
);
if (operation === undefined) throw new Error("The contract has no operation.");
const html = await read("index.html");
const pages = (await readdir(dist)).filter((name) => name.endsWith(".html") && name !== "404.html");
const documents = new Map(
  await Promise.all(
    pages.map(async (name) => [name, new JSDOM(await read(name)).window.document] as const),
  ),
);
const start = documents.get("index.html");
if (start === undefined) throw new Error("There is no index.html.");
const provenance = parse(
  await readFile(
    join(dirname(fileURLToPath(import.meta.url)), "../../../openapi/provenance.yaml"),
    "utf8",
  ),
) as { deviations: { conflict: string }[] };

const plain = (text: string): string =>
  text
    .replaceAll(/[`*]/g, "")
    .replaceAll(/^\s*-\s/gm, "")
    .replaceAll(/\s+/g, "");
const holds = (where: Element | null | undefined, text: string): boolean =>
  plain(where?.textContent ?? "").includes(plain(text));

/** All properties of the component schemas, and the description of each property. */
const properties = Object.entries(
  (contract["components"] as { schemas: JsonObject }).schemas,
).flatMap(([schema, node]) =>
  Object.entries(isObject(node) && isObject(node["properties"]) ? node["properties"] : {}).map(
    ([name, property]) => ({
      name: `${schema}.${name}`,
      property,
      text: isObject(property) ? textOf(property["description"]) : "",
    }),
  ),
);

describe("the start page without JavaScript", () => {
  test("contains the description of every property", () => {
    expect(properties.length).toBeGreaterThan(25);
    const missing = properties.filter(
      ({ name, text }) =>
        !holds(start.body, name.split(".")[1] ?? "") ||
        !text.split(/\n{2,}/).every((part) => holds(start.body, part)),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  test("shows all response field descriptions and enum value meanings exactly once in Redoc's HTML", () => {
    const redoc = start.getElementById("redoc");
    const schema = operation.responses.get("200")?.["content"];
    const media = isObject(schema) ? schema["application/json"] : undefined;
    const fields = fieldsOf(contract, isObject(media) ? (media["schema"] ?? null) : null);
    expect(fields.length).toBeGreaterThan(20);
    const top = fields.filter(({ depth }) => depth === 0);
    for (const field of top) {
      const place = redoc?.querySelector(`[id$="/t=response&c=200&path=${field.path}"]`);
      expect([field.path, holds(place, field.description)]).toEqual([field.path, true]);
      for (const { value, meaning } of field.values?.values ?? []) {
        const text = plain(place?.textContent ?? "");
        expect([value, text.split(plain(meaning ?? "?")).length - 1]).toEqual([value, 1]);
      }
    }
  });

  test("explains all responses and error codes", () => {
    const missing = allResponses(contract)
      .flatMap(({ description }) => description.split(/\n{2,}/))
      .filter((paragraph) => !holds(start.body, paragraph));
    const codes = Object.entries(errorCodeMeanings(contract));
    expect(codes.length).toBeGreaterThan(5);
    expect(missing).toEqual([]);
    expect(codes.filter(([code, meaning]) => !holds(start.body, `${code}: ${meaning}`))).toEqual(
      [],
    );
  });

  test("shows all response examples, and code samples in all languages", () => {
    const summaries = examplesOf(contract).map(({ summary }) => summary ?? "?");
    expect(summaries.length).toBeGreaterThan(20);
    expect(summaries.filter((summary) => !holds(start.body, summary))).toEqual([]);
    const samples = samplesOf(contract, operation);
    const shown = [...start.querySelectorAll(".call [data-sample] code")].map((code) =>
      [...code.querySelectorAll(".l")].map((line) => line.textContent).join("\n"),
    );
    expect(shown).toEqual(samples.map(({ source }) => source.trimEnd()));
  });

  test("has unique IDs and working links to page sections", () => {
    const problems: string[] = [];
    for (const [name, document] of documents) {
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      problems.push(
        ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${name}: ${id} twice`),
      );
      for (const link of document.querySelectorAll("a[href]")) {
        const href = link.getAttribute("href") ?? "";
        if (/^(https?:|data:)/.test(href)) continue;
        const [file = "", id = ""] = href.replace(/^\.\//, "").split("#");
        const target =
          file === "" && !href.startsWith("#") ? "index.html" : file === "" ? name : file;
        if (id === "") {
          if (!pages.includes(target) && !/^(openapi\.\w+|llms\.txt)$/.test(target))
            problems.push(`${name}: ${href}`);
        } else if (documents.get(target)?.getElementById(decodeURIComponent(id)) === null)
          problems.push(`${name}: ${href}`);
      }
    }
    expect(problems).toEqual([]);
  });
});

test("includes only search entries whose link targets exist", async () => {
  const [name = ""] = /assets\/search[^"]*/.exec(html) ?? [];
  const [, json = "[]"] = /searchIndex=(.*);/.exec(await read(name)) ?? [];
  const entries = JSON.parse(json) as [string, string, string, string][];
  expect(entries.length).toBeGreaterThan(60);
  const lost = entries.filter(([, , href]) => {
    const [file = "", id = ""] = href.replace("./", "").split("#");
    const document = documents.get(file === "" ? "index.html" : file);
    return document === undefined || (id !== "" && document.getElementById(id) === null);
  });
  expect(lost).toEqual([]);
});

test("lists all deviations on the sources page", () => {
  const body = documents.get("source.html")?.body;
  expect(provenance.deviations.length).toBeGreaterThan(10);
  expect(provenance.deviations.filter(({ conflict }) => !holds(body, conflict))).toEqual([]);
});

describe("security", () => {
  test("the policy of each page allows only one inline script, which it identifies by a hash", async () => {
    for (const name of pages) {
      const page = await read(name);
      const inline = [...page.matchAll(/<script>([^]*?)<\/script>/g)]
        .map((match) => match[1] ?? "")
        // Redoc's own script element is empty.
        .filter((script) => script !== "");
      const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? "";
      expect(inline).toHaveLength(1);
      expect(policy).toContain(`script-src 'self' ${hashSource(inline[0] ?? "")};`);
      expect(policy).toContain("connect-src 'self';");
    }
  });

  test("uses the same Content-Security-Policy in the header files for static hosts", async () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? "-";
    for (const name of ["_headers", ".htaccess", "nginx-headers.conf", "vercel.json"])
      expect(await read(name)).toContain(policy);
  });

  test("removes third-party URLs from Redoc's script", async () => {
    const assets = await readdir(join(dist, "assets"));
    const script = await read(`assets/${assets.find((name) => /^redoc\..*js$/.test(name)) ?? ""}`);
    for (const address of ["otel.cloud.redocly.com", "cdn.redoc.ly", "cdn.redocly.com"])
      expect(script).not.toContain(address);
  });

  test("keeps the initial download size below 150 kB", async () => {
    const first = [
      ...new Set(
        [...html.matchAll(/(?:href|src)="(assets\/[^"]+)"/g)].map((match) => match[1] ?? ""),
      ),
    ];
    expect(first.map((name) => name.replace(/\.\w+(?=\.\w+$)/, ""))).toEqual([
      "assets/inter.woff2",
      "assets/redoc.css",
      "assets/style.css",
      "assets/boot.js",
    ]);
    const files = await Promise.all(first.map((name) => readFile(join(dist, name))));
    const bytes = [Buffer.from(html), ...files].map((content) => gzipSync(content).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
  });
});

describe("machine-readable files", () => {
  test("openapi.md includes types, lengths, patterns, lists, and the guides", async () => {
    const markdown = await read("openapi.md");
    expect(await read("llms.txt")).toContain("(openapi.md)");
    for (const { status } of allResponses(contract))
      expect(markdown).toContain(`#### ${status === "default" ? "Any other status" : status}\n`);
    for (const parameter of operation.parameters) {
      const schema = isObject(parameter["schema"]) ? parameter["schema"] : {};
      expect(markdown).toContain(`**\`${textOf(parameter["name"])}\`** (path, string`);
      if (schema["pattern"] !== undefined)
        expect(markdown).toContain(`Pattern: \`${textOf(schema["pattern"])}\``);
    }
    for (const { property } of properties)
      for (const { value } of openEnumOf(contract, property)?.values ?? [])
        expect(markdown).toContain(`- \`${value}\``);
    expect(markdown).toContain("## Getting started");
    expect(markdown).not.toMatch(/\{\{|<span|; -/);
  });

  test("every page has a unique title, description, and Open Graph tags", () => {
    const titles = [...documents.values()].map((document) => document.title);
    expect(new Set(titles).size).toBe(titles.length);
    for (const document of documents.values()) {
      expect(document.querySelector('meta[name="description"]')?.getAttribute("content")).toMatch(
        /\w{3}/,
      );
      // The page has no canonical link, because the site URL is unknown.
      expect(document.querySelector('link[rel="canonical"]')).toBeNull();
      expect(document.querySelector('meta[property="og:title"]')?.getAttribute("content")).toBe(
        document.title,
      );
    }
  });
});
