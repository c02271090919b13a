// Tests the declaration files that users compile against.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, ".tmp/public-types");
const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
  types: [],
};

const prelude = `
import { createClient, isVpcepError, ApiError, parseTimestamp, type CidrType, type ClientOptions, type Protocol, type ServiceStatus, type TcpProxy, type VpcEndpointService } from "@vpcep/client";
import { aksk } from "@vpcep/client/aksk";
import { validate } from "@vpcep/client/validate";
const vpcep = createClient({ region: "eu-de", projectId: "p", token: "t" });
const path = "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}";
const params = { path: { project_id: "p", vpc_endpoint_service_id: "s" } };
`;

const facts: [string, string][] = [
  [
    "a guard",
    `import { isVpcEndpointService } from "@vpcep/client/validate";
       declare const cached: unknown;
       const service: VpcEndpointService | undefined = isVpcEndpointService(cached) ? cached : undefined;`,
  ],
  [
    "known and unknown values",
    `declare const service: VpcEndpointService;
       const a: VpcEndpointService["status"] = "available";
       const b: VpcEndpointService["status"] = "migrating";
       if (service.status === "failed") for (const { error_code = "?" } of service.error ?? []) error_code.length;
       const when: Date = parseTimestamp(service.created_at);
       service.updated_at satisfies string | undefined;`,
  ],
  [
    "all ways to create a client",
    `createClient({ baseUrl: "https://x.example", projectId: "p", token: async () => "t" });
       createClient({ baseUrl: new URL("https://x.example"), projectId: "p", credentials: aksk({ accessKey: "a", secretKey: "s" }), validate, onDrift: ({ pointer }) => pointer.length });
       createClient({ region: "eu-ch2", projectId: "p", token: "t", timeoutMs: undefined, fetch: undefined });
       createClient({ region: "eu-nl", projectId: "p", token: "t", fetch: globalThis.fetch });`,
  ],
  [
    "options with the value undefined",
    `const signal: AbortSignal | undefined = undefined as AbortSignal | undefined;
       await vpcep.getVpcEndpointService("s", { signal, timeoutMs: undefined, projectId: undefined });
       await vpcep.waitForVpcEndpointService("s", { until: "deleted", signal, onPoll: undefined });`,
  ],
  [
    "call results",
    `(await vpcep.getVpcEndpointService("s")) satisfies VpcEndpointService;
       const { data, response, requestId } = await vpcep.getVpcEndpointService.withResponse("s");
       data satisfies VpcEndpointService; response satisfies Response; requestId satisfies string | undefined;
       (await vpcep.waitForVpcEndpointService("s", { until: "available" })) satisfies VpcEndpointService;
       (await vpcep.waitForVpcEndpointService("s", { until: "deleted" })) satisfies undefined;`,
  ],
  [
    "handling errors exhaustively",
    `try { await vpcep.getVpcEndpointService("s"); } catch (error: unknown) {
         if (isVpcepError(error, "RateLimitError")) error.retryAfterMs satisfies number | undefined;
         if (!isVpcepError(error)) throw error;
         switch (error.name) {
           case "BadRequestError": case "AuthenticationError": case "PermissionDeniedError": case "NotFoundError":
           case "RateLimitError": case "ServerError": case "ApiError":
             error.status satisfies number; error.errorCode satisfies string | undefined; break;
           case "ConnectionError": case "CredentialsError": error.code satisfies string | undefined; error.attempts satisfies number; break;
           case "TimeoutError": error.timeoutMs satisfies number; break;
           case "InvalidArgumentError": error.argument satisfies string; break;
           case "InvalidResponseError": error.violations[0]?.pointer satisfies string | undefined; break;
           case "ServiceFailedError": error.failures[0]?.error_message satisfies string | undefined; break;
           default: error satisfies never;
         }
         if (error instanceof ApiError) error.requestId satisfies string | undefined;
       }`,
  ],
];

