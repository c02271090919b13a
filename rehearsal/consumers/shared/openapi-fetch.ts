import createFetchClient from "openapi-fetch";

export async function read(baseUrl: string): Promise<string | undefined> {
  const client = createFetchClient<any>({ baseUrl, headers: { "X-Auth-Token": "mock-token" } });
  const { data } = await client.GET(
    "/v1/6e9dfd51d1124e8d8498dce894923a0d/vpc-endpoint-services/4189d3c2-8882-4871-a3c2-d380272eed88",
    {},
  );
  return data?.status;
}
