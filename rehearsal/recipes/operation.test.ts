// Follows the "Add an operation" recipe for the service's list operation. All packages that are derived from the
// contract must support the operation without manual edits.
import { rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "@jest/globals";

import { startWalk, type Walk } from "./walk.js";

const minutes = 60_000;
const path = "/v1/{project_id}/vpc-endpoint-services";
const id = "listVpcEndpointServices";

const parameter = (name: string, maximum: number): object => ({
  name,
  in: "query",
  description: `The ${name} of the page, counted in endpoint services.`,
  schema: { type: "integer", format: "int32", minimum: 0, maximum },
  example: 10,
});

const fact = (name: string, at: string, expected: object): object => ({
  id: name,
  source: { document: "editions" },
  says: "The response lists endpoint services.",
  checks: [{ at, expect: expected }],
});

let walk: Walk;

/** Runs a program in the clone and returns its output. */
async function run(...command: [string, ...string[]]): Promise<string> {
  const { code, stdout, stderr } = await walk.runCommand(...command);
  expect(code === 0 ? "" : `${command.join(" ")}\n${stdout}\n${stderr}`).toBe("");
  return stdout;
}

beforeAll(async () => {
  walk = await startWalk();
  await walk.write(
    "openapi/components/schemas/VpcEndpointServiceList.yaml",
    `title: VPC endpoint service list
description: One page of a project's endpoint services.
type: object
required: [endpoint_services, total_count]
properties:
  endpoint_services:
    type: array
    description: The endpoint services on this page.
    items:
      $ref: VpcEndpointService.yaml
  total_count:
    type: integer
    format: int32
    minimum: 0
    maximum: 2147483647
    description: Number of endpoint services on all pages.
    examples: [1]
`,
  );
  const printed = await walk.read("openapi/components/examples/vpc-endpoint-service-printed.yaml");
  const value = /^value:\n((?: {2}.*\n)+)/m.exec(printed)?.[1] ?? "";
  await walk.write(
    "openapi/components/examples/vpc-endpoint-service-list.yaml",
    `summary: One service
description: Constructed. The published example, as the only endpoint service of its project.
x-origin: constructed
value:
  endpoint_services:
    -
${value.replaceAll(/^ {2}/gm, "      ")}  total_count: 1
`,
  );
  await walk.write(
    "openapi/components/responses/VpcEndpointServicePage.yaml",
    `description: One page of endpoint services.
headers:
  X-Request-Id:
    $ref: ../headers/RequestId.yaml
content:
  application/json:
    schema:
      $ref: ../schemas/VpcEndpointServiceList.yaml
    examples:
      vpc-endpoint-service-list:
        $ref: ../examples/vpc-endpoint-service-list.yaml
`,
  );
  const details = "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}";
  let statuses: string[] = [];
  await walk.editYaml("openapi/openapi.yaml", (document) => {
    const responses = {
      ...(document.toJS() as { paths: Record<string, { get: { responses: object } }> }).paths[
        details
      ]?.get.responses,
      "200": { $ref: "components/responses/VpcEndpointServicePage.yaml" },
    };
    statuses = Object.keys(responses);
    document.setIn(["paths", path], {
      get: {
        operationId: id,
        summary: "List VPC endpoint services",
        description: "Returns a project's endpoint services, one page at a time.",
        tags: ["VPC endpoint services"],
        parameters: [
          { $ref: "components/parameters/ProjectId.yaml" },
          parameter("limit", 1000),
          parameter("offset", 100_000),
        ],
        responses,
      },
    });
  });
  await walk.editYaml("openapi/provenance.yaml", (document) => {
    const at = `/paths/${path.replaceAll("/", "~1")}/get/responses`;
    document.addIn(
      ["facts"],
      fact("list-statuses", at, Object.fromEntries(statuses.map((status) => [status, {}]))),
    );
    for (const [name, type] of [
      ["endpoint_services", "array"],
      ["total_count", "integer"],
    ] as const)
      document.addIn(
        ["facts"],
        fact(
          `list-${name.replaceAll("_", "-")}`,
          `/components/schemas/VpcEndpointServiceList/properties/${name}`,
          { type },
        ),
      );
  });
  await walk.write(
    ".changeset/list.md",
    '---\n"@vpcep/openapi": minor\n---\n\nAdds the operation that lists endpoint services.\n',
  );
}, 2 * minutes);

afterAll(async () => {
  await walk.remove();
});

test(
  "only generated files are outdated, and npm run generate updates them",
  async () => {
    const missing = await walk.missing();
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.filter((one) => !one.endsWith(" generated file"))).toEqual([]);
    await run("npm", "run", "--silent", "generate");
    expect(await walk.missing()).toEqual([]);
  },
  5 * minutes,
);

