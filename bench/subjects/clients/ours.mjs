import { createClient } from "@vpcep/client";

/** Uses the default retries, timeouts, body size limit, and argument checks. */
export const create = ({ baseUrl, projectId, token, fetch }) => {
  const client = createClient({ baseUrl, projectId, token, ...(fetch ? { fetch } : {}) });
  return (serviceId) => client.getVpcEndpointService(serviceId);
};
