// Checks the facts in the guides against the contract. commands.test.ts runs the commands.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "@jest/globals";
import { isObject, operationsOf, readContract } from "@vpcep/contract-reader";

import { allResponses, errorCodeMeanings, remedyOf } from "../src/errors.js";
import { fieldsOf } from "../src/fields.js";
import { guidePages } from "../src/guide.js";
import { infoOf, objectEntries, objectsOf, textOf } from "../src/text.js";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../guide");
const contract = readContract();
const pages = await guidePages(folder, { contract, provenance: {}, changelog: "" });
const pageOf = (slug: string): string =>
  pages.find((page) => page.slug === slug)?.markdown ?? `There is no guide ${slug}.`;
const responses = allResponses(contract);
const operation = operationsOf(contract).find(
  ({ operationId }) => operationId === "getVpcEndpointService",
);
const components = isObject(contract["components"]) ? contract["components"] : {};
const credentials = objectEntries(components["securitySchemes"])
  .flatMap(([, scheme]) => [textOf(scheme["name"]), textOf(scheme["description"])])
  .join("\n");

/** Returns the table rows in a section as lists of plain-text cells. */
const rowsBelow = (markdown: string, heading: string): string[][] =>
  (markdown.split(`${heading}\n`)[1] ?? "")
    .split(/\n## /)[0]
    ?.split("\n")
    .filter((line) => line.startsWith("|") && !line.includes("---"))
    .slice(1)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.replaceAll(/[`*]/g, "").trim()),
    ) ?? [];

/** The text of all guides, without code blocks. */
const prose = pages.map(({ markdown }) => markdown.replaceAll(/```[^]*?```/g, "")).join("\n");
const found = (pattern: RegExp, text = prose): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([match]) => match)),
];

describe("hosts", () => {
  test("the guides list all servers in the contract and the IAM host for each region", () => {
    const rows = rowsBelow(pageOf("getting-started"), "## Choose the region");
    const servers = objectsOf(contract["servers"]).filter((server) => "x-region" in server);
    expect(servers.length).toBeGreaterThan(2);
    expect(rows.map(([region, url]) => [region, url])).toEqual(
      servers.map((server) => [server["x-region"], server["url"]]),
    );
    const documented = (region: string): string | undefined =>
      found(/`iam[\w-]*\.[\w.-]+`/g, credentials).find((host) => host.split(".").includes(region));
    expect(rows.filter(([region = ""]) => documented(region) !== undefined).length).toBeGreaterThan(
      2,
    );
    for (const [region = "", , iam] of rows) {
      const host = documented(region)?.replaceAll("`", "");
      expect(iam).toBe(host === undefined ? "not documented" : `https://${host}`);
    }
    expect(rowsBelow(pageOf("authentication"), "## IAM hosts")).toEqual(
      rows.filter(([, , iam]) => iam !== "not documented").map(([region, , iam]) => [region, iam]),
    );
  });

  test("the guides mention only documented cloud hosts", () => {
    const known = `${credentials}\n${JSON.stringify(contract["servers"])}`;
    const hosts = found(/[\w.-]+\.otc\.t-systems\.com/g, pages.map((page) => page.markdown).join());
    expect(hosts.filter((host) => !known.includes(host))).toEqual([]);
  });
});

describe("statuses", () => {
  test("the guides use only documented statuses", () => {
    const statuses = found(/(?<![\w.,`"-])[45]\d\d(?![\w.-]*\w)/g);
    expect(statuses.length).toBeGreaterThan(12);
    const documented = new Set(responses.map(({ status }) => status));
    expect(statuses.filter((status) => !documented.has(status))).toEqual([]);
  });

  test("the guide about errors lists the cause and remedy for every documented error", () => {
    const rows = rowsBelow(pageOf("errors"), "## Statuses and remedies");
    const failures = responses.filter(({ status }) => !status.startsWith("2"));
    expect(rows.map(([status]) => status)).toEqual(
      failures.map(({ status }) => (status === "default" ? "any other" : status)),
    );
    for (const [index, { description }] of failures.entries()) {
      const { happened, remedy } = remedyOf(description.replaceAll(/[`*]/g, ""));
      expect(rows[index]?.[1]).toBe(`${happened} ${remedy}`);
    }
  });

  test("the guide about errors recommends a retry only if the contract also recommends a retry", () => {
    const [, advice = ""] = pageOf("errors").split("## Retries");
    const [waits = "", sends = ""] = advice.split("\n- ").slice(1);
    const again = found(/\b[45]\d\d\b/g, waits + sends).filter((status) => status !== "400");
    const invited = responses.filter(({ description }) =>
      /^(?:retry|wait)\b/i.test(remedyOf(description).remedy),
    );
    expect(again.sort()).toEqual(invited.map(({ status }) => status).sort());
    const throttled = responses.find(({ status }) => status === "400")?.description;
    expect(waits).toContain("400 with `EndPoint.0022`");
    expect(throttled).toContain("`EndPoint.0022`");
  });

  test("the guide about errors lists all documented error codes with their statuses", () => {
    const meanings = errorCodeMeanings(contract);
    const codes = found(/\b[A-Za-z]+\.\d{4}\b/g);
    expect(codes.filter((code) => !(code in meanings))).toEqual([]);
    const rows = rowsBelow(pageOf("errors"), "## Error codes");
    expect(rows.map(([code]) => code)).toEqual(Object.keys(meanings));
    for (const [code = "", statuses = ""] of rows)
      expect(statuses.split(", ")).toEqual(
        responses.filter(({ codes: own }) => own.includes(code)).map(({ status }) => status),
      );
  });
});

describe("fields", () => {
  test("the guide about waiting uses the documented states and duration", () => {
    const content = operation?.responses.get("200")?.["content"];
    const json = isObject(content) ? content["application/json"] : undefined;
    const schema = isObject(json) ? (json["schema"] ?? null) : null;
    const status = fieldsOf(contract, schema).find(({ path }) => path === "status");
    const values = status?.values?.values.map(({ value }) => value) ?? [];
    const named = rowsBelow(pageOf("waiting"), "# Waiting for a change").flatMap(
      ([, until = ""]) => /^status is (\w+)$/.exec(until)?.slice(1) ?? [],
    );
    expect(named).toEqual(["available", "failed"]);
    for (const value of named) expect(values).toContain(value);
    expect(pageOf("waiting")).toContain("one to two minutes");
    expect(infoOf(contract, "description")).toContain("one to two minutes");
  });

  test("the guides contain the same headers, token lifetime, permission, and number of codes as the contract", () => {
    const headers = found(/\bX-[A-Z]\w*(?:-[A-Z]\w*)*/g);
    const text = JSON.stringify(contract);
    expect(headers.length).toBeGreaterThan(4);
    expect(headers.filter((header) => !text.includes(header))).toEqual([]);
    for (const fact of ["24 hours", "`vpcep:epservices:get`"]) {
      expect(prose).toContain(fact);
      expect(credentials).toContain(fact);
    }
    expect(prose).toContain("documents about 155");
    expect(text).toContain("documents about 155");
  });
});
