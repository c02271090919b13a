// Tests tools that generate TypeScript from the contract. A small program that uses the generated code must compile,
// accept the documented statuses and any other string, and call the mock.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import {
  type Answer,
  type Answers,
  attempt,
  compile,
  type Context,
  execute,
  files,
  modules,
  no,
  projectId,
  type Question,
  run,
  serviceId,
  type Tool,
  yes,
} from "./tool.js";

interface Generator {
  package: string;
  name?: string;
  kind: Tool["kind"];
  gates?: Tool["gates"];
  edition?: Tool["edition"];
  /** Writes the generated files to the working folder. */
  generate(context: Context): Promise<unknown>;
  /** Generated files that must contain the credential headers. Omitted if the tool generates no request code. */
  requests?: readonly string[];
  /** Import statements that define the types `Known` (documented statuses) and `Service` (the response body). */
  imports: string;
  /** Code that calls the mock and defines `status`. Omitted if the tool generates no client. */
  call?: string;
  /** The notes to display with positive answers. */
  notes?: Partial<Record<Question, string>>;
}

const script = (path: string): string => join(modules, path);
const path = `{ project_id: "${projectId}", vpc_endpoint_service_id: "${serviceId}" }`;
const headers = '{ "X-Auth-Token": "mock-token" }';

/** Compiles a program that uses the types, and runs a program that calls the mock. */
async function askGenerator(generator: Generator, context: Context): Promise<Answers> {
  const { work } = context;
  const loads = await attempt(() => generator.generate(context));
  if (!loads.holds) return { loads };
  const { imports, call, requests } = generator;
  await writeFile(
    join(work, "values.ts"),
    `${imports}
export const known: \`\${Known}\` = "deleting";
// @ts-expect-error not a documented value
export const wrong: \`\${Known}\` = "vanished";
export const later: Service["status"] = "frozen";
`,
  );
  await writeFile(
    join(work, "call.ts"),
    `${imports}
const mock = ${JSON.stringify(context.mock)};
${call ?? 'const status = "available"; void mock;'}
if (status !== "available") throw new Error("the mock returned " + String(status));
`,
  );
  const answers: Answers = {
    loads,
    compiles: await attempt(() => compile(work, "call.ts")),
    values: await attempt(() => compile(work, "values.ts")),
    ...(requests === undefined ? {} : { credentials: await offered(work, requests) }),
    ...(call === undefined ? {} : { call: await attempt(() => execute(work, "call.ts")) }),
  };
  for (const [question, note] of Object.entries(generator.notes ?? {}))
    if (answers[question as Question]?.holds === true)
      answers[question as Question] = { holds: true, note };
  return answers;
}

async function offered(work: string, requests: readonly string[]): Promise<Answer> {
  const texts = await Promise.all(requests.map((file) => readFile(join(work, file), "utf8")));
  const missing = ["X-Auth-Token", "Authorization"].filter(
    (header) => !texts.some((text) => text.includes(`"${header}"`) || text.includes(`'${header}'`)),
  );
  return missing.length === 0
    ? yes
    : no("generates no authentication code; pass the header yourself");
}

