import { createClient } from "@vpcep/client";

/** Retries, timeouts, the body size limit, and argument checks are on by default. */
export const create = ({ baseUrl, projectId, token, fetch }) => {
  const client = createClient({ baseUrl, projectId, token, ...(fetch ? { fetch } : {}) });
  return (serviceId) => client.getVpcEndpointService(serviceId);
};
