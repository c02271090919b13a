import { createFetch } from "ofetch";

/** By default, ofetch retries once and has no timeout. */
export const create = ({ baseUrl, projectId, token, fetch = globalThis.fetch }) => {
  const api = createFetch({
    fetch,
    defaults: { baseURL: baseUrl, headers: { "X-Auth-Token": token }, timeout: 30_000 },
  });
  return (serviceId) => api(`/v1/${projectId}/vpc-endpoint-services/${serviceId}`);
};
