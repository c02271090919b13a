import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Mock, startMock } from "@vpcep/mock";

import { printJunit } from "../src/print-junit.js";
import { type Paint, printTable } from "../src/print-table.js";
import type { Report } from "../src/report.js";
import { contractWorkflows } from "../src/verify-live.js";
import { usualBody, withFolder } from "./make-har.js";
import { type Run, runVerify } from "./run-verify.js";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

const names = [
  "fetch-details",
  "malformed-id",
  "no-token",
  "unknown-id",
  "wrong-method",
  "wrong-token",
];
const targetAt = (url: string): string[] => [
  ...["--base-url", url, "--project-id", "p", "--service-id", "s"],
];
const plain: Paint = (_, text) => text;

/** Runs the command against a server that uses the given request handler. */
async function against(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  options: { env?: Record<string, string>; workflows?: string } = {},
): Promise<Run & { report: Report }> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const { env = { VPCEP_TOKEN: "mock-token" }, workflows } = options;
    const args = [...targetAt(url), "--format", "json", "--timeout", "1"];
    const run = await runVerify(args, env, workflows === undefined ? {} : { workflows });
    return { ...run, report: (run.out === "" ? {} : JSON.parse(run.out)) as Report };
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const json = { "content-type": "application/json", "x-request-id": "0".repeat(32) };

test("reports no findings for the mock when the token is read from standard input", async () => {
  async function* stdin(): AsyncGenerator<string> {
    yield await Promise.resolve("mock-");
    yield "token\n";
  }
  const { code, out, err } = await runVerify(targetAt(mock.url), {}, { stdin: stdin() });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  for (const name of names) expect(out).toMatch(new RegExp(`✓ ${name} +\\d{3}`));
  expect(out).toMatch(/Passed: 6 responses in [\d.]+ s, no violations, no drift\./);
  expect(out).toContain("Checked 6 responses: 6 statuses, 6 header sets, 6 bodies.");
});

test("a finding's command repeats the signed request", async () => {
  const env = { VPCEP_ACCESS_KEY: "MOCKACCESSKEY", VPCEP_SECRET_KEY: "mock-secret-key" };
  expect((await runVerify(targetAt(mock.url), env)).code).toBe(0);

  const keyless = await startMock({ credentials: { secretKey: "another-secret-key" } });
  try {
    const { code, out } = await runVerify(targetAt(keyless.url), env);
    expect(code).toBe(1);
    expect(out).not.toContain("VPCEP_TOKEN");
    const [, command = ""] = /\n +npm run verify -- (.*--workflow unknown-id)\n/.exec(out) ?? [];
    const again = await runVerify(command.replaceAll("'", "").split(" "), env);
    expect(again.code).toBe(1);
    expect(again.out).toMatch(/✗ unknown-id +401/);
    expect(again.out).toContain("1 response in");
  } finally {
    await keyless.close();
  }
});

test("rejects an unknown workflow with an error that lists the available workflows", async () => {
  const { code, err } = await runVerify([...targetAt(mock.url), "--workflow", "nap"]);
  expect(code).toBe(2);
  expect(err).toContain("The workflows are fetch-details, malformed-id, no-token");
});

test("reports five failed steps for a server that always responds with 200", async () => {
  const { code, report } = await against((request, response) => {
    const id = decodeURIComponent(request.url?.split("/").at(-1) ?? "");
    response.writeHead(200, json).end(JSON.stringify({ ...usualBody, id }));
  });
  expect(code).toBe(1);
  const reasons = report.steps.map(({ workflow, findings }) => [workflow, findings.length]);
  expect(reasons).toEqual(names.map((name) => [name, name === "fetch-details" ? 0 : 1]));
  const junit = printJunit(report);
  expect(junit).toMatch(/<testsuites tests="6" failures="5" errors="0"/);
  expect(junit).toMatch(
    /name="wrong-token">\s*<failure [^>]*but the workflow expects \$statusCode == 401"/,
  );
  expect(junit).toMatch(/name="unknown-id">\s*<failure [^>]*\$statusCode == 404 \|\|/);
  expect(junit).toMatch(/name="fetch-details"\/>/);
  const table = printTable(report, (style, text) => `<${style}>${text}</${style}>`);
  expect(table).toContain("<red>✗</red> wrong-token");
  expect(table).toContain("<green>✓</green> fetch-details");
  expect(table).toContain(`curl -i -X PATCH -H "X-Auth-Token: $VPCEP_TOKEN" 'http://127.0.0.1:`);
  expect(table).toContain("-H 'x-auth-token: this-token-was-never-issued'");
});

test.each([
  [429, { "retry-after": "2" }, { error_code: "APIGW.0308", error_msg: "m" }, [2000, 2000]],
  [503, {}, { error_code: "EndPoint.0001", error_msg: "m" }, [1000, 2000]],
  [400, { "retry-after": "60" }, { error_code: "EndPoint.0022", error_msg: "m" }, []],
])(
  "reports a request as not checked if every response is %d",
  async (status, headers, body, pauses) => {
    const run = await against((_, response) => {
      response.writeHead(status, { ...json, ...headers }).end(JSON.stringify(body));
    });
    expect(run.code).toBe(2);
    expect(run.pauses).toEqual(names.flatMap(() => pauses));
    expect(run.report).toMatchObject({ verdict: "inconclusive", counts: { violation: 0 } });
    expect(run.report.checked).toEqual({ status: 0, headers: 0, body: 0 });
    expect(run.report.notChecked).toHaveLength(6);
    expect(printJunit(run.report)).toMatch(/failures="0" errors="6"/);
    expect(printTable(run.report, plain)).toMatch(
      /\? fetch-details +\d+[^]*Not checked[^]*Inconclusive/,
    );
  },
);

