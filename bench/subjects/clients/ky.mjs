import ky from "ky";

/** Uses ky's defaults: two retries and a 10-second timeout. */
export const create = ({ baseUrl, projectId, token, fetch }) => {
  const api = ky.create({ headers: { "X-Auth-Token": token }, ...(fetch ? { fetch } : {}) });
  return (serviceId) =>
    api.get(`${baseUrl}/v1/${projectId}/vpc-endpoint-services/${serviceId}`).json();
};
