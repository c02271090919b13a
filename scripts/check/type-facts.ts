import { dirname, join, relative } from "node:path";

import ts from "typescript";

import type { Finding } from "./finding.js";

/**
 * Type-checks packages/types and its type tests with newly generated types. A reported error means that the contract
 * change breaks a type test.
 *
 * @param generated the new contents of the generated files. The keys are file paths relative to the root.
 */
export function findBrokenTypeFacts(
  root: string,
  generated: ReadonlyMap<string, string>,
): Finding[] {
  const configFile = join(root, "packages/types/tsconfig.json");
  const { config } = ts.readConfigFile(configFile, (file) => ts.sys.readFile(file)) as {
    config: unknown;
  };
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, dirname(configFile));
  const host = ts.createCompilerHost(parsed.options);
  const readFile = host.readFile.bind(host);
  host.readFile = (file) => generated.get(relative(root, file)) ?? readFile(file);
  // Run-time tests are excluded because they need a build.
  const files = parsed.fileNames.filter((file) => !file.endsWith(".test.ts"));
  const program = ts.createProgram(files, { ...parsed.options, noEmit: true }, host);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const { file, start = 0, messageText } = diagnostic;
    const message = ts.flattenDiagnosticMessageText(messageText, " ");
    if (file === undefined)
      return finding("packages/types/tsconfig.json", message, "Correct the settings.");
    const { line } = file.getLineAndCharacterOfPosition(start);
    const place = `${relative(root, file.fileName)}:${line + 1}`;
    const fact = file.statements.find((one) => one.pos <= start && start < one.end);
    const name = fact !== undefined && ts.isTypeAliasDeclaration(fact) ? fact.name.text : undefined;
    return name === undefined
      ? finding(place, message, "Correct the types or the type test.")
      : finding(
          place,
          `The type test ${name} fails for the generated types: ${quote(fact?.getText(file) ?? "")}`,
          "If the change is intended, update the test. Code that uses the types may break in the same way.",
        );
  });
}

const finding = (place: string, reason: string, remedy: string): Finding => ({
  kind: "type fact",
  place,
  reason,
  remedy,
});

function quote(code: string): string {
  const line = code.replace(/\s+/g, " ");
  return line.length > 160 ? `${line.slice(0, 160)} …` : line;
}
