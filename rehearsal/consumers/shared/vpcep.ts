import { createClient, isVpcepError } from "@vpcep/client";
import { aksk } from "@vpcep/client/aksk";
import { validate } from "@vpcep/client/validate";

const projectId = "6e9dfd51d1124e8d8498dce894923a0d";
const serviceId = "4189d3c2-8882-4871-a3c2-d380272eed88";

export async function read(baseUrl: string): Promise<string | undefined> {
  const signed = createClient({
    baseUrl,
    projectId,
    credentials: aksk({ accessKey: "MOCKACCESSKEY", secretKey: "mock-secret-key" }),
    validate,
  });
  await signed.getVpcEndpointService(serviceId);
  const wrong = createClient({ baseUrl, projectId, token: "wrong-token-here" });
  const error = await wrong
    .getVpcEndpointService(serviceId)
    .catch((reason: unknown): unknown => reason);
  if (!isVpcepError(error, "AuthenticationError")) throw error;
  const client = createClient({ baseUrl, projectId, token: "mock-token" });
  const { data } = await client.GET(
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}",
    { params: { path: { project_id: projectId, vpc_endpoint_service_id: serviceId } } },
  );
  return data?.status;
}
