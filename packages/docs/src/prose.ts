// Renders the contract as Markdown for `openapi.md`, for printing, and for browsers without JavaScript.
import {
  follow,
  isObject,
  type Json,
  type JsonObject,
  type Operation,
  operationsOf,
} from "@vpcep/contract-reader";

import { fieldAnchor, operationAnchor } from "./call-card.js";
import { errorCodeMeanings, responsesOf, statusName } from "./errors.js";
import { type Field, exampleOf, fieldsOf, formOf } from "./fields.js";
import { parameterExample, samplesOf, schemesOf } from "./samples.js";
import { objectEntries, objectsOf, oneLine, otherValues, textOf } from "./text.js";

export interface ProseOptions {
  /** Whether to add Redoc's element IDs, so that links work without JavaScript. Default: false. */
  anchors?: boolean;
}

const fence = (lang: string, body: string): string => `\`\`\`${lang}\n${body.trimEnd()}\n\`\`\``;

/** Returns a Markdown list item with indented continuation lines. */
const entry = (text: string, depth = 0): string => {
  const indent = "  ".repeat(depth);
  const [first = "", ...rest] = text.trim().split("\n");
  return [
    `${indent}- ${first}`,
    ...rest.map((line) => (line.trim() === "" ? "" : `${indent}  ${line}`)),
  ].join("\n");
};

/**
 * Returns all operations as Markdown, with servers, security, parameters, responses, fields, error codes, and examples.
 * Repeated content, such as a schema, is printed only at its first occurrence. Later occurrences refer to the first
 * occurrence.
 */
export function operationsMarkdown(contract: JsonObject, options: ProseOptions = {}): string[] {
  const printed = new Map<unknown, string>();
  return operationsOf(contract).map((operation) =>
    operationMarkdown(contract, operation, printed, options),
  );
}

interface Printing {
  contract: JsonObject;
  operation: Operation;
  /** For each object that has already been printed, the name of the section that contains the object. */
  printed: Map<unknown, string>;
  /** Returns an HTML element with an ID or, for `openapi.md`, an empty string. */
  anchor: (id: string) => string;
}

