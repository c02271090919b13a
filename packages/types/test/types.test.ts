import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
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

test("types.test-d.ts compiles", () => {
  expect(diagnosticsOf(join(folder, "tsconfig.json"))).toEqual([]);
});

test("the arrays contain the documented values, and each status has a meaning", async () => {
  const { errorCodes, isKnown, serviceStatuses, serviceStatusMeanings, tcpProxies } =
    await import("../src/index.js");
  expect(serviceStatuses).toEqual(["creating", "available", "failed", "deleting"]);
  expect(Object.keys(serviceStatusMeanings)).toEqual([...serviceStatuses]);
  expect(serviceStatusMeanings.failed).toBe(
    "The endpoint service could not be created. `error` contains the reasons.",
  );
  expect(tcpProxies).toHaveLength(4);
  expect(errorCodes).toContain("EndPoint.0005");
  expect(isKnown(serviceStatuses, "failed")).toBe(true);
  expect([isKnown(serviceStatuses, "migrating"), isKnown(serviceStatuses, undefined)]).toEqual([
    false,
    false,
  ]);
});

test("editors show the meanings of documented values", async () => {
  for (const file of ["schema.gen.d.ts", "models.gen.d.ts", "models.gen.d.cts"]) {
    const declarations = await readFile(join(folder, "dist", file), "utf8");
    expect(declarations).toContain(
      "- `failed`: The endpoint service could not be created. `error` contains the reasons.",
    );
    // Editors do not show the `@description` tag on hover.
    expect(declarations).not.toContain("@description");
  }
});

test("the ES module and CommonJS builds export the same names", async () => {
  const esm: object = await import("../dist/index.js");
  const cjs = createRequire(import.meta.url)("../dist/index.cjs") as object;
  expect(Object.keys(cjs).sort()).toEqual(Object.keys(esm).sort());
});
