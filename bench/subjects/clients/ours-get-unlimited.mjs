import { createClient } from "@vpcep/client";

/**
 * Calls `GET` with retries and timeouts disabled, to measure the cost of authentication, argument checks, and the body
 * size limit.
 */
export const create = ({ baseUrl, projectId, token, fetch }) => {
  const client = createClient({
    baseUrl,
    projectId,
    token,
    maxAttempts: 1,
    timeoutMs: Infinity,
    attemptTimeoutMs: Infinity,
    ...(fetch ? { fetch } : {}),
  });
  return async (serviceId) => {
    const { data, error } = await client.GET(
      "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}",
      { params: { path: { project_id: projectId, vpc_endpoint_service_id: serviceId } } },
    );
    if (error) throw error;
    return data;
  };
};
