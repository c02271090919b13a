import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import {
  examplesOf,
  follow,
  isObject,
  type Json,
  type JsonObject,
  type Operation,
  operationsOf,
} from "@vpcep/contract-reader";

import { allResponses, errorCodeMeanings, remedyOf, statusName } from "./errors.js";
import { callOf } from "./samples.js";
import { infoOf, objectEntries, objectsOf, oneLine, textOf } from "./text.js";

export interface GuideInput {
  contract: JsonObject;
  /** The parsed content of `openapi/provenance.yaml`. */
  provenance: JsonObject;
  /** The changelog as Markdown, which is empty before the first release. */
  changelog: string;
}

export interface GuidePage {
  /** File name without `.html`. */
  slug: string;
  title: string;
  markdown: string;
}

/**
 * Reads the Markdown files in `folder`, sorted by name, and replaces each `{{name}}` with data from the contract, its
 * provenance, or the changelog.
 *
 * @throws Error if a placeholder name is unknown, or if a page has no title.
 */
export async function guidePages(folder: string, input: GuideInput): Promise<GuidePage[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md")).sort();
  const derived = derivedFrom(input);
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), "utf8");
      const markdown = text.trim().replaceAll(/\{\{([\w-]+)\}\}/g, (whole, key: string) => {
        const value = derived[key]?.();
        if (value === undefined)
          throw new Error(
            `guide/${name} uses ${whole}, which is unknown. Known names: ${Object.keys(derived).join(", ")}.`,
          );
        return value;
      });
      const title = /^# (.+)$/m.exec(markdown)?.[1];
      if (title === undefined) throw new Error(`guide/${name} has no title. Start it with "# ".`);
      return { slug: name.replace(/^\d+-|\.md$/g, "").replace(/\.md$/, ""), title, markdown };
    }),
  );
}

/** Returns a function for each placeholder, so that the contract needs to contain only the data that the pages use. */
function derivedFrom({
  contract,
  provenance,
  changelog,
}: GuideInput): Record<string, () => string> {
  const operations = operationsOf(contract);
  // The guides describe this operation, but contracts in tests might not contain it.
  const operation =
    operations.find(({ operationId }) => operationId === "getVpcEndpointService") ?? operations[0];
  if (operation === undefined) throw new Error("The contract has no operation to document.");
  const call = callOf(contract, operation);
  const parameters = Object.fromEntries(
    call.parameters.map(({ name, example }) => [name, () => example]),
  );
  const iam = iamHosts(contract);
  return {
    project_id: () => "<project_id>",
    vpc_endpoint_service_id: () => "<vpc_endpoint_service_id>",
    ...parameters,
    region: () => call.region,
    vpcep: () => call.baseUrl,
    iam: () => iam.get(call.region) ?? "https://<IAM host>",
    regions: () => regionTable(contract, iam),
    "iam-hosts": () =>
      table(
        ["Region", "IAM"],
        [...iam].map(([region, url]) => [`\`${region}\``, `\`${url}\``]),
      ),
    "token-command": () => tokenCommand,
    response: () => JSON.stringify(firstBody(contract, operation), null, 2),
    statuses: () => statusTable(contract),
    codes: () => codeTable(contract),
    sources: () => sourceList(provenance),
    facts: () => String(objectsOf(provenance["facts"]).length),
    deviations: () => deviationTable(provenance),
    changelog: () => changelog.trim() || "There is no release yet.",
    version: () => infoOf(contract, "version"),
  };
}

/**
 * A command that sets `OTC_TOKEN`. The braces make the shell parse the whole command before it runs the first line.
 * Without the braces, `read` would consume the rest of the pasted text.
 */
