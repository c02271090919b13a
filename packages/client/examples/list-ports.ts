// Prints an endpoint service's ports as a table.
//   VPCEP_PROJECT_ID=… VPCEP_TOKEN=… npx tsx list-ports.ts <endpoint service ID>
import { createClient } from "@vpcep/client";

const { VPCEP_BASE_URL: baseUrl, VPCEP_PROJECT_ID = "", VPCEP_TOKEN = "" } = process.env;
const [serviceId = ""] = process.argv.slice(2);

const vpcep = createClient({
  ...(baseUrl === undefined ? { region: "eu-de" } : { baseUrl }),
  projectId: VPCEP_PROJECT_ID,
  token: VPCEP_TOKEN,
});

const service = await vpcep.getVpcEndpointService(serviceId);
const rows = [
  ["PROTOCOL", "CLIENT PORT", "SERVER PORT"],
  ...service.ports.map(({ protocol = "TCP", client_port, server_port }) => [
    protocol,
    String(client_port),
    String(server_port),
  ]),
];
for (const row of rows)
  console.log(
    row
      .map((cell) => cell.padEnd(13))
      .join("")
      .trimEnd(),
  );
