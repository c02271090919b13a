// Uses access keys to sign a request for an endpoint service, and validates the response.
//   VPCEP_PROJECT_ID=… VPCEP_ACCESS_KEY=… VPCEP_SECRET_KEY=… npx tsx sign-with-access-keys.ts <endpoint service ID>
import { createClient } from "@vpcep/client";
import { aksk } from "@vpcep/client/aksk";
import { validate } from "@vpcep/client/validate";

const {
  VPCEP_BASE_URL: baseUrl,
  VPCEP_PROJECT_ID = "",
  VPCEP_ACCESS_KEY = "",
  VPCEP_SECRET_KEY = "",
  VPCEP_SECURITY_TOKEN,
} = process.env;
const [serviceId = ""] = process.argv.slice(2);

const vpcep = createClient({
  ...(baseUrl === undefined ? { region: "eu-de" } : { baseUrl }),
  projectId: VPCEP_PROJECT_ID,
  credentials: aksk({
    accessKey: VPCEP_ACCESS_KEY,
    secretKey: VPCEP_SECRET_KEY,
    // Required only if the access keys are temporary.
    securityToken: VPCEP_SECURITY_TOKEN,
  }),
  validate,
  onDrift: ({ kind, pointer, value }) => {
    console.warn(`Not in the contract: ${kind} at ${pointer}:`, value);
  },
});

const { data, requestId } = await vpcep.getVpcEndpointService.withResponse(serviceId);
console.log(`${data.id} is ${data.status} (request ${requestId ?? "unnamed"})`);
