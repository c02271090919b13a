import { createClient, OPERATIONS } from "../../.tmp/generated/redocly.js";

/** Turns on retries and the timeout, which are off by default. */
export const create = ({ baseUrl, projectId, token, fetch }) => {
  const client = createClient(OPERATIONS, {
    serverUrl: baseUrl,
    timeout: 30_000,
    retry: { retries: 2 },
    auth: { apiKey: { ProjectToken: token } },
    ...(fetch ? { fetch } : {}),
  });
  return (serviceId) =>
    client.getVpcEndpointService({
      path: { project_id: projectId, vpc_endpoint_service_id: serviceId },
    });
};
