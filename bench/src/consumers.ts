/** Code that uses a client, written as its README says; the part below it is the same for all. */
export interface Consumer {
  name: string;
  package: string;
  ours?: boolean;
  /** Defines `call(serviceId)`, which resolves with the service or throws. */
  source: string;
}

const options = `const baseUrl = "https://vpcep.eu-de.otc.t-systems.com";
const projectId = "6e9dfd51d1124e8d8498dce894923a0d";
const token = "secret";
`;

/** What every consumer does with a service. The expected errors prove that nothing is \`any\`. */
export const sameForAll = `
export async function describe(serviceId: string): Promise<string> {
  const service = await call(serviceId);
  const state: "up" | "down" = service.status === "available" ? "up" : "down";
  // @ts-expect-error the contract has no such field
  const nothing: unknown = service.no_such_field;
  // @ts-expect-error an identifier is a string
  const id: number = service.id;
  const ports = service.ports.map((port) => \`\${String(port.client_port)} to \${String(port.server_port)}\`);
  const tags = (service.tags ?? []).map((tag) => \`\${tag.key ?? ""}=\${tag.value ?? ""}\`);
  const failures = (service.error ?? []).map((failure) => failure.error_message ?? "");
  return [state, service.service_name, service.created_at, ...ports, ...tags, ...failures, String(nothing ?? id)].join();
}
`;

export const consumers: readonly Consumer[] = [
  {
    name: "@vpcep/client",
    package: "@vpcep/client",
    ours: true,
    source: `import { createClient, isVpcepError } from "@vpcep/client";
${options}
const client = createClient({ baseUrl, projectId, token });
const call = async (serviceId: string) => {
  try {
    return await client.getVpcEndpointService(serviceId);
  } catch (error) {
    if (isVpcepError(error, "NotFoundError")) console.error(error.errorCode, error.requestId);
    throw error;
  }
};
`,
  },
  {
    name: "openapi-typescript, openapi-fetch",
    package: "openapi-typescript",
    source: `import createClient from "openapi-fetch";
import type { paths } from "../../generated/openapi-typescript/schema.js";
${options}
const client = createClient<paths>({ baseUrl, headers: { "X-Auth-Token": token } });
const call = async (serviceId: string) => {
  const { data, error, response } = await client.GET(
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}",
    { params: { path: { project_id: projectId, vpc_endpoint_service_id: serviceId } } },
  );
  if (data) return data;
  if (response.status === 404 && typeof error === "object" && "error_code" in error) console.error(error.error_code);
  throw new Error(String(response.status));
};
`,
  },
  {
    name: "hey-api",
    package: "@hey-api/openapi-ts",
    source: `import { createClient } from "../../generated/hey-api/client/index.js";
import { getVpcEndpointService } from "../../generated/hey-api/index.js";
${options}
const client = createClient({ baseUrl, auth: token });
const call = async (serviceId: string) => {
  const { data, error, response } = await getVpcEndpointService({
    client,
    path: { project_id: projectId, vpc_endpoint_service_id: serviceId },
  });
  if (data) return data;
  if (response?.status === 404 && typeof error === "object" && "error_code" in error) console.error(error.error_code);
  throw new Error(String(response?.status));
};
`,
  },
  {
    name: "orval",
    package: "orval",
    source: `import { getVpcEndpointService } from "../../generated/orval/client.js";
${options}
const call = async (serviceId: string) => {
  const answer = await getVpcEndpointService(projectId, serviceId, { headers: { "X-Auth-Token": token } });
  if (answer.status === 200) return answer.data;
  if (answer.status === 404 && "error_code" in answer.data) console.error(answer.data.error_code, baseUrl);
  throw new Error(String(answer.status));
};
`,
  },
  {
    name: "Redocly generate-client",
    package: "@redocly/cli",
    source: `import { ApiError, client } from "../../generated/redocly/client.js";
${options}
client.configure({ serverUrl: baseUrl, auth: { apiKey: { ProjectToken: token } } });
const call = async (serviceId: string) => {
  try {
    return await client.getVpcEndpointService({
      path: { project_id: projectId, vpc_endpoint_service_id: serviceId },
    });
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) console.error(error.body);
    throw error;
  }
};
`,
  },
];