const tokenCommand = `\`\`\`bash
{
  printf 'Account (domain) name: '; read -r otc_domain
  printf 'User name: '; read -r otc_user
  printf 'Password: '; read -rs otc_password; echo
  otc_json() { printf '%s' "$1" | sed 's/[\\\\"]/\\\\&/g'; }
  OTC_TOKEN=$(printf '{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"%s","password":"%s","domain":{"name":"%s"}}}},"scope":{"project":{"name":"%s"}}}}' \\
    "$(otc_json "$otc_user")" "$(otc_json "$otc_password")" "$(otc_json "$otc_domain")" "\${OTC_PROJECT_NAME:-$OTC_REGION}" |
    curl --silent --show-error --output /dev/null --dump-header - \\
      --header 'Content-Type: application/json' --data @- "$IAM/v3/auth/tokens" |
    tr -d '\\r' | sed -n 's/^[Xx]-[Ss]ubject-[Tt]oken: //p')
  unset otc_password
  export OTC_TOKEN
  [ -n "$OTC_TOKEN" ] || echo 'No token: check the names, the password, and the region.' >&2
}
\`\`\``;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** Returns the IAM host for each region, taken from the security scheme descriptions. */
function iamHosts(contract: JsonObject): Map<string, string> {
  const components = isObject(contract["components"]) ? contract["components"] : {};
  const text = objectEntries(components["securitySchemes"])
    .map(([, scheme]) => textOf(follow(contract, scheme)["description"]))
    .join("\n");
  const hosts = [...new Set(text.match(/\biam[\w-]*(?:\.[\w-]+)+/g))];
  return new Map(
    objectsOf(contract["servers"]).flatMap((server) => {
      const region = textOf(server["x-region"]);
      const host = hosts.find((name) => name.split(".").includes(region));
      return region === "" || host === undefined ? [] : [[region, `https://${host}`]];
    }),
  );
}

const regionTable = (contract: JsonObject, iam: ReadonlyMap<string, string>): string =>
  table(
    ["Region", "VPC Endpoint", "IAM"],
    objectsOf(contract["servers"])
      .filter((server) => textOf(server["x-region"]) !== "")
      .map((server) => {
        const region = textOf(server["x-region"]);
        return [
          `\`${region}\``,
          `\`${textOf(server["url"])}\``,
          `\`${iam.get(region) ?? "not documented"}\``,
        ];
      }),
  );

/** The operation's first JSON example for a successful response. */
const firstBody = (contract: JsonObject, { operationId }: Operation): Json =>
  examplesOf(contract).find(
    (example) =>
      example.operationId === operationId &&
      example.status.startsWith("2") &&
      isObject(example.value),
  )?.value ?? {};

/** Returns a Markdown table that lists each error status with its cause and remedy. */
export function statusTable(contract: JsonObject): string {
  const rows = allResponses(contract)
    .filter(({ status }) => !status.startsWith("2"))
    .map(({ status, description }) => {
      const { happened, remedy } = remedyOf(description);
      return `| **${statusName(status)}** | **${happened}** ${remedy} |`;
    });
  return ["| Status | What happened, and what to do |", "| --- | --- |", ...rows].join("\n");
}

function codeTable(contract: JsonObject): string {
  const carriers = allResponses(contract);
  return table(
    ["Code", "Status", "Meaning"],
    Object.entries(errorCodeMeanings(contract)).map(([code, meaning]) => {
      const statuses = carriers.filter(({ codes }) => codes.includes(code));
      return [
        `\`${code}\``,
        [...new Set(statuses.map(({ status }) => statusName(status)))].join(", "),
        oneLine(meaning),
      ];
    }),
  );
}

const sourceList = (provenance: JsonObject): string =>
  objectEntries(provenance["sources"])
    .map(([, source]) => `- ${textOf(source["title"])} (${textOf(source["kind"])})`)
    .join("\n");

const deviationTable = (provenance: JsonObject): string =>
  table(
    ["What the sources say", "What the contract does, and why"],
    objectsOf(provenance["deviations"]).map(({ conflict, decision, reason }) => [
      oneLine(conflict),
      `${oneLine(decision)} ${oneLine(reason)}`,
    ]),
  );