const generators: readonly Generator[] = [
  {
    package: "openapi-typescript",
    kind: "types",
    gates: ["loads", "compiles", "values", "call"],
    generate: ({ work }) =>
      run(work, script("openapi-typescript/bin/cli.js"), files["3.1"], "-o", "out.ts"),
    imports: `import type { components, paths } from "./out.js";
import createClient from "openapi-fetch";
type Known = components["schemas"]["KnownServiceStatus"];
type Service = components["schemas"]["VpcEndpointService"];`,
    call: `const client = createClient<paths>({ baseUrl: mock, headers: ${headers} });
const { data } = await client.GET("/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}", { params: { path: ${path} } });
const status = data?.status;`,
  },
  {
    package: "@hey-api/openapi-ts",
    kind: "client",
    gates: ["loads", "compiles", "values", "credentials", "call"],
    generate: ({ work }) =>
      run(work, script("@hey-api/openapi-ts/bin/run.js"), "-i", files["3.1"], "-o", "out"),
    requests: ["out/sdk.gen.ts"],
    imports: `import { client } from "./out/client.gen.js";
import { getVpcEndpointService } from "./out/index.js";
import type { KnownServiceStatus as Known, VpcEndpointService as Service } from "./out/index.js";`,
    call: `client.setConfig({ baseUrl: mock, auth: (scheme) => (scheme.name === "X-Auth-Token" ? "mock-token" : undefined) });
const { data } = await getVpcEndpointService({ path: ${path} });
const status = data?.status;`,
  },
  {
    package: "orval",
    kind: "client",
    gates: ["loads", "compiles", "values", "call"],
    async generate({ work, mock }) {
      const output = { target: "./out.ts", client: "fetch", baseUrl: mock };
      const config = { vpcep: { input: files["3.1"], output } };
      await writeFile(
        join(work, "orval.config.mjs"),
        `export default ${JSON.stringify(config)};\n`,
      );
      return run(work, script("orval/dist/bin/orval.mjs"), "--config", "orval.config.mjs");
    },
    requests: ["out.ts"],
    imports: `import { getVpcEndpointService } from "./out.js";
import type { KnownServiceStatus as Known, VpcEndpointService as Service } from "./out.js";`,
    call: `void mock;
const answer = await getVpcEndpointService("${projectId}", "${serviceId}", { headers: ${headers} });
const status = answer.status === 200 ? answer.data.status : answer.status;`,
  },
  {
    package: "openapi-zod-client",
    kind: "client",
    gates: ["loads", "compiles", "values", "call"],
    generate: ({ work }) =>
      run(
        work,
        script("openapi-zod-client/bin.js"),
        ...[files["3.1"], "-o", "out.ts", "--export-schemas", "--with-alias"],
      ),
    requests: ["out.ts"],
    imports: `import { createApiClient, schemas } from "./out.js";
import type { z } from "zod";
type Known = z.infer<typeof schemas.KnownServiceStatus>;
type Service = z.infer<typeof schemas.VpcEndpointService>;`,
    call: `const api = createApiClient(mock, { axiosConfig: { headers: ${headers} } });
const { status } = await api.getVpcEndpointService({ params: ${path} });`,
  },
  {
    package: "@kubb/cli",
    name: "kubb",
    kind: "client",
    async generate({ work }) {
      await writeFile(
        join(work, "kubb.config.mjs"),
        `import { defineConfig } from "@kubb/core";
import { pluginClient } from "@kubb/plugin-client";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";
export default defineConfig({
  root: ".",
  input: { path: ${JSON.stringify(files["3.1"])} },
  output: { path: "./out", clean: true },
  plugins: [pluginOas({ validate: false }), pluginTs(), pluginClient({ client: "fetch" })],
});
`,
      );
      return run(work, script("@kubb/cli/bin/kubb.cjs"), "generate", "--config", "kubb.config.mjs");
    },
    requests: ["out/clients/getVpcEndpointService.ts"],
    imports: `import { getVpcEndpointService } from "./out/index.js";
import type { KnownServiceStatusEnumKey as Known, VpcEndpointService as Service } from "./out/index.js";`,
    call: `const { status } = (await getVpcEndpointService("${projectId}", "${serviceId}", { baseURL: mock, headers: ${headers} })) as Service;`,
  },
  {
    package: "oazapfts",
    kind: "client",
    generate: ({ work }) => run(work, script("oazapfts/dist/cli.js"), files["3.1"], "out.ts"),
    requests: ["out.ts"],
    imports: `import { defaults, getVpcEndpointService } from "./out.js";
import type { KnownServiceStatus as Known, VpcEndpointService as Service } from "./out.js";`,
    call: `defaults.baseUrl = mock;
const answer = await getVpcEndpointService("${projectId}", "${serviceId}", { headers: ${headers} });
const status = "id" in answer.data ? answer.data.status : answer.status;`,
  },
  {
    package: "swagger-typescript-api",
    kind: "client",
    generate: ({ work }) =>
      run(
        work,
        script("swagger-typescript-api/dist/cli.mjs"),
        ...["generate", "-p", files["3.1"], "-o", ".", "-n", "out.ts"],
      ),
    requests: ["out.ts"],
    imports: `import { Api } from "./out.js";
import type { KnownServiceStatus as Known, VpcEndpointService as Service } from "./out.js";`,
    call: `const api = new Api({ baseUrl: mock, baseApiParams: { headers: ${headers} } });
const { data } = await api.v1.getVpcEndpointService("${projectId}", "${serviceId}", { format: "json" });
const { status } = data;`,
    notes: {
      call: 'only with `format: "json"` in the call, because the tool ignores the media type of shared responses',
    },
  },
  {
    package: "typed-openapi",
    kind: "client",
    generate: ({ work }) => run(work, script("typed-openapi/bin.js"), files["3.1"], "-o", "out.ts"),
    requests: ["out.ts"],
    imports: `import { createApiClient, Schemas } from "./out.js";
type Known = Schemas.KnownServiceStatus;
type Service = Schemas.VpcEndpointService;`,
    call: `const api = createApiClient({ fetch: ({ url, method }) => fetch(url, { method, headers: ${headers} }) }, mock);
const { status } = (await api.get("/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}", { path: ${path} })) as Service;`,
  },
  {
    package: "openapi-client-axios",
    kind: "client",
    async generate({ work }) {
      const types = await run(
        work,
        script("openapi-client-axios-typegen/typegen.js"),
        files["3.1"],
      );
      await writeFile(join(work, "out.d.ts"), types);
    },
    imports: `import OpenAPIClientAxios from "openapi-client-axios";
import type { Client, Components } from "./out.js";
import { readFileSync } from "node:fs";
type Known = Components.Schemas.KnownServiceStatus;
type Service = Components.Schemas.VpcEndpointService;`,
    call: `const definition = JSON.parse(readFileSync(${JSON.stringify(files["3.1"].replace(/yaml$/, "json"))}, "utf8"));
const Axios = ((OpenAPIClientAxios as unknown as { default?: unknown }).default ?? OpenAPIClientAxios) as typeof OpenAPIClientAxios;
const client = await new Axios({ definition, withServer: { url: mock } }).getClient<Client>();
const { data } = await client.getVpcEndpointService(${path}, null, { headers: ${headers} });
const { status } = data;`,
  },
  {
    package: "json-schema-to-typescript",
    kind: "types",
    edition: "schemas",
    async generate({ work }) {
      const input = join(files.schemas, "VpcEndpointService.json");
      return run(work, script("json-schema-to-typescript/dist/src/cli.js"), input, "out.ts");
    },
    imports: `import type { KnownServiceStatus as Known, VPCEndpointService as Service } from "./out.js";`,
  },
  {
    package: "json-schema-to-zod",
    kind: "types",
    edition: "schemas",
    async generate({ work }) {
      const input = join(files.schemas, "KnownServiceStatus.json");
      const service = join(files.schemas, "VpcEndpointService.json");
      const cli = script("json-schema-to-zod/dist/cjs/cli.js");
      await run(work, cli, "-i", input, "-o", "known.ts", "--name", "known", "--module", "esm");
      return run(work, cli, "-i", service, "-o", "out.ts", "--name", "service", "--module", "esm");
    },
    imports: `import { known as knownSchema } from "./known.js";
import { service } from "./out.js";
import type { z } from "zod";
type Known = z.infer<typeof knownSchema>;
type Service = z.infer<typeof service>;`,
  },
];

/** The code generators to test. */
export const generatorTools: readonly Tool[] = generators.map((generator) => ({
  package: generator.package,
  ...(generator.name === undefined ? {} : { name: generator.name }),
  kind: generator.kind,
  gates: generator.gates ?? [],
  edition: generator.edition ?? "3.1",
  ask: (context) => askGenerator(generator, context),
}));
