import ky from "ky";

/** Two retries and a timeout of 10 s are ky's defaults. */
export const create = ({ baseUrl, projectId, token, fetch }) => {
  const api = ky.create({ headers: { "X-Auth-Token": token }, ...(fetch ? { fetch } : {}) });
  return (serviceId) =>
    api.get(`${baseUrl}/v1/${projectId}/vpc-endpoint-services/${serviceId}`).json();
};
