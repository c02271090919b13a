import { defaultCredentials } from "./credentials.js";
import type { Mock } from "./mock-options.js";

/** Returns a curl command that gets a 200 response from the mock. The command contains the token only if the mock accepts the default token. */
export function sampleRequest({
  url,
  credentials,
  certificate,
}: Pick<Mock, "url" | "credentials" | "certificate">): string {
  const token =
    credentials?.token === defaultCredentials.token ? credentials.token : "$VPCEP_MOCK_TOKEN";
  return [
    "curl -i",
    ...(certificate === undefined ? [] : ["--insecure"]),
    ...(credentials === undefined ? [] : [`-H "X-Auth-Token: ${token}"`]),
    `${url}/v1/6e9dfd51d1124e8d8498dce894923a0d/vpc-endpoint-services/4189d3c2-8882-4871-a3c2-d380272eed88`,
  ].join(" ");
}