test("retries failed requests and then checks the responses of a server that recovers", async () => {
  const seen = new Map<string, number>();
  const origin = new URL(mock.url);
  const run = await against((request, response) => {
    const key = `${request.method ?? ""} ${request.url ?? ""} ${String(request.headers["x-auth-token"])}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    if (seen.get(key) === 1) {
      response.writeHead(503, { "content-type": "text/html" }).end("<html>busy</html>");
      return;
    }
    fetch(origin.origin + (request.url ?? ""), {
      method: request.method ?? "GET",
      headers: { "x-auth-token": String(request.headers["x-auth-token"] ?? "") },
    }).then(
      async (original) => {
        const token = request.headers["x-auth-token"] === undefined ? 401 : original.status;
        response.writeHead(token, Object.fromEntries(original.headers));
        response.end(await original.text());
      },
      () => response.destroy(),
    );
  });
  expect(run.report.notChecked).toEqual([]);
  expect(run.code).toBe(0);
  expect(run.pauses).toEqual(names.map(() => 1000));
});

test("the verdict is inconclusive if the server closes every connection early", async () => {
  const run = await against((request) => request.socket.destroy());
  expect(run.code).toBe(2);
  expect(run.report).toMatchObject({ verdict: "inconclusive", responses: 0 });
  expect(run.report.notChecked[0]).toMatch(/^fetch-details: the connection ended early/);
  expect(printTable(run.report, plain)).toMatch(/\? fetch-details +—/);
});

test("reports an error if the server can't be reached", async () => {
  const gone = await startMock();
  await gone.close();
  const { code, err } = await runVerify(targetAt(gone.url));
  expect(code).toBe(2);
  expect(err).toContain(`Cannot reach ${gone.url} (ECONNREFUSED)`);
});

const head = `arazzo: 1.0.1
info: { title: t, version: 1.0.0 }
sourceDescriptions:
  - { name: vpcep, url: ${join(contractWorkflows, "../openapi.yaml")}, type: openapi }
`;
const inputs = `inputs: { type: object, properties: { token: { type: string } } }`;
const ids = `- { name: project_id, in: path, value: p }
          - { name: vpc_endpoint_service_id, in: path, value: s }`;

async function withWorkflow(text: string, use: (folder: string) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    await mkdir(join(folder, "workflows"));
    await writeFile(join(folder, "workflows/a.yaml"), head + text);
    await use(join(folder, "workflows"));
  });
}

test("supports Arazzo parameters, dependencies, retries, and criteria in workflows", async () => {
  await withWorkflow(
    `workflows:
  - workflowId: first
    steps:
      - stepId: get
        operationId: getVpcEndpointService
        parameters:
          ${ids}
        successCriteria: [{ condition: $statusCode == 200 }]
  - workflowId: second
    dependsOn: [first]
    ${inputs}
    parameters:
      - { name: X-Auth-Token, in: header, value: $inputs.token }
    steps:
      - stepId: retried
        operationId: getVpcEndpointService
        parameters:
          ${ids}
          - { name: debug, in: query, value: "1" }
          - { name: crumb, in: cookie, value: c }
        onFailure:
          - { name: again, type: retry, retryAfter: 0.1, retryLimit: 3 }
        successCriteria:
          - { condition: $statusCode == 200 }
          - { context: $response.body, type: jsonpath, condition: '$[?@.status == "available"]' }
`,
    async (workflows) => {
      const requests: IncomingMessage[] = [];
      const run = await against(
        (request, response) => {
          requests.push(request);
          const status = requests.length < 5 ? "creating" : "available";
          response.writeHead(200, json).end(JSON.stringify({ ...usualBody, id: "s", status }));
        },
        { workflows },
      );
      expect(run.err).toBe("");
      expect(run.report.findings).toEqual([]);
      expect(run.code).toBe(0);
      const last = requests.at(-1);
      expect(last?.url).toMatch(/\?debug=1$/);
      expect(last?.headers).toMatchObject({ cookie: "crumb=c", "x-auth-token": "mock-token" });
      expect(run.report.responses).toBe(requests.length);
    },
  );
});

test.each([
  [
    "an XPath criterion",
    "successCriteria: [{ context: $response.body, type: xpath, condition: //a }]",
    /xpath/,
  ],
  ["an operation from a different description", "", /other/],
])("rejects %s with an error message that mentions it", async (_, criterion, reason) => {
  const operation = criterion === "" ? "$sourceDescriptions.other.getB" : "getVpcEndpointService";
  await withWorkflow(
    `workflows:
  - workflowId: first
    steps:
      - stepId: get
        operationId: ${operation}
        parameters:
          ${ids}
        ${criterion}
`,
    async (workflows) => {
      const run = await against((_request, response) => response.writeHead(200).end(), {
        workflows,
      });
      expect({ code: run.code, out: run.out }).toEqual({ code: 2, out: "" });
      expect(run.err).toMatch(reason);
      expect(run.err).toContain("redocly respect");
      expect(run.err.trim().split("\n")).toHaveLength(1);
    },
  );
});
