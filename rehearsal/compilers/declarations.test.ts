import { mkdtemp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import ts from "typescript";

import { runTool } from "@vpcep/run-tool";

import { packPackages } from "../../scripts/release/pack-packages.js";
import { unpack } from "../unpack.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The oldest and newest supported TypeScript compilers, and the major versions between them. */
const compilers = {
  "5.4": "rehearsal/node_modules/typescript-5.4",
  "6": "rehearsal/node_modules/typescript-6",
  "7": "rehearsal/node_modules/typescript-7",
} as const;
const resolutions = [
  { module: "node16", moduleResolution: "node16" },
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "esnext", moduleResolution: "bundler" },
] as const;

/** A program of a user. `@ts-expect-error` marks code that must not compile. */
const program = `
import { createClient, NotFoundError, isVpcepError, type VpcEndpointService } from "@vpcep/client";
import type { PortMapping, ServiceStatus } from "@vpcep/types";

export async function show(token: string): Promise<string> {
  const vpcep = createClient({ region: "eu-de", projectId: "p", token });
  try {
    const service: VpcEndpointService = await vpcep.getVpcEndpointService("id");
    const first: PortMapping | undefined = service.ports[0];
    const status: ServiceStatus = service.status;
    const later: ServiceStatus = "a value of a later edition";
    return [service.service_name, status, later, first?.client_port?.toFixed()].join();
  } catch (error) {
    if (error instanceof NotFoundError) return String(error.status);
    if (isVpcepError(error)) return error.message;
    throw error;
  }
}
// @ts-expect-error a region must be a known string
createClient({ region: 7, projectId: "p", token: "t" });
`;

/** The mock needs Node's types, because it runs in Node only. */
const mockProgram = `
import { startMock } from "@vpcep/mock";

export const mock: Promise<{ url: string; close(): Promise<void> }> = startMock({ port: 0 });
// @ts-expect-error a port must be a number
await startMock({ port: "4010" });
`;

let work: string;
let configurations = 0;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "declarations-"));
  await unpack(await packPackages(root, join(work, "tarballs")), work);
  await mkdir(join(work, "node_modules/@types"), { recursive: true });
  for (const name of ["@types/node", "undici-types"])
    await symlink(join(root, "node_modules", name), join(work, "node_modules", name));
  await writeFile(join(work, "package.json"), '{ "type": "module" }\n');
  await writeFile(join(work, "user.ts"), program);
  await writeFile(join(work, "mock-user.ts"), mockProgram);
});
afterAll(() => rm(work, { recursive: true, force: true }));

const options = (resolution: (typeof resolutions)[number]): object => ({
  ...resolution,
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  noEmit: true,
});

async function compile(compiler: string, file: string, compilerOptions: object): Promise<string> {
  const { bin } = JSON.parse(await readFile(join(root, compiler, "package.json"), "utf8")) as {
    bin: { tsc: string };
  };
  const config = join(work, `tsconfig.${(configurations += 1)}.json`);
  await writeFile(config, JSON.stringify({ compilerOptions, files: [file] }));
  const result = await runTool(process.execPath, [join(root, compiler, bin.tsc), "-p", config]);
  return `${result.stdout}${result.stderr}exit code ${result.code}`;
}

describe.each(Object.entries(compilers))("TypeScript %s", (_, compiler) => {
  test.each(resolutions)(
    "compiles the client and the types with the module resolution $moduleResolution",
    async (resolution) => {
      expect(await compile(compiler, "user.ts", options(resolution))).toBe("exit code 0");
    },
  );

  test("compiles the mock with Node's types", async () => {
    const settings = { ...options(resolutions[1]), types: ["node"] };
    expect(await compile(compiler, "mock-user.ts", settings)).toBe("exit code 0");
  });
});

test("hovering over a field in an editor shows the field's description and documented values", () => {
  const file = join(work, "user.ts");
  const parsed = ts.convertCompilerOptionsFromJson(options(resolutions[1]), work);
  const service = ts.createLanguageService({
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const text = ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => work,
    getCompilationSettings: () => parsed.options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
    directoryExists: (name) => ts.sys.directoryExists(name),
    getDirectories: (name) => ts.sys.getDirectories(name),
  });
  /** The documentation that an editor shows below the type. */
  const hover = (text: string): string => {
    const info = service.getQuickInfoAtPosition(file, program.indexOf(text) + text.length - 1);
    return [info?.documentation, ...(info?.tags ?? []).map((tag) => tag.text)]
      .map((parts) => ts.displayPartsToString(parts))
      .join("\n");
  };
  expect(hover("service.status")).toContain("`available`");
  expect(hover("first?.client_port")).toContain("From 1");
  expect(hover("await vpcep.getVpcEndpointService")).not.toBe("");
});
