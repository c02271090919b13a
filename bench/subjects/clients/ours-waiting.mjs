import { createClient } from "@vpcep/client";

/** Waits for a status that the first poll already returns. */
export const create = ({ baseUrl, projectId, token, fetch }) => {
  const client = createClient({ baseUrl, projectId, token, ...(fetch ? { fetch } : {}) });
  return (serviceId) => client.waitForVpcEndpointService(serviceId, { until: "available" });
};
