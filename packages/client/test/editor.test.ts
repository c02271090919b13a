// Tests the completions, hover texts, and definitions that editors show for the published package.
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "@jest/globals";
import { getAt, readContract } from "@vpcep/contract-reader";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));
const file = join(root, "test/in-an-editor.mts");

/** Comments such as `/*name*\/` mark the positions that the tests inspect. */
const code = `
import { createClient, isVpcepError, type ClientOptions, type CallOptions, type Region, type VpcEndpointService, type WaitOptions } from "@vpcep/client";
declare const service: VpcEndpointService;
declare const error: unknown;
const vpcep = createClient({ region: "/*region*/", projectId: "p", token: "t" });
if (service.status === "/*status*/") {}
if (service.tcp_proxy === "/*tcp_proxy*/") {}
if (service.tcp_proxy! === "/*asserted*/") {}
if ((service.cidr_type ?? "internal") === "/*defaulted*/") {}
if (isVpcepError(error, "NotFoundError") && error.errorCode === "/*errorCode*/") {}
switch (service.server_type) { case "/*switch*/": }
const labels: Partial<Record<VpcEndpointService["status"], string>> = { /*record*/ };
void vpcep.waitForVpcEndpointService("s", { until: "/*until*/" });
void vpcep.waitForVpcEndpointService;
void vpcep.getVpcEndpointService;
const values = (await vpcep.GET("/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}", { params: { path: { project_id: "p", vpc_endpoint_service_id: "s" } } })).data;
if (values?.status === "/*get*/") {}
declare const options: Required<ClientOptions>;
declare const call: Required<CallOptions>;
declare const wait: Required<WaitOptions>;
`;

const service = ts.createLanguageService({
  getCompilationSettings: () => ({
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
    types: [],
  }),
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
});

const contract = readContract();
const documented = (name: string): string[] => [
  ...(getAt(contract, ["components", "schemas", name, "enum"]) as string[]),
];
const regions = (contract["servers"] as { "x-region"?: string }[]).flatMap(
  (server) => server["x-region"] ?? [],
);

test.each([
  ["region", regions],
  ["status", documented("KnownServiceStatus")],
  ["get", documented("KnownServiceStatus")],
  ["tcp_proxy", documented("KnownTcpProxy")],
  ["asserted", documented("KnownTcpProxy")],
  ["defaulted", documented("KnownCidrType")],
  ["until", ["available", "deleted"]],
  ["switch", documented("KnownServerType")],
])("completes %s", (name, expected) => {
  const at = code.indexOf(`/*${name}*/`);
  const offered = service
    .getCompletionsAtPosition(file, at, {})
    ?.entries.map((entry) => entry.name);
  expect(offered?.sort()).toEqual(expected.sort());
});

test("suggests error codes, and suggests statuses as the keys of a record", () => {
  const offered = (name: string) =>
    service
      .getCompletionsAtPosition(file, code.indexOf(`/*${name}*/`), {})
      ?.entries.map((entry) => entry.name);
  expect(offered("errorCode")).toEqual(expect.arrayContaining(["EndPoint.0005", "APIGW.0101"]));
  expect(offered("record")).toEqual(expect.arrayContaining(documented("KnownServiceStatus")));
});

const program = service.getProgram();
const checker = program?.getTypeChecker();

/** Returns the properties of a variable's type. */
function propertiesOf(variable: string): readonly ts.Symbol[] {
  const source = program?.getSourceFile(file);
  if (!source || !checker) throw new Error("The language service has no program.");
  for (const statement of source.statements)
    if (ts.isVariableStatement(statement))
      for (const declaration of statement.declarationList.declarations)
        if (declaration.name.getText(source) === variable) {
          const type = checker.getTypeAtLocation(declaration);
          const types = type.isUnion() ? type.types : [type];
          return types.flatMap((one) => checker.getPropertiesOfType(one));
        }
  throw new Error(`There is no ${variable}.`);
}

describe("hover texts", () => {
  test.each(["service", "options", "call", "wait"])(
    "every property in %s has hover text",
    (variable) => {
      const properties = propertiesOf(variable);
      expect(properties.length).toBeGreaterThan(3);
      const silent = properties.filter(
        (property) =>
          ts.displayPartsToString(property.getDocumentationComment(checker)).trim() === "" &&
          // Skips properties that another property excludes, as `region` excludes `baseUrl`.
          !/\\?: undefined/.test(property.declarations?.[0]?.getText() ?? ""),
      );
      expect(silent.map(({ name }) => name)).toEqual([]);
    },
  );

  test.each(["getVpcEndpointService", "waitForVpcEndpointService", "GET"])(
    "the hover text for %s includes an example",
    (name) => {
      const at = code.indexOf(`vpcep.${name}`) + "vpcep.".length;
      const shown = service.getQuickInfoAtPosition(file, at);
      expect(ts.displayPartsToString(shown?.documentation).length).toBeGreaterThan(40);
      expect(shown?.tags?.map((tag) => tag.name)).toContain("example");
    },
  );

  test("hover texts include defaults and the meanings of documented values", () => {
    const shown = service.getQuickInfoAtPosition(file, code.indexOf("status ==="));
    expect(ts.displayPartsToString(shown?.documentation)).toContain(
      "- `failed`: The endpoint service could not be created. `error` contains the reasons.",
    );
    const timeout = propertiesOf("options").find(({ name }) => name === "timeoutMs");
    expect(timeout?.getJsDocTags().map(({ name }) => name)).toEqual(["default"]);
  });
});

test.each([
  ["createClient({", "create-client.ts"],
  ["isVpcepError(error", "is-vpcep-error.ts"],
  ["getVpcEndpointService;", "vpcep-client.ts"],
])("the definition of %s is in the source files", (place, wanted) => {
  const at = code.lastIndexOf(place);
  // Follows the declaration map, as tsserver does.
  const [definition] = service.getDefinitionAtPosition(file, at) ?? [];
  const map = JSON.parse(ts.sys.readFile(`${definition?.fileName ?? ""}.map`) ?? "{}") as {
    sources?: string[];
  };
  expect(map.sources).toEqual([`../src/${wanted}`]);
  expect(ts.sys.fileExists(join(root, "src", wanted))).toBe(true);
});
