// The emitted declarations are what users compile against, so they are what is looked at.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
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
import { createClient, isVpcepError, ApiError, parseTimestamp, type VpcEndpointService, type ClientOptions } from "@vpcep/client";
import { aksk } from "@vpcep/client/aksk";
import { validate } from "@vpcep/client/validate";
const vpcep = createClient({ region: "eu-de", projectId: "p", token: "t" });
`;

test("no declaration names openapi-fetch", async () => {
  const files = (await readdir(join(root, "dist"), { recursive: true })).filter((file) =>
    file.endsWith(".d.ts"),
  );
  expect(files.length).toBeGreaterThan(20);
  for (const file of files)
    expect(await readFile(join(root, "dist", file), "utf8")).not.toMatch(
      /openapi-fetch"|openapi-typescript/,
    );
});

test("one source file alone imports openapi-fetch", async () => {
  const files = (await readdir(join(root, "src"), { recursive: true })).filter((file) =>
    file.endsWith(".ts"),
  );
  const importing = [];
  for (const file of files)
    if ((await readFile(join(root, "src", file), "utf8")).includes('from "openapi-fetch"'))
      importing.push(file);
  expect(importing).toEqual(["final-url.ts"]);
});

const facts: readonly [string, string][] = [
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
    "every way to make a client",
    `createClient({ baseUrl: "https://x.example", projectId: "p", token: async () => "t" });
       createClient({ baseUrl: new URL("https://x.example"), projectId: "p", credentials: aksk({ accessKey: "a", secretKey: "s" }), validate, onDrift: ({ pointer }) => pointer.length });
       createClient({ region: "eu-ch2", projectId: "p", token: "t", timeoutMs: undefined, fetch: undefined });
       createClient({ region: "eu-nl", projectId: "p", token: "t", fetch: globalThis.fetch });`,
  ],
  [
    "options that are undefined",
    `const signal: AbortSignal | undefined = undefined as AbortSignal | undefined;
       await vpcep.getVpcEndpointService("s", { signal, timeoutMs: undefined, projectId: undefined });
       await vpcep.waitForVpcEndpointService("s", { until: "deleted", signal, onPoll: undefined });`,
  ],
  [
    "what calls resolve with",
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
           case "ConnectionError": case "TimeoutError": case "InvalidArgumentError": break;
           case "InvalidResponseError": error.violations?.[0]?.pointer satisfies string | undefined; break;
           case "ServiceFailedError": error.failures[0]?.error_message satisfies string | undefined; break;
           default: error satisfies never;
         }
         if (error instanceof ApiError) error.requestId satisfies string | undefined;
       }`,
  ],
];

const mistakes: readonly [string, string][] = [
  ["a region that is none", `createClient({ region: "eu-de2", projectId: "p", token: "t" });`],
  [
    "region and baseUrl at once",
    `createClient({ region: "eu-de", baseUrl: "https://x.example", projectId: "p", token: "t" });`,
  ],
  ["neither of them", `createClient({ projectId: "p", token: "t" });`],
  [
    "token and credentials at once",
    `createClient({ region: "eu-de", projectId: "p", token: "t", credentials: () => ({}) });`,
  ],
  ["neither of these", `createClient({ region: "eu-de", projectId: "p" });`],
  ["no project", `createClient({ region: "eu-de", token: "t" });`],
  ["another state to wait for", `void vpcep.waitForVpcEndpointService("s", { until: "failed" });`],
  ["a field of another name", `void (await vpcep.getVpcEndpointService("s")).portId;`],
  [
    "an optional field taken for granted",
    `void (await vpcep.getVpcEndpointService("s")).updated_at.length;`,
  ],
  [
    "a switch that forgets an error",
    `declare const error: unknown; if (isVpcepError(error)) switch (error.name) { case "ApiError": break; default: error satisfies never; }`,
  ],
];

const fileOf = (name: string): string => join(folder, `${name.replaceAll(" ", "-")}.mts`);
let program: ts.Program;
beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  const blocks = [...facts, ...mistakes];
  for (const [name, code] of blocks) await writeFile(fileOf(name), prelude + code);
  // One program for all: most of the time goes into the libraries.
  program = ts.createProgram(
    blocks.map(([name]) => fileOf(name)),
    options,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the compiler says about one file. */
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

test("the declarations themselves hold together", () => {
  const own = program.getSourceFiles().filter(({ fileName }) => fileName.includes("/client/dist/"));
  expect(own.length).toBeGreaterThan(20);
  expect(own.flatMap(({ fileName }) => complaints(fileName))).toEqual([]);
});

test("they need no DOM types where Node's are there", () => {
  const file = fileOf(facts[0]?.[0] ?? "");
  const more = { lib: ["lib.es2023.d.ts"], types: ["node"], skipLibCheck: true };
  expect(complaints(file, ts.createProgram([file], { ...options, ...more }))).toEqual([]);
});

test("an editor offers the documented values", () => {
  const file = join(folder, "completion.mts");
  const code = `${prelude}declare const service: VpcEndpointService;\nservice.status === "";\ncreateClient({ region: "" });`;
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const text = name === file ? code : ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
    directoryExists: (name) => ts.sys.directoryExists(name),
    getDirectories: (name) => ts.sys.getDirectories(name),
  };
  const service = ts.createLanguageService(host);
  const offered = (before: string) =>
    service
      .getCompletionsAtPosition(file, code.indexOf(before) + before.length, {})
      ?.entries.map(({ name }) => name);
  expect(offered('service.status === "')).toEqual(
    expect.arrayContaining(["creating", "available", "failed", "deleting"]),
  );
  expect(
    offered('createClient({ region: "')?.filter((name) => name.startsWith("eu-")),
  ).toHaveLength(3);
});
