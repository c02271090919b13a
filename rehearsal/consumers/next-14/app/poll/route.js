import { createClient } from "@vpcep/client";

import * as subject from "../../lib/subject.js";

// In this route, Next.js caches the response to a fetch call that has no `cache` option.
export const dynamic = "force-dynamic";
export const fetchCache = "default-cache";

const projectId = "6e9dfd51d1124e8d8498dce894923a0d";
const serviceId = "4189d3c2-8882-4871-a3c2-d380272eed88";

export async function GET() {
  const baseUrl = process.env.POLLED_URL;
  if (process.env.SUBJECT !== "vpcep") return new Response(await pollByHand(baseUrl));
  const vpcep = createClient({ baseUrl, projectId, token: "mock-token" });
  const options = { until: "available", intervalMs: 20, timeoutMs: 3000 };
  return new Response((await vpcep.waitForVpcEndpointService(serviceId, options)).status);
}

async function pollByHand(baseUrl) {
  let status;
  for (let polls = 0; status !== "available" && polls < 20; polls++) {
    status = await subject.read(baseUrl);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return status;
}
