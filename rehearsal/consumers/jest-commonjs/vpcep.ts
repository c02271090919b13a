import { createClient, isVpcepError } from "@vpcep/client";
import { aksk } from "@vpcep/client/aksk";
import { validate } from "@vpcep/client/validate";

export async function read(baseUrl: string): Promise<string | undefined> {
  const signed = createClient({
    baseUrl,
    projectId: "6e9dfd51d1124e8d8498dce894923a0d",
    credentials: aksk({ accessKey: "MOCKACCESSKEY", secretKey: "mock-secret-key" }),
    validate,
  });
  await signed.getVpcEndpointService("4189d3c2-8882-4871-a3c2-d380272eed88");
  const vpcep = createClient({
    baseUrl,
    projectId: "6e9dfd51d1124e8d8498dce894923a0d",
    token: "wrong-token-here",
  });
  const error = await vpcep
    .getVpcEndpointService("4189d3c2-8882-4871-a3c2-d380272eed88")
    .catch((reason: unknown): unknown => reason);
  if (!isVpcepError(error, "AuthenticationError")) throw error;
  const client = createClient({
    baseUrl,
    projectId: "6e9dfd51d1124e8d8498dce894923a0d",
    token: "mock-token",
  });
  const { data } = await client.GET(
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}",
    {
      params: {
        path: {
          project_id: "6e9dfd51d1124e8d8498dce894923a0d",
          vpc_endpoint_service_id: "4189d3c2-8882-4871-a3c2-d380272eed88",
        },
      },
    },
  );
  return data?.status;
}
