import { follow, isObject, type JsonObject, type Operation } from "@vpcep/contract-reader";

import { objectEntries, objectsOf, textOf } from "./text.js";

export interface Sample {
  /** Sample ID, which is stored as the reader's language preference. */
  id: "curl" | "client" | "fetch" | "python" | "go";
  /** Language name for syntax highlighting. */
  lang: "bash" | "typescript" | "python" | "go";
  /** Tab label. */
  label: string;
  source: string;
}

/** The environment variable that contains the token. */
export const tokenVariable = "OTC_TOKEN";

export interface Call {
  method: string;
  /** Path with `{name}` for each path parameter. */
  path: string;
  operationId: string;
  /** The first server's URL, without a trailing slash. */
  baseUrl: string;
  /** `x-region` value from the first server. Empty if the server has no `x-region`. */
  region: string;
  /** Name of the token header. Empty if the operation doesn't require a token. */
  tokenHeader: string;
  /** Required parameters. */
  parameters: readonly { name: string; in: string; example: string }[];
}

/** Returns the data that the samples need to call an operation. */
export function callOf(contract: JsonObject, operation: Operation): Call {
  const [server] = objectsOf(contract["servers"]);
  return {
    method: operation.method.toUpperCase(),
    path: operation.path,
    operationId: operation.operationId ?? operation.path,
    baseUrl: textOf(server?.["url"]).replace(/\/$/, ""),
    region: textOf(server?.["x-region"]),
    tokenHeader: schemesOf(contract, operation).find(({ signature }) => !signature)?.header ?? "",
    parameters: operation.parameters
      .filter((parameter) => parameter["required"] === true)
      .map((parameter) => ({
        name: textOf(parameter["name"]),
        in: textOf(parameter["in"]),
        example: parameterExample(contract, parameter),
      })),
  };
}

export interface Scheme {
  name: string;
  header: string;
  /** Whether the scheme is the AK/SK signature, which the contract can define as an API key or an HTTP scheme. */
  signature: boolean;
  description: string;
}

/** Returns the credentials that an operation accepts. Each call needs only one of the credentials. */
export function schemesOf(contract: JsonObject, { security }: Operation): Scheme[] {
  const known = new Map(
    objectEntries(
      isObject(contract["components"]) ? contract["components"]["securitySchemes"] : {},
    ),
  );
  return security
    .flatMap((alternative) => Object.keys(alternative))
    .map((name) => {
      const scheme = follow(contract, known.get(name) ?? {});
      const header = textOf(scheme["name"]) || "Authorization";
      return {
        name,
        header,
        signature: header === "Authorization",
        description: textOf(scheme["description"]),
      };
    });
}

/** Returns an example value for a parameter, or the parameter's name in angle brackets if there is no example. */
export function parameterExample(contract: JsonObject, parameter: JsonObject): string {
  const schema = follow(contract, parameter["schema"]);
  const own = isObject(schema) ? schema : {};
  const listed = Array.isArray(own["examples"]) ? own["examples"][0] : undefined;
  const values = Array.isArray(own["enum"]) ? own["enum"][0] : undefined;
  return (
    textOf(parameter["example"] ?? listed ?? own["example"] ?? own["default"] ?? values) ||
    `<${textOf(parameter["name"])}>`
  );
}

const words = (name: string): string[] => name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
const upper = (name: string): string => words(name).join("_").toUpperCase();
const snake = (name: string): string => words(name).join("_").toLowerCase();
const camel = (name: string): string =>
  words(name)
    .map((word, index) =>
      index === 0
        ? word.toLowerCase()
        : word === "id" || word === "ID"
          ? "Id"
          : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join("");
const goName = (name: string): string => camel(name).replace(/Id$/, "ID");

/** Returns the URL, with an expression in the sample's language for each path parameter and query parameter. */
function urlOf({ baseUrl, path, parameters }: Call, expression: (name: string) => string): string {
  const query = parameters
    .filter((parameter) => parameter.in === "query")
    .map(({ name }) => `${name}=${expression(name)}`);
  const filled = path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => expression(name));
  return `${baseUrl}${filled}${query.length === 0 ? "" : `?${query.join("&")}`}`;
}

/** Returns a sample in each language. The samples require a token in `OTC_TOKEN`. */
export function samplesOf(contract: JsonObject, operation: Operation): Sample[] {
  const call = callOf(contract, operation);
  return [
    { id: "curl", lang: "bash", label: "curl", source: curl(call) },
    { id: "client", lang: "typescript", label: "TypeScript client", source: client(call) },
    { id: "fetch", lang: "typescript", label: "TypeScript fetch", source: bareFetch(call) },
    { id: "python", lang: "python", label: "Python", source: python(call) },
    { id: "go", lang: "go", label: "Go", source: go(call) },
  ];
}

