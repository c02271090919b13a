import axios from "axios";

/** Uses the default adapter over HTTP, or the fetch adapter if a fetch function is passed. axios has no retries. */
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
