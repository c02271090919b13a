import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@jest/globals";
import ts from "typescript";

const folder = dirname(dirname(fileURLToPath(import.meta.url)));

function diagnosticsOf(configFile: string): string[] {
  const config = ts.getParsedCommandLineOfConfigFile(configFile, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
    },
  });
  if (config === undefined) throw new Error(`${configFile} cannot be read`);
  const program = ts.createProgram(config.fileNames, config.options);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) =>
    ts.formatDiagnostic(diagnostic, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => folder,
      getNewLine: () => "\n",
    }),
  );
}

test("every fact of types.test-d.ts holds", () => {
  expect(diagnosticsOf(join(folder, "tsconfig.json"))).toEqual([]);
});

test("an editor completes the documented values of an open enum", () => {
  const file = join(folder, "test/completion.ts");
  const text =
    'import type { VpcEndpointService } from "../src/index.js";\nexport const status: VpcEndpointService["status"] = "";\n';
  const service = ts.createLanguageService({
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const content = name === file ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => folder,
    getCompilationSettings: () => ({
      strict: true,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: [],
    }),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
  });
  const completions = service.getCompletionsAtPosition(file, text.lastIndexOf('"'), {});
  expect(completions?.entries.map((entry) => entry.name).sort()).toEqual([
    "available",
    "creating",
    "deleting",
    "failed",
  ]);
});

test("an editor shows the meaning of each documented value", async () => {
  const declarations = await readFile(join(folder, "dist/schema.gen.d.ts"), "utf8");
  expect(declarations).toContain("- `failed`: Could not be created; `error` says why.");
});

test("the package holds no code that runs", async () => {
  const code = await readFile(join(folder, "dist/index.js"), "utf8");
  expect(code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").trim()).toBe("export {};");
});
