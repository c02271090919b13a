import { createClient } from "@vpcep/client";

/** A wait that ends with the first poll. */
export const create = ({ baseUrl, projectId, token, fetch }) => {
  const client = createClient({ baseUrl, projectId, token, ...(fetch ? { fetch } : {}) });
  return (serviceId) => client.waitForVpcEndpointService(serviceId, { until: "available" });
};