function curl(call: Call): string {
  const headers = [
    ...(call.tokenHeader === "" ? [] : [`${call.tokenHeader}: $${tokenVariable}`]),
    ...call.parameters
      .filter((p) => p.in === "header")
      .map(({ name }) => `${name}: $${upper(name)}`),
  ];
  return [
    ...call.parameters.map(({ name, example }) => `${upper(name)}=${example}`),
    "",
    "curl --fail-with-body --silent --show-error \\",
    ...(call.method === "GET" ? [] : [`  --request ${call.method} \\`]),
    ...headers.map((header) => `  --header "${header}" \\`),
    `  "${urlOf(call, (name) => `$${upper(name)}`)}"`,
    "",
  ].join("\n");
}

/**
 * Returns the sample that uses `@vpcep/client`. If the client has no method for the operation, the sample calls
 * `client.GET`.
 */
function client(call: Call): string {
  const idParameters = call.parameters.filter(({ name }) => name !== "project_id");
  const [id] = idParameters;
  const own = call.operationId === "getVpcEndpointService" && id !== undefined;
  const region =
    call.region === "" ? `  baseUrl: "${call.baseUrl}",` : `  region: "${call.region}",`;
  const project = call.parameters.find(({ name }) => name === "project_id");
  const path = call.parameters.map(({ name, example }) => `${name}: "${example}"`).join(", ");
  return [
    `import { createClient } from "@vpcep/client";`,
    "",
    "const client = createClient({",
    region,
    `  projectId: "${project?.example ?? ""}",`,
    `  token: process.env["${tokenVariable}"] ?? "",`,
    "});",
    ...(own
      ? [
          `const service = await client.${call.operationId}("${id.example}");`,
          "console.log(service);",
        ]
      : [
          `const { data, error } = await client.GET("${call.path}", {`,
          `  params: { path: { ${path} } },`,
          "});",
          "console.log(data ?? error);",
        ]),
    "",
  ].join("\n");
}

function bareFetch(call: Call): string {
  const headers = [
    ...(call.tokenHeader === ""
      ? []
      : [`"${call.tokenHeader}": process.env["${tokenVariable}"] ?? ""`]),
    ...call.parameters
      .filter((p) => p.in === "header")
      .map(({ name }) => `"${name}": ${camel(name)}`),
  ];
  return [
    ...call.parameters.map(({ name, example }) => `const ${camel(name)} = "${example}";`),
    "",
    "const response = await fetch(",
    `  \`${urlOf(call, (name) => `\${${camel(name)}}`)}\`,`,
    `  { method: "${call.method}"${headers.length === 0 ? "" : `, headers: { ${headers.join(", ")} }`} },`,
    ");",
    "if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);",
    "console.log(await response.json());",
    "",
  ].join("\n");
}

function python(call: Call): string {
  const headers = [
    ...(call.tokenHeader === "" ? [] : [`"${call.tokenHeader}": os.environ["${tokenVariable}"]`]),
    ...call.parameters
      .filter((p) => p.in === "header")
      .map(({ name }) => `"${name}": ${snake(name)}`),
  ];
  return [
    "import json",
    "import os",
    "from urllib.request import Request, urlopen",
    "",
    ...call.parameters.map(({ name, example }) => `${snake(name)} = "${example}"`),
    "",
    "request = Request(",
    `    f"${urlOf(call, (name) => `{${snake(name)}}`)}",`,
    `    headers={${headers.join(", ")}},`,
    `    method="${call.method}",`,
    ")",
    "with urlopen(request, timeout=30) as response:",
    "    print(json.dumps(json.load(response), indent=2))",
    "",
  ].join("\n");
}

function go(call: Call): string {
  const inUrl = call.parameters.filter((parameter) => parameter.in !== "header");
  return [
    "package main",
    "",
    `import (\n\t"io"\n\t"log"\n\t"net/http"\n\t"os"\n)`,
    "",
    "func main() {",
    ...call.parameters.map(({ name, example }) => `\t${goName(name)} := "${example}"`),
    "",
    `\turl := ${goUrl(call)}`,
    `\trequest, err := http.NewRequest("${call.method}", url, nil)`,
    "\tif err != nil {\n\t\tlog.Fatal(err)\n\t}",
    ...(call.tokenHeader === ""
      ? []
      : [`\trequest.Header.Set("${call.tokenHeader}", os.Getenv("${tokenVariable}"))`]),
    ...call.parameters
      .filter((parameter) => !inUrl.includes(parameter))
      .map(({ name }) => `\trequest.Header.Set("${name}", ${goName(name)})`),
    "\tresponse, err := http.DefaultClient.Do(request)",
    "\tif err != nil {\n\t\tlog.Fatal(err)\n\t}",
    "\tdefer response.Body.Close()",
    "\tio.Copy(os.Stdout, response.Body)",
    "\tif response.StatusCode != http.StatusOK {\n\t\tlog.Fatal(response.Status)\n\t}",
    "}",
    "",
  ].join("\n");
}

/** Returns the URL as a Go expression, such as `"https://host/v1/" + projectID + "/services"`. */
const goUrl = (call: Call): string =>
  `"${urlOf(call, (name) => `" + ${goName(name)} + "`)}"`.replace(/ \+ ""$/, "");
