import axios from "axios";

/**
 * Uses the `fetch` adapter if a `fetch` function is passed, and the default adapter otherwise. The client doesn't retry
 * requests, because axios has no retry feature.
 */
export const create = ({ baseUrl, projectId, token, fetch }) => {
  const api = axios.create({
    baseURL: baseUrl,
    timeout: 30_000,
    headers: { "X-Auth-Token": token },
    ...(fetch ? { adapter: "fetch", env: { fetch } } : {}),
  });
  return async (serviceId) => {
    const { data } = await api.get(`/v1/${projectId}/vpc-endpoint-services/${serviceId}`);
    return data;
  };
};