test(
  "the build succeeds and lints the contract and its bundle",
  async () => {
    await run("npm", "run", "--silent", "build");
  },
  15 * minutes,
);

test("the types include the operation", async () => {
  expect(await walk.mentions("packages/types/src/schema.gen.ts", `${id}: {`)).toBe(true);
});

const program = (baseUrl: string): string => `import { createClient } from "@vpcep/client";

const project_id = "6e9dfd51d1124e8d8498dce894923a0d";
const baseUrl = ${JSON.stringify(baseUrl)};
const client = createClient({ baseUrl, projectId: project_id, token: "mock-token" });
const { data, response } = await client.GET("${path}", {
  params: { path: { project_id }, query: { limit: 10 } },
});
const total: number | undefined = data?.total_count;
const name: string | undefined = data?.endpoint_services[0]?.service_name;
// @ts-expect-error the list has no such field
void data?.no_such_field;
console.log(response.status, total, name);
`;

test("client.GET has the operation's types and sends the request", async () => {
  const body = { endpoint_services: [{ service_name: "orders" }], total_count: 1 };
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method ?? ""} ${request.url ?? ""}`);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await writeFile(join(walk.folder, "scripts/probe.ts"), program(`http://127.0.0.1:${port}`));
  try {
    await run("tsc", "-p", "scripts", "--noEmit");
    expect((await run("tsx", "scripts/probe.ts")).trim()).toBe("200 1 orders");
    expect(asked).toEqual([
      "GET /v1/6e9dfd51d1124e8d8498dce894923a0d/vpc-endpoint-services?limit=10",
    ]);
  } finally {
    server.close();
    await rm(join(walk.folder, "scripts/probe.ts"));
  }
}, 300_000);

test("the mock responds with the operation's example", async () => {
  const url = `${path.replace("{project_id}", "6e9dfd51d1124e8d8498dce894923a0d")}?limit=10`;
  await writeFile(
    join(walk.folder, "scripts/probe.ts"),
    `import { startMock } from "@vpcep/mock";

const mock = await startMock();
const headers = { "X-Auth-Token": "mock-token" };
const answer = await fetch(mock.url + ${JSON.stringify(url)}, { headers });
console.log(answer.status, (await answer.text()).includes("total_count"));
await mock.close();
`,
  );
  try {
    expect((await run("tsx", "scripts/probe.ts")).trim()).toBe("200 true");
  } finally {
    await rm(join(walk.folder, "scripts/probe.ts"));
  }
}, 180_000);

test("the docs include the operation and its code samples", async () => {
  const title = "List VPC endpoint services";
  expect(await walk.mentions("packages/docs/dist/index.html", title)).toBe(true);
  const markdown = await walk.read("packages/docs/dist/openapi.md");
  expect(markdown.includes(title)).toBe(true);
  // The code samples request the list, not a single service.
  const samples = [...markdown.matchAll(/vpc-endpoint-services(?=["'`\s?\\])/g)];
  expect(samples.length).toBeGreaterThan(2);
});

test(
  "verify validates the operation's response bodies",
  async () => {
    const entry = (body: unknown): object => ({
      request: {
        method: "GET",
        url: "https://vpcep.eu-de.otc.t-systems.com/v1/6e9dfd51d1124e8d8498dce894923a0d/vpc-endpoint-services?limit=10",
        headers: [],
      },
      response: {
        status: 200,
        headers: [
          { name: "Content-Type", value: "application/json" },
          { name: "X-Request-Id", value: "4e6f1b0c2d8a4f7e9b3c5d6a7e8f9012" },
        ],
        content: { mimeType: "application/json", text: JSON.stringify(body) },
      },
    });
    const verify = async (body: unknown): Promise<{ code: number; stdout: string }> => {
      const file = join(walk.folder, "../list.har");
      await writeFile(file, JSON.stringify({ log: { entries: [entry(body)] } }));
      return walk.runCommand("npm", "run", "--silent", "verify", "--", "--har", file);
    };
    expect(await verify({ endpoint_services: [], total_count: 0 })).toMatchObject({ code: 0 });
    const broken = await verify({ endpoint_services: [], total_count: "none" });
    expect(broken).toMatchObject({ code: 1 });
    expect(broken.stdout).toContain("total_count");
  },
  2 * minutes,
);

test(
  "the review reports the operation as an addition",
  async () => {
    const output = await run("npm", "run", "--silent", "review", "--", "--format", "json");
    const report = JSON.parse(output) as { verdict: string; changes: { text: string }[] };
    expect(report.verdict).toBe("minor");
    expect(JSON.stringify(report.changes)).toContain("vpc-endpoint-services");
  },
  3 * minutes,
);

test(
  "all commands succeed",
  async () => {
    await walk.expectGreen();
  },
  30 * minutes,
);
