import { createClient } from "@vpcep/client";

/** A wait whose first poll finds what it waits for. */
export const create = ({ baseUrl, projectId, token, fetch }) => {
  const client = createClient({ baseUrl, projectId, token, ...(fetch ? { fetch } : {}) });
  return (serviceId) => client.waitForVpcEndpointService(serviceId, { until: "available" });
};
