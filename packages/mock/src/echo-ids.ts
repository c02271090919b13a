/** Puts the requested IDs into a body that describes an endpoint service, also where its name repeats them. */
export function echoIds(body: unknown, projectId: string, serviceId: string): unknown {
  if (typeof body !== "object" || body === null) return body;
  const service = body as Record<string, unknown>;
  const { id, service_name: name } = service;
  return {
    ...service,
    id: serviceId,
    project_id: projectId,
    ...(typeof name === "string" && typeof id === "string"
      ? { service_name: name.replace(id, serviceId) }
      : {}),
  };
}
