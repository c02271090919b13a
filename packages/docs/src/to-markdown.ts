import { codeSamples } from "./code-samples.js";
import { errorCodeMeanings, responsesOf } from "./explain-error-codes.js";
import { isObject, isText, textOf, type Json, type JsonObject } from "./json.js";
import { operationOf, resolveRef } from "./operation-of.js";
import { propertyList } from "./property-list.js";

const fence = (lang: string, body: string): string => `\`\`\`${lang}\n${body.trimEnd()}\n\`\`\``;
const entries = (node: Json | undefined): [string, Json][] =>
  Object.entries(isObject(node) ? node : {});

/**
 * The operation in Markdown, whole: servers, security, parameters, every property with its values, every
 * response with its codes and examples. For paper, for browsers without script, and for language models.
 */
export function operationMarkdown(contract: JsonObject): string {
  const { path, method, operation } = operationOf(contract);
  const parts = [
    `## ${textOf(operation["summary"])}`,
    fence("http", `${method.toUpperCase()} ${path}`),
    textOf(operation["description"]),
    "### Servers",
    ...servers(contract),
    "### Security",
    "Exactly one of these is needed.",
    ...security(contract, operation),
    "### Parameters",
    ...parameters(contract, operation),
    "### Request samples",
    ...codeSamples(contract).flatMap(({ label, lang, source }) => [
      `#### ${label}`,
      fence(lang, source),
    ]),
    "### Responses",
    ...responses(contract),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function servers(contract: JsonObject): string[] {
  const list = Array.isArray(contract["servers"]) ? contract["servers"].filter(isObject) : [];
  return [
    list
      .map((server) => `- \`${textOf(server["url"])}\`: ${textOf(server["description"])}`)
      .join("\n"),
  ];
}

function security(contract: JsonObject, operation: JsonObject): string[] {
  const requirements = operation["security"] ?? contract["security"];
  const names = (Array.isArray(requirements) ? requirements : []).flatMap((entry) =>
    Object.keys(isObject(entry) ? entry : {}),
  );
  return names.flatMap((name) => {
    const scheme = resolveRef(contract, { $ref: `#/components/securitySchemes/${name}` });
    const form =
      scheme["type"] === "apiKey"
        ? `header \`${textOf(scheme["name"])}\``
        : `\`Authorization: ${textOf(scheme["scheme"])} …\``;
    return [`#### ${name}: ${form}`, textOf(scheme["description"])];
  });
}

function parameters(contract: JsonObject, operation: JsonObject): string[] {
  const list = Array.isArray(operation["parameters"]) ? operation["parameters"] : [];
  return list.map((node) => {
    const parameter = resolveRef(contract, node);
    const needed = parameter["required"] === true ? ", required" : "";
    const body = textOf(parameter["description"]).replaceAll(/\s+/g, " ");
    return `- **\`${textOf(parameter["name"])}\`** (${textOf(parameter["in"])}${needed}): ${body}`;
  });
}

function responses(contract: JsonObject): string[] {
  const meanings = errorCodeMeanings(contract);
  const printed = new Map<string, string>();
  return responsesOf(contract).flatMap(({ status, description, codes, response }) => [
    `#### ${status === "default" ? "Any other status" : status}`,
    description,
    codes.length === 0
      ? ""
      : codes.map((code) => `- \`${code}\`: ${meanings[code] ?? ""}`).join("\n"),
    ...headers(contract, response),
    ...entries(response["content"]).flatMap(([type, media]) =>
      content(contract, type, isObject(media) ? media : {}, printed, status),
    ),
  ]);
}

function headers(contract: JsonObject, response: JsonObject): string[] {
  const list = entries(response["headers"]).map(([name, node]) => {
    const header = resolveRef(contract, node);
    return `- \`${name}\`: ${textOf(header["description"]).replaceAll(/\s+/g, " ")}`;
  });
  return list.length === 0 ? [] : ["Headers:", list.join("\n")];
}

/** A schema is spelled out where it first occurs; later responses point back to that place. */
function content(
  contract: JsonObject,
  type: string,
  media: JsonObject,
  printed: Map<string, string>,
  status: string,
): string[] {
  const alternatives = isObject(media["schema"]) && Array.isArray(media["schema"]["anyOf"]);
  const schemas = alternatives
    ? ((media["schema"] as JsonObject)["anyOf"] as Json[])
    : [media["schema"] ?? {}];
  const shapes = schemas.map((node) => {
    const schema = resolveRef(contract, node);
    const title = textOf(schema["title"]);
    const before = printed.get(title);
    if (before !== undefined) return `**${title}**, as under ${before}.`;
    if (title !== "") printed.set(title, status);
    const body = [
      `**${title || "Body"}.**`,
      textOf(schema["description"]).replaceAll(/\s+/g, " "),
    ].join(" ");
    const properties = propertyList(contract, schema);
    return properties === "" ? body : `${body}\n\n${properties}`;
  });
  const examples = entries(media["examples"]).flatMap(([, node]) => {
    const example = resolveRef(contract, node);
    const value = example["value"];
    return [
      `Example: ${textOf(example["summary"])}. ${textOf(example["description"]).replaceAll(/\s+/g, " ")}`.trim(),
      isText(value) ? fence("html", value) : fence("json", JSON.stringify(value, null, 2)),
    ];
  });
  return [`\`${type}\``, ...shapes, ...examples];
}
