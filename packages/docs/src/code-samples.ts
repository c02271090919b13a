import { isObject, isText, type JsonObject } from "./json.js";
import type { OperationPlace } from "./operations-of.js";
import { resolveRef } from "./resolve-ref.js";

export interface CodeSample {
  /** Name of the language as highlighters know it. */
  lang: string;
  /** What the reader sees. */
  label: string;
  source: string;
}

interface CallParts {
  /** First server of the contract, without a slash at the end. */
  baseUrl: string;
  /** Its `x-region`. */
  region: string;
  /** Path with `{name}` for each parameter. */
  path: string;
  operationId: string;
  /** Header that carries the token. */
  tokenHeader: string;
  projectId: string;
  serviceId: string;
}

/** What a call of an operation is made of, read from the contract. */
export function callParts(contract: JsonObject, { path, operation }: OperationPlace): CallParts {
  const server = Array.isArray(contract["servers"])
    ? contract["servers"].find(isObject)
    : undefined;
  const scheme = resolveRef(contract, { $ref: "#/components/securitySchemes/ProjectToken" });
  const parameters = (Array.isArray(operation["parameters"]) ? operation["parameters"] : []).map(
    (node) => resolveRef(contract, node),
  );
  const exampleOf = (name: string): string => {
    const parameter = parameters.find((candidate) => candidate["name"] === name);
    return needed(parameter?.["example"], `an example of ${name}`);
  };
  return {
    baseUrl: needed(server?.["url"], "a server").replace(/\/$/, ""),
    region: needed(server?.["x-region"], "the region of its first server"),
    path,
    operationId: needed(operation["operationId"], "an operationId"),
    tokenHeader: needed(scheme["name"], "the header of the project token"),
    projectId: exampleOf("project_id"),
    serviceId: exampleOf("vpc_endpoint_service_id"),
  };
}

function needed(value: unknown, what: string): string {
  if (isText(value as string) && value !== "") return value as string;
  throw new Error(`The code samples need ${what}, and the contract has none.`);
}

/** The path with an expression of the sample's language in place of each parameter. */
const fill = (path: string, values: Record<string, string>): string =>
  path.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** One call of an operation in each language, ready to run once `OTC_TOKEN` holds a token. */
export function codeSamples(contract: JsonObject, place: OperationPlace): CodeSample[] {
  const parts = callParts(contract, place);
  return [
    { lang: "bash", label: "curl", source: curl(parts) },
    { lang: "typescript", label: "TypeScript, @vpcep/client", source: client(parts) },
    { lang: "typescript", label: "TypeScript, fetch", source: bareFetch(parts) },
    { lang: "python", label: "Python", source: python(parts) },
    { lang: "go", label: "Go", source: go(parts) },
  ];
}

const curl = ({ baseUrl, path, tokenHeader, projectId, serviceId }: CallParts): string =>
  `PROJECT_ID=${projectId}
SERVICE_ID=${serviceId}

curl --fail-with-body --silent --show-error \\
  --header "${tokenHeader}: $OTC_TOKEN" \\
  "${baseUrl}${fill(path, { project_id: "$PROJECT_ID", vpc_endpoint_service_id: "$SERVICE_ID" })}"
`;

const client = ({ region, operationId, projectId, serviceId }: CallParts): string =>
  `import { createClient } from "@vpcep/client";

const client = createClient({
  region: "${region}",
  projectId: "${projectId}",
  token: process.env["OTC_TOKEN"] ?? "",
});
const service = await client.${operationId}("${serviceId}");
console.log(service.status, service.service_name);
`;

const bareFetch = ({ baseUrl, path, tokenHeader, projectId, serviceId }: CallParts): string =>
  `const projectId = "${projectId}";
const serviceId = "${serviceId}";

const response = await fetch(
  \`${baseUrl}${fill(path, { project_id: "${" + "projectId}", vpc_endpoint_service_id: "${" + "serviceId}" })}\`,
  { headers: { "${tokenHeader}": process.env["OTC_TOKEN"] ?? "" } },
);
if (!response.ok) throw new Error(\`\${response.status} \${await response.text()}\`);
const service = await response.json();
console.log(service.status, service.service_name);
`;

const python = ({ baseUrl, path, tokenHeader, projectId, serviceId }: CallParts): string =>
  `import json
import os
from urllib.request import Request, urlopen

project_id = "${projectId}"
service_id = "${serviceId}"

request = Request(
    f"${baseUrl}${fill(path, { project_id: "{project_id}", vpc_endpoint_service_id: "{service_id}" })}",
    headers={"${tokenHeader}": os.environ["OTC_TOKEN"]},
)
with urlopen(request, timeout=30) as response:
    service = json.load(response)
print(service["status"], service["service_name"])
`;

const go = ({ baseUrl, path, tokenHeader, projectId, serviceId }: CallParts): string =>
  `package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	projectID := "${projectId}"
	serviceID := "${serviceId}"

	url := fmt.Sprintf("${baseUrl}${fill(path, { project_id: "%s", vpc_endpoint_service_id: "%s" })}", projectID, serviceID)
	request, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("${tokenHeader}", os.Getenv("OTC_TOKEN"))
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		log.Fatal(response.Status)
	}
	var service struct {
		Status      string \`json:"status"\`
		ServiceName string \`json:"service_name"\`
	}
	if err := json.NewDecoder(response.Body).Decode(&service); err != nil {
		log.Fatal(err)
	}
	fmt.Println(service.Status, service.ServiceName)
}
`;
