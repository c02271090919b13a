// Waits until a new endpoint service is available. If the creation fails, the program prints the reasons.
//   VPCEP_PROJECT_ID=… VPCEP_TOKEN=… npx tsx wait-until-available.ts <endpoint service ID>
import { createClient, isVpcepError } from "@vpcep/client";

const { VPCEP_BASE_URL: baseUrl, VPCEP_PROJECT_ID = "", VPCEP_TOKEN = "" } = process.env;
const [serviceId = "", intervalMs = "5000"] = process.argv.slice(2);

const vpcep = createClient({
  ...(baseUrl === undefined ? { region: "eu-de" } : { baseUrl }),
  projectId: VPCEP_PROJECT_ID,
  token: VPCEP_TOKEN,
});

// Ctrl+C cancels the wait immediately.
const cancelled = new AbortController();
process.once("SIGINT", () => {
  cancelled.abort(new Error("Canceled."));
});

try {
  const service = await vpcep.waitForVpcEndpointService(serviceId, {
    until: "available",
    intervalMs: Number(intervalMs),
    signal: cancelled.signal,
    onPoll: ({ status }) => {
      console.log(status);
    },
  });
  console.log(`${service.service_name} is ready.`);
} catch (error) {
  if (!isVpcepError(error, "ServiceFailedError")) throw error;
  for (const { error_code, error_message } of error.failures)
    console.error(error_code, error_message);
  process.exitCode = 1;
}
