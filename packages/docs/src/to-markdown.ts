import { codeSamples } from "./code-samples.js";
import { errorCodeMeanings, responsesOf } from "./explain-error-codes.js";
import { isObject, isText, textOf, type Json, type JsonObject } from "./json.js";
import { type OperationPlace, operationsOf } from "./operations-of.js";
import { resolveRef } from "./resolve-ref.js";
import { PrintedParts, type PrintedPlace } from "./printed-parts.js";
import { propertyList } from "./property-list.js";

const fence = (lang: string, body: string): string => `\`\`\`${lang}\n${body.trimEnd()}\n\`\`\``;
const entries = (node: Json | undefined): [string, Json][] =>
  Object.entries(isObject(node) ? node : {});

/**
 * Each operation in Markdown, whole: servers, security, parameters, every property with its values, every
 * response with its codes and examples. For paper, for browsers without script, and for language models. What an
 * earlier operation has spelled out is not repeated.
 */
export function operationsMarkdown(contract: JsonObject): string[] {
  const printed = new PrintedParts();
  return operationsOf(contract).map((place) => operationMarkdown(contract, place, printed));
}

function operationMarkdown(
  contract: JsonObject,
  place: OperationPlace,
  printed: PrintedParts,
): string {
  const { path, method, operation } = place;
  const requirements = operation["security"] ?? contract["security"];
  const once = (section: string, part: Json | undefined, spelledOut: string[]): string[] => {
    const before = printed.before(part, { operationId: operationIdOf(operation), section });
    return [`### ${section}`, ...(before ? [`As under ${before.words}.`] : spelledOut)];
  };
  const parts = [
    `## ${textOf(operation["summary"])}`,
    fence("http", `${method.toUpperCase()} ${path}`),
    textOf(operation["description"]),
    ...once("Servers", contract["servers"], servers(contract)),
    ...once("Security", requirements, [
      "Exactly one of these is needed.",
      ...security(contract, requirements),
    ]),
    "### Parameters",
    ...parameters(contract, operation),
    "### Request samples",
    ...codeSamples(contract, place).flatMap(({ label, lang, source }) => [
      `#### ${label}`,
      fence(lang, source),
    ]),
    "### Responses",
    ...responses(contract, operation, printed),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

const operationIdOf = (operation: JsonObject): string => textOf(operation["operationId"]);

function servers(contract: JsonObject): string[] {
  const list = Array.isArray(contract["servers"]) ? contract["servers"].filter(isObject) : [];
  return [
    list
      .map((server) => `- \`${textOf(server["url"])}\`: ${textOf(server["description"])}`)
      .join("\n"),
  ];
}

function security(contract: JsonObject, requirements: Json | undefined): string[] {
  const names = (Array.isArray(requirements) ? requirements : []).flatMap((entry) =>
    Object.keys(isObject(entry) ? entry : {}),
  );
  return names.flatMap((name) => {
    const scheme = resolveRef(contract, { $ref: `#/components/securitySchemes/${name}` });
    const signature = textOf(scheme["x-signature-scheme"]);
    const form = `${textOf(scheme["name"])}${signature === "" ? "" : `: ${signature} …`}`;
    return [`#### ${name}: header \`${form}\``, textOf(scheme["description"])];
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

function responses(contract: JsonObject, operation: JsonObject, printed: PrintedParts): string[] {
  const meanings = errorCodeMeanings(contract);
  return responsesOf(contract, operation).flatMap(({ status, description, codes, response }) => {
    const heading = `#### ${status === "default" ? "Any other status" : status}`;
    const here = { operationId: operationIdOf(operation), section: status };
    const before = printed.before(response, here);
    if (before?.elsewhere) return [heading, `As under ${before.words}.`];
    return [
      heading,
      description,
      codes.map((code) => `- \`${code}\`: ${meanings[code] ?? ""}`).join("\n"),
      ...headers(contract, response),
      ...entries(response["content"]).flatMap(([type, media]) =>
        content(contract, type, isObject(media) ? media : {}, printed, here),
      ),
    ];
  });
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
  printed: PrintedParts,
  here: PrintedPlace,
): string[] {
  const alternatives = isObject(media["schema"]) && Array.isArray(media["schema"]["anyOf"]);
  const schemas = alternatives
    ? ((media["schema"] as JsonObject)["anyOf"] as Json[])
    : [media["schema"] ?? {}];
  const shapes = schemas.map((node) => {
    const schema = resolveRef(contract, node);
    const title = textOf(schema["title"]);
    const before = title === "" ? undefined : printed.before(schema, here);
    if (before !== undefined) return `**${title}**, as under ${before.words}.`;
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
    const before = printed.before(example, here);
    if (before?.elsewhere)
      return [`Example: ${textOf(example["summary"])}, as under ${before.words}.`];
    return [
      `Example: ${textOf(example["summary"])}. ${textOf(example["description"]).replaceAll(/\s+/g, " ")}`.trim(),
      isText(value) ? fence("html", value) : fence("json", JSON.stringify(value, null, 2)),
    ];
  });
  return [`\`${type}\``, ...shapes, ...examples];
}