function operationMarkdown(
  contract: JsonObject,
  operation: Operation,
  printed: Map<unknown, string>,
  { anchors = false }: ProseOptions,
): string {
  const root = operationAnchor(operation);
  const anchor = (id: string): string =>
    anchors ? `<span id="${id.replaceAll("&", "&amp;")}"></span>` : "";
  const printing: Printing = { contract, operation, printed, anchor };
  const name = operation.operationId ?? operation.path;
  const once = (heading: string, part: unknown, spelledOut: () => string[]): string[] => {
    const before = printed.get(part);
    if (before === undefined) printed.set(part, `${heading} under \`${name}\``);
    return [`### ${heading}`, ...(before === undefined ? spelledOut() : [`See ${before}.`])];
  };
  const requirements = operation.operation["security"] ?? contract["security"];
  const parts = [
    `## ${anchor(root)}${textOf(operation.operation["summary"]) || name}`,
    fence("http", `${operation.method.toUpperCase()} ${operation.path}`),
    textOf(operation.operation["description"]),
    ...once("Servers", contract["servers"], () => [servers(contract)]),
    ...once("Security", requirements, () => security(contract, operation)),
    `### ${anchor(`${root}/request`)}Parameters`,
    operation.parameters.map((parameter) => parameterEntry(printing, parameter)).join("\n"),
    "### Request samples",
    ...samplesOf(contract, operation).flatMap(({ label, lang, source }) => [
      `#### ${label}`,
      fence(lang, source),
    ]),
    `### ${anchor(`${root}/responses`)}Responses`,
    ...responses(printing, name),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

const servers = (contract: JsonObject): string =>
  objectsOf(contract["servers"])
    .map((server) => {
      const variables = objectEntries(server["variables"]).map(([name, variable]) =>
        entry(
          `\`${name}\`: ${oneLine(variable["description"])} Default: \`${textOf(variable["default"])}\`.`,
          1,
        ),
      );
      return [
        entry(`\`${textOf(server["url"])}\`: ${oneLine(server["description"])}`),
        ...variables,
      ].join("\n");
    })
    .join("\n");

function security(contract: JsonObject, operation: Operation): string[] {
  const schemes = schemesOf(contract, operation);
  if (schemes.length === 0) return ["None."];
  return [
    schemes.length === 1 ? "Send this credential." : "Send exactly one of these credentials.",
    ...schemes.flatMap(({ name, header, description }) => [
      `#### ${name}: header \`${header}\``,
      description,
    ]),
  ];
}

function parameterEntry({ contract, operation, anchor }: Printing, parameter: JsonObject): string {
  const schema = parameter["schema"] ?? {};
  const place = textOf(parameter["in"]);
  const name = textOf(parameter["name"]);
  const own = follow(contract, schema);
  const needed = parameter["required"] === true ? "required" : "optional";
  return entry(
    [
      `${anchor(`${operationAnchor(operation)}/t=request&in=${place}&path=${name}`)}**\`${name}\`** (${place}, ${formOf(contract, schema)}, ${needed}): ${textOf(parameter["description"])}`,
      details(isObject(own) ? textOf(own["pattern"]) : "", parameterExample(contract, parameter)),
    ].join("\n\n"),
  );
}

const details = (pattern: string, example: string): string =>
  [
    pattern === "" ? "" : `Pattern: \`${pattern}\`.`,
    example === "" ? "" : `Example: \`${example}\`.`,
  ]
    .filter((part) => part !== "")
    .join(" ");

function responses(printing: Printing, name: string): string[] {
  const { contract, operation, printed, anchor } = printing;
  const meanings = errorCodeMeanings(contract);
  return responsesOf(operation).flatMap(({ status, description, codes, response }) => {
    const heading = statusName(status).replace(/^a/, "A");
    const root = `${operationAnchor(operation)}/response&c=${status}`;
    const before = printed.get(response);
    if (before === undefined) printed.set(response, `${heading} under \`${name}\``);
    return [
      `#### ${anchor(`${operationAnchor(operation)}/responses&c=${status}`)}${anchor(`${root}/headers`)}${anchor(`${root}/body`)}${status === "default" ? "Any other status" : heading}`,
      ...(before === undefined
        ? [
            description,
            codes.map((code) => entry(`\`${code}\`: ${oneLine(meanings[code])}`)).join("\n"),
            ...headers(printing, status, response),
            ...objectEntries(response["content"]).flatMap(([type, media]) =>
              content(printing, status, type, media),
            ),
          ]
        : [`See ${before}.`]),
    ];
  });
}

function headers(
  { contract, operation, anchor }: Printing,
  status: string,
  response: JsonObject,
): string[] {
  const list = objectEntries(response["headers"]).map(([name, node]) => {
    const header = follow(contract, node);
    return entry(
      `${anchor(fieldAnchor(operation, status, name.toLowerCase()))}\`${name}\` (${formOf(contract, header["schema"] ?? {})}): ${textOf(header["description"])}`,
    );
  });
  return list.length === 0 ? [] : ["Headers:", list.join("\n")];
}

/**
 * Prints a schema in the first response that uses it. Later responses that use the schema refer to the first response.
 */
function content(printing: Printing, status: string, type: string, media: JsonObject): string[] {
  const { contract, operation, printed, anchor } = printing;
  const schema = media["schema"] ?? {};
  const union = isObject(schema) ? (schema["anyOf"] ?? schema["oneOf"]) : undefined;
  const alternatives = Array.isArray(union) ? union : [schema];
  const bodies = objectEntries(media["examples"]).map(
    ([, node]) => follow(contract, node)["value"] ?? null,
  );
  const shapes = alternatives.flatMap((given, index) => {
    const shape = follow(contract, given);
    if (!isObject(shape)) return [];
    const title = textOf(shape["title"]);
    const prefix = Array.isArray(union) ? `&oneof=${index}/` : "";
    const fields = fieldsOf(contract, shape);
    const before = title === "" ? undefined : printed.get(shape);
    const id = (field: Field): string =>
      anchor(fieldAnchor(operation, status, `${prefix}${field.path}`));
    if (before !== undefined) return [`${fields.map(id).join("")}**${title}**: see ${before}.`];
    printed.set(shape, statusName(status));
    const text =
      `**${title || "Body"}** (${formOf(contract, shape)}). ${textOf(shape["description"])}`.trim();
    return [text, fields.map((field) => fieldEntry(field, bodies, id(field))).join("\n")];
  });
  const examples = objectEntries(media["examples"]).flatMap(([, node]) => {
    const example = follow(contract, node);
    const before = printed.get(example);
    const summary = textOf(example["summary"]);
    if (before !== undefined) return [`Example: ${summary}. See ${before}.`];
    printed.set(example, statusName(status));
    const value = example["value"] ?? null;
    return [
      `Example: ${summary}. ${oneLine(example["description"])}`.trim(),
      typeof value === "string"
        ? fence("html", value)
        : fence("json", JSON.stringify(value, null, 2)),
    ];
  });
  return [`Body, \`${type}\`:`, ...shapes, ...examples];
}

function fieldEntry(field: Field, bodies: readonly Json[], id: string): string {
  const { name, form, required, description, pattern, values, depth } = field;
  const documented = (values?.values ?? []).map(({ value, meaning }) =>
    entry(`\`${value}\`${meaning === undefined ? "" : `: ${meaning}`}`, depth + 1),
  );
  const others = values === undefined ? [] : [entry(otherValues(values.others), depth + 1)];
  return [
    entry(
      [
        `${id}**\`${name}\`** (${form}, ${required ? "required" : "optional"}): ${description}`,
        details(pattern, exampleOf(field, bodies)),
      ]
        .filter((part) => part !== "")
        .join("\n\n"),
      depth,
    ),
    ...documented,
    ...others,
  ].join("\n");
}

/** Returns a Markdown list of operations with their summaries. */
export const operationList = (operations: readonly Operation[]): string =>
  operations
    .map(
      ({ path, method, operation }) =>
        `- \`${method.toUpperCase()} ${path}\`: ${textOf(operation["summary"])}`,
    )
    .join("\n");

/** Returns `llms.txt`, in the format that llmstxt.org defines. */
export function llmsText({
  title,
  summary,
  version,
  operations,
  guides,
}: {
  title: string;
  summary: string;
  version: string;
  operations: readonly Operation[];
  guides: readonly { slug: string; title: string }[];
}): string {
  const count = operations.length === 1 ? "One operation" : `${operations.length} operations`;
  return `# ${title}

> ${summary} ${count}, described by an OpenAPI 3.1 contract, version ${version}.

openapi.md is the complete reference: authentication, requests, fields with types, limits, and documented values,
responses, error handling, and deviations from the source.

## Contract

- [openapi.md](openapi.md): the reference and the guides as Markdown
- [openapi.yaml](openapi.yaml): the OpenAPI 3.1 contract
- [openapi.json](openapi.json): the same as JSON

## Operations

${operationList(operations)}

## Guides

${guides.map((guide) => `- [${guide.title}](${guide.slug}.html)`).join("\n")}
`;
}
