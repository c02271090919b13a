import { createClient, getVpcEndpointService } from "../../.tmp/generated/hey-api.js";

export const create = ({ baseUrl, projectId, token, fetch }) => {
  const client = createClient({ baseUrl, auth: token, ...(fetch ? { fetch } : {}) });
  return async (serviceId) => {
    const { data } = await getVpcEndpointService({
      client,
      path: { project_id: projectId, vpc_endpoint_service_id: serviceId },
      throwOnError: true,
    });
    return data;
  };
};
