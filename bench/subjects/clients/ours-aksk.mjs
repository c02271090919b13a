import { createClient } from "@vpcep/client";
import { aksk } from "@vpcep/client/aksk";

/** Signs each request with WebCrypto. */
export const create = ({ baseUrl, projectId, fetch }) => {
  const credentials = aksk({ accessKey: "A".repeat(20), secretKey: "S".repeat(40) });
  const client = createClient({ baseUrl, projectId, credentials, ...(fetch ? { fetch } : {}) });
  return (serviceId) => client.getVpcEndpointService(serviceId);
};
