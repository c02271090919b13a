// Runs the code samples and the commands in the guides against the mock.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { operationsOf, readContract } from "@vpcep/contract-reader";
import { type Mock, startMock } from "@vpcep/mock";

import { guidePages } from "../src/guide.js";
import { callOf, samplesOf } from "../src/samples.js";

const run = promisify(execFile);
const here = dirname(dirname(fileURLToPath(import.meta.url)));
const contract = readContract();
const operation = operationsOf(contract).find(
  ({ operationId }) => operationId === "getVpcEndpointService",
);
if (operation === undefined) throw new Error("The contract has no operation.");
const call = callOf(contract, operation);
const password = 'pa"ss\\word $HOME';

let mock: Mock;
let iam: Server;
let folder: string;
const asked: { url: string; body: string }[] = [];

beforeAll(async () => {
  [mock, folder] = await Promise.all([startMock(), mkdtemp(join(tmpdir(), "commands-"))]);
  await symlink(join(here, "../../node_modules"), join(folder, "node_modules"));
  iam = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      asked.push({ url: request.url ?? "", body });
      if (request.method === "POST")
        response
          .writeHead(201, { "X-Subject-Token": "mock-token", "Content-Type": "application/json" })
          .end('{"token":{}}');
      else response.end('{"projects":[{"id":"p1","name":"eu-de"}]}');
    });
  });
  await new Promise<void>((resolve) => iam.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await mock.close();
  iam.closeAllConnections();
  iam.close();
  await rm(folder, { recursive: true });
});

const exampleOf = (parameter: string): string | undefined =>
  call.parameters.find(({ name }) => name === parameter)?.example;

const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env["PATH"],
  OTC_REGION: "eu-de",
  IAM: `http://127.0.0.1:${(iam.address() as AddressInfo).port}`,
  VPCEP: mock.url,
  PROJECT_ID: exampleOf("project_id"),
  SERVICE_ID: exampleOf("vpc_endpoint_service_id"),
  OTC_TOKEN: "mock-token",
  OTC_ACCESS_KEY: "MOCKACCESSKEY",
  OTC_SECRET_KEY: "mock-secret-key",
  NO_PROXY: "127.0.0.1",
});

/** Returns the code block in a guide that contains the given text. */
async function block(slug: string, lang: string, text: string): Promise<string> {
  const pages = await guidePages(join(here, "guide"), { contract, provenance: {}, changelog: "" });
  const markdown = pages.find((page) => page.slug === slug)?.markdown ?? "";
  const found = [...markdown.matchAll(/```(\w+)\n([^]*?)```/g)].flatMap(([, name, code = ""]) =>
    name === lang && code.includes(text) ? [code] : [],
  );
  if (found.length !== 1)
    throw new Error(`${found.length} ${lang} blocks in the guide ${slug} contain ${text}.`);
  return found.join("");
}

/** Replaces the server URL in a sample with the mock's URL. */
const onMock = (source: string): string =>
  source
    .replaceAll(call.baseUrl, mock.url)
    .replaceAll(`region: "${call.region}"`, `baseUrl: "${mock.url}"`);

async function ran(
  source: string,
  name: string,
  command: string,
  ...args: string[]
): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, source);
  const { stdout } = await run(command, [...args, file], { cwd: folder, env: environment() });
  return stdout;
}

describe("the samples", () => {
  test.each([
    ["curl", "sample.sh", "bash", []],
    ["client", "client.mts", "node", ["--import", "tsx"]],
    ["fetch", "fetch.mts", "node", ["--import", "tsx"]],
    ["python", "sample.py", "python3", []],
  ] as const)("the %s sample prints the endpoint service", async (id, name, command, args) => {
    const sample = samplesOf(contract, operation).find((entry) => entry.id === id);
    const source = onMock(sample?.source ?? "");
    expect(source).toContain(mock.url);
    expect(await ran(source, name, command, ...args)).toMatch(/"?status"?: ?['"]available['"]/);
    await expect(
      ran(source.replace("OTC_TOKEN", "OTC_REGION"), `wrong-${name}`, command, ...args),
    ).rejects.toThrow();
  });
});

describe("the guides", () => {
  test("the token command sets OTC_TOKEN without exposing the password in arguments or output", async () => {
    const command = await block("getting-started", "bash", "otc_password");
    expect(await block("authentication", "bash", "otc_password")).toBe(command);
    const env = { ...environment(), OTC_TOKEN: undefined };
    const child = spawn("bash", ["-c", `${command}\nprintf '[%s]' "$OTC_TOKEN\${otc_password-}"`], {
      env,
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stdin.end(`ACCOUNT\nme\n${password}\n`);
    await new Promise((resolve) => child.on("close", resolve));
    expect(output).toContain("[mock-token]");
    expect(output).not.toContain("word $HOME");
    const { auth } = JSON.parse(asked.at(-1)?.body ?? "{}") as {
      auth: { identity: { password: { user: unknown } }; scope: unknown };
    };
    expect(auth.identity.password.user).toEqual({
      name: "me",
      password,
      domain: { name: "ACCOUNT" },
    });
    expect(auth.scope).toEqual({ project: { name: "eu-de" } });
    // curl reads the request body, which contains the password, from standard input.
    expect(command).toContain("--data @-");
  });

  test("the commands list the projects and return the response shown in the guide", async () => {
    const projects = await block("getting-started", "bash", "/v3/projects");
    expect(await ran(projects, "projects.sh", "bash")).toContain('"id":"p1"');
    const shown = await block("getting-started", "json", "{");
    const command = await block("getting-started", "bash", "$SERVICE_ID");
    const answer = JSON.parse(await ran(command, "call.sh", "bash")) as Record<string, unknown>;
    expect(Object.keys(answer)).toEqual(
      expect.arrayContaining(Object.keys(JSON.parse(shown) as object).slice(0, 5)),
    );
  });

  test("the samples for access keys and token renewal return the endpoint service", async () => {
    const keys = await block("authentication", "js", "aksk");
    expect(await ran(onMock(keys), "call.mjs", "node")).toContain("available");
    const renewal = await block("authentication", "ts", "token: async");
    expect(await ran(onMock(renewal), "renew.mts", "node", "--import", "tsx")).toContain(
      "available",
    );
  });

  test("the examples wait until the endpoint service is created, with and without the client", async () => {
    const client = await block("waiting", "ts", "waitForVpcEndpointService");
    expect(await ran(onMock(client), "wait.mts", "node", "--import", "tsx")).toContain("ready:");
    const creation = await block("waiting", "bash", "available)");
    expect(await ran(creation, "creation.sh", "bash")).toContain("1: available\nready\n");
    const deletion = await block("waiting", "bash", "= 404");
    const gone = deletion.replace("$SERVICE_ID", "00000000-0000-0000-0000-000000000000");
    await expect(ran(gone, "deletion.sh", "bash")).resolves.toBe("");
  });

  test("an unknown placeholder causes a build error that lists the valid placeholders", async () => {
    await writeFile(join(folder, "1-x.md"), "# X\n\n{{nonsense}}");
    await expect(guidePages(folder, { contract, provenance: {}, changelog: "" })).rejects.toThrow(
      /guide\/1-x\.md uses \{\{nonsense\}\}, which is unknown\. Known names: .*regions/,
    );
    expect(await readFile(join(folder, "1-x.md"), "utf8")).toContain("nonsense");
  });
});
