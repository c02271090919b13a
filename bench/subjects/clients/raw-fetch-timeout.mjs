/* global AbortSignal */
/** fetch with a timeout. */
export const create = ({ baseUrl, projectId, token, fetch = globalThis.fetch }) => {
  const headers = { "X-Auth-Token": token };
  return async (serviceId) => {
    const response = await fetch(
      `${baseUrl}/v1/${projectId}/vpc-endpoint-services/${encodeURIComponent(serviceId)}`,
      { headers, signal: AbortSignal.timeout(20_000) },
    );
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return response.json();
  };
};
