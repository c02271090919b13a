import { createClient } from "@vpcep/client";
import { validate } from "@vpcep/client/validate";

export const create = ({ baseUrl, projectId, token, fetch }) => {
  const client = createClient({ baseUrl, projectId, token, validate, ...(fetch ? { fetch } : {}) });
  return (serviceId) => client.getVpcEndpointService(serviceId);
};
