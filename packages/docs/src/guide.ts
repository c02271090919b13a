import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { allResponses, errorCodeMeanings } from "./explain-error-codes.js";
import { isObject, isText, textOf, type Json, type JsonObject } from "./json.js";

export interface GuideInput {
  contract: JsonObject;
  /** `openapi/provenance.yaml`, parsed. */
  provenance: JsonObject;
  /** Markdown of the changelog; empty when nothing was released yet. */
  changelog: string;
}

/**
 * The guide: the Markdown files of `folder` in the order of their names, with every `{{name}}` replaced by what
 * the contract, its provenance or the changelog says.
 *
 * @throws Error when a page names something that cannot be derived.
 */
export async function guide(folder: string, input: GuideInput): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md")).sort();
  const pages = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  const derived: Record<string, string> = {
    statuses: statusTable(input.contract),
    codes: codeTable(input.contract),
    regions: regionTable(input.contract),
    sources: sourceList(input.provenance),
    facts: String(Object.values(listAt(input.provenance, "facts")).length),
    deviations: deviationList(input.provenance),
    changelog: input.changelog.trim() || "Nothing was released yet.",
    version: versionOf(input.contract),
  };
  return pages
    .map((page) =>
      page.trim().replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
        const text = derived[name];
        if (text === undefined)
          throw new Error(`The guide asks for ${whole}, which nothing fills.`);
        return text;
      }),
    )
    .join("\n\n");
}

const listAt = (node: JsonObject, key: string): JsonObject[] => {
  const list = node[key];
  return Array.isArray(list) ? list.filter(isObject) : [];
};

const versionOf = (contract: JsonObject): string => {
  const info = contract["info"];
  return isObject(info) && isText(info["version"]) ? info["version"] : "";
};

/** A description's first paragraph says what happened; what follows says what to do. */
function statusTable(contract: JsonObject): string {
  const rows = allResponses(contract)
    .filter(({ status }) => !status.startsWith("2"))
    .map(({ status, description }) => {
      const [happened = "", ...todo] = description
        .split(/\n{2,}/)
        .map((part) => part.replaceAll(/\s+/g, " ").trim());
      return `| **${status === "default" ? "other" : status}** | **${happened}** ${todo.join(" ")} |`;
    });
  return ["| Status | What happened, and what to do |", "| --- | --- |", ...new Set(rows)].join(
    "\n",
  );
}

function codeTable(contract: JsonObject): string {
  const carriers = allResponses(contract);
  const rows = Object.entries(errorCodeMeanings(contract)).map(([code, meaning]) => {
    const statuses = carriers
      .filter(({ codes }) => codes.includes(code))
      .map(({ status }) => (status === "default" ? "other" : status));
    return `| \`${code}\` | ${[...new Set(statuses)].join(", ")} | ${meaning} |`;
  });
  return ["| Code | Status | What it means |", "| --- | --- | --- |", ...rows].join("\n");
}

function regionTable(contract: JsonObject): string {
  const rows = listAt(contract, "servers")
    .filter((server) => isText(server["x-region"]))
    .map(
      (server) =>
        `| \`${textOf(server["x-region"])}\` | \`${textOf(server["url"])}\` | ${textOf(server["description"])} |`,
    );
  return ["| Region | Address | Where |", "| --- | --- | --- |", ...rows].join("\n");
}

function sourceList(provenance: JsonObject): string {
  const sources = provenance["sources"];
  return Object.values(isObject(sources) ? sources : {})
    .filter(isObject)
    .map((source) => `- ${textOf(source["title"])} (${textOf(source["kind"])})`)
    .join("\n");
}

function deviationList(provenance: JsonObject): string {
  const cell = (text: Json | undefined): string => textOf(text).replaceAll(/\s+/g, " ");
  const rows = listAt(provenance, "deviations").map(
    ({ conflict, decision, reason }) => `| ${cell(conflict)} | ${cell(decision)} ${cell(reason)} |`,
  );
  return [
    "| What the sources say | What the contract does, and why |",
    "| --- | --- |",
    ...rows,
  ].join("\n");
}