// Code that uses the types with openapi-fetch and openapi-react-query.
facts.push(
  [
    "the client's GET keeps the documented values",
    `const { data, error, response } = await vpcep.GET(path, { params, timeoutMs: 5000, signal: AbortSignal.timeout(9) });
       if (data) { data satisfies VpcEndpointService; data.status satisfies ServiceStatus; if (data.status === "failed") data.error?.[0]?.error_code satisfies string | undefined; }
       else if (typeof error === "object" && "error_code" in error) error.error_code satisfies string;
       response satisfies Response;
       const { data: text } = await vpcep.GET(path, { params, parseAs: "text" });
       text satisfies string | undefined;`,
  ],
  [
    "the client is an openapi-fetch client",
    `import createFetchClient, { wrapAsPathBasedClient, type Client, type Middleware } from "openapi-fetch";
       import type { paths } from "@vpcep/types";
       const client: Client<paths> = vpcep;
       const middleware: Middleware = { onRequest: ({ request }) => { request.headers.set("X-Trace", "1"); } };
       vpcep.use(middleware); vpcep.eject(middleware);
       await wrapAsPathBasedClient(client)[path].GET({ params });`,
  ],
  [
    "in plain openapi-fetch, an open enum is a string",
    `import createFetchClient from "openapi-fetch";
       import type { paths } from "@vpcep/types";
       const { data, error } = await createFetchClient<paths>({ baseUrl: "https://x.example" }).GET(path, { params });
       if (data) {
         const status: string = data.status; data.status.toUpperCase(); data.ports[0]?.protocol satisfies string | undefined;
         const service: VpcEndpointService = data; [status, service];
       }
       if (error && typeof error === "object" && "error_code" in error) error.error_code.toUpperCase();`,
  ],
  [
    "openapi-react-query accepts the client",
    `import createQueryHooks from "openapi-react-query";
       const $api = createQueryHooks(vpcep);
       const { data } = $api.useQuery("get", path, { params });
       data?.status satisfies string | undefined; data satisfies VpcEndpointService | undefined;
       $api.queryOptions("get", path, { params }).queryKey.length;`,
  ],
  [
    "exhaustive handling of documented values",
    `import { isKnown, serviceStatuses, serviceStatusMeanings, type KnownServiceStatus } from "@vpcep/client";
       const label = (status: KnownServiceStatus): string => { switch (status) { case "creating": return "c"; case "available": return "a"; case "failed": return "f"; case "deleting": return "d"; } };
       declare const service: VpcEndpointService;
       if (isKnown(serviceStatuses, service.status)) { label(service.status); serviceStatusMeanings[service.status] satisfies string; }
       const colors: Record<KnownServiceStatus, string> = { creating: "y", available: "g", failed: "r", deleting: "b" }; colors;`,
  ],
  [
    "optional fields keep their documented values",
    `type Is<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;
       const lost: [Is<NonNullable<VpcEndpointService["tcp_proxy"]>, string>, Is<Required<VpcEndpointService>["cidr_type"], string>, Is<TcpProxy, string>, Is<CidrType, string>, Is<Protocol, string>] = [false, false, false, false, false]; lost;`,
  ],
  [
    "typical regions, tokens, and fetch functions",
    `const env: { R?: string; T?: string } = {};
       createClient({ region: env.R ?? "eu-de", projectId: "p", token: env.T });
       createClient({ baseUrl: "/api", projectId: "p" });
       createClient({ region: "eu-de", projectId: "p", token: async ({ signal }) => (await fetch("https://x.example", { signal })).text() });
       createClient({ region: "eu-de", projectId: "p", token: "t", fetch: (url, init) => fetch(url, { ...init, cache: "no-store" }) });
       createClient({ region: "eu-de", projectId: "p", token: "t", headers: { "X-Team": "net" }, onEvent: async () => {} });`,
  ],
);

const mistakes: readonly [string, string][] = [
  ["an error without its required fields", `new ApiError("x"); `],
  [
    "both region and baseUrl",
    `createClient({ region: "eu-de", baseUrl: "https://x.example", projectId: "p", token: "t" });`,
  ],
  ["neither region nor baseUrl", `createClient({ projectId: "p", token: "t" });`],
  [
    "both token and credentials",
    `createClient({ region: "eu-de", projectId: "p", token: "t", credentials: () => ({}) });`,
  ],
  ["neither token nor credentials", `createClient({ region: "eu-de", projectId: "p" });`],
  ["no project", `createClient({ region: "eu-de", token: "t" });`],
  [
    "waiting for an unsupported state",
    `void vpcep.waitForVpcEndpointService("s", { until: "failed" });`,
  ],
  ["a field name in camel case", `void (await vpcep.getVpcEndpointService("s")).portId;`],
  [
    "an optional field without a check",
    `void (await vpcep.getVpcEndpointService("s")).updated_at.length;`,
  ],
  [
    "a switch that omits an error",
    `declare const error: unknown; if (isVpcepError(error)) switch (error.name) { case "ApiError": break; default: error satisfies never; }`,
  ],
];

const fileOf = (name: string): string => join(folder, `${name.replaceAll(" ", "-")}.mts`);
let program: ts.Program;
beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  const blocks = [...facts, ...mistakes];
  for (const [name, code] of blocks) await writeFile(fileOf(name), prelude + code);
  // All tests share one program, because loading the imported libraries takes most of the compile time.
  program = ts.createProgram(
    blocks.map(([name]) => fileOf(name)),
    options,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Returns the compiler errors for a file. */
const complaints = (file: string, of = program): string[] => {
  const source = of.getSourceFile(file);
  return [...of.getSyntacticDiagnostics(source), ...of.getSemanticDiagnostics(source)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"),
  );
};

test.each(facts)("compiles: %s", (name) => {
  expect(complaints(fileOf(name))).toEqual([]);
});

test.each(mistakes)("does not compile: %s", (name) => {
  expect(complaints(fileOf(name))).not.toEqual([]);
});

test("the declarations compile", () => {
  const own = program.getSourceFiles().filter(({ fileName }) => fileName.includes("/client/dist/"));
  expect(own.length).toBeGreaterThan(5);
  expect(own.flatMap(({ fileName }) => complaints(fileName))).toEqual([]);
});

test("the declarations do not need DOM types if Node's types are present", () => {
  const file = fileOf(facts[0]?.[0] ?? "");
  const more = { lib: ["lib.es2023.d.ts"], types: ["node"], skipLibCheck: true };
  expect(complaints(file, ts.createProgram([file], { ...options, ...more }))).toEqual([]);
});
