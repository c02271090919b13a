// Generates the README tables for errors, options, and retries from the docstrings, hints, and defaults in the packages'
// sources.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import ts from "typescript";

import * as errors from "../packages/client/src/errors.js";
import { resolveOptions } from "../packages/client/src/resolve-options.js";
import { retriedStatuses } from "../packages/client/src/retry-policy.js";
import { waitDefaults } from "../packages/client/src/wait.js";

/** A declaration, its docstring as a single line, and its `@default` value. */
interface Documented {
  readonly name: string;
  readonly text: string;
  readonly byDefault: string | undefined;
  readonly optional: boolean;
}

async function parse(root: string, file: string): Promise<ts.SourceFile> {
  const path = join(root, "packages", file);
  return ts.createSourceFile(path, await readFile(path, "utf8"), ts.ScriptTarget.Latest, true);
}

function documentationOf(node: ts.Node, name: string): Documented {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === "default");
  return {
    name,
    text: (ts.getTextOfJSDocComment(doc?.comment) ?? "").replace(/\s+/g, " "),
    byDefault: ts.getTextOfJSDocComment(tag?.comment),
    optional: ts.isPropertySignature(node) && node.questionToken !== undefined,
  };
}

/** Returns a declaration's documented properties in source order. */
function propertiesOf(source: ts.SourceFile, declaration: string): Documented[] {
  const found: Documented[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) && ts.isIdentifier(node.name)) {
      const doc = documentationOf(node, node.name.text);
      if (doc.text !== "") found.push(doc);
    } else ts.forEachChild(node, visit);
  };
  for (const statement of source.statements)
    if (
      (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) &&
      statement.name.text === declaration
    )
      visit(statement);
  if (found.length === 0) throw new Error(`${source.fileName}: ${declaration} has no properties.`);
  return found;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");

const firstSentence = (text: string): string => /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text;

/**
 * Returns the table of error classes, with their meanings and remedies.
 *
 * @throws Error if a class has no docstring or no hint.
 */
export async function errorTable(root: string): Promise<string> {
  const source = await parse(root, "client/src/errors.ts");
  const rows = source.statements.filter(ts.isClassDeclaration).map((statement) => {
    const { name, text } = documentationOf(statement, statement.name?.text ?? "");
    const { hint } = (errors as unknown as Record<string, { prototype: { hint?: string } }>)[name]
      ?.prototype ?? { hint: "" };
    if (!text || !hint)
      throw new Error(`packages/client/src/errors.ts: ${name} needs a docstring and a hint.`);
    return [`\`${name}\``, firstSentence(text), hint];
  });
  return table(["error", "when", "what to do"], rows);
}

/** Returns the client's default settings. */
const settings = (): Readonly<Record<string, unknown>> => ({
  ...resolveOptions({ region: "eu-de", projectId: "p", token: "t" }).settings,
});

const inEnglish = (value: number): string => value.toLocaleString("en-US");

/**
 * Returns the table of `createClient` options.
 *
 * @throws Error if the default in a docstring differs from the client's default.
 */
export async function optionTable(root: string): Promise<string> {
  const source = await parse(root, "client/src/options.ts");
  const [project, ...others] = propertiesOf(source, "Settings");
  const place = propertiesOf(source, "Place");
  const authorization = propertiesOf(source, "Authorization");
  const applied = settings();
  const options = [...(project ? [project] : []), ...place, ...authorization, ...others];
  return tableOfOptions(options, applied);
}

/** Returns the table of options for a single call. */
export async function callOptionTable(root: string): Promise<string> {
  return tableOfOptions(
    propertiesOf(await parse(root, "client/src/options.ts"), "CallOptions"),
    {},
  );
}

/**
 * Returns the table of `waitForVpcEndpointService` options.
 *
 * @throws Error if a `@default` differs from the default in the code.
 */
export async function waitOptionTable(root: string): Promise<string> {
  const own = propertiesOf(await parse(root, "client/src/vpcep-client.ts"), "WaitOptions");
  const names = own.map(({ name }) => name);
  const ofCall = propertiesOf(await parse(root, "client/src/options.ts"), "CallOptions");
  const inherited = ofCall.filter(({ name }) => !names.includes(name));
  return tableOfOptions([...own, ...inherited], waitDefaults);
}

/** Returns the table of `startMock` options. */
export async function mockOptionTable(root: string): Promise<string> {
  return tableOfOptions(
    propertiesOf(await parse(root, "mock/src/mock-options.ts"), "MockOptions"),
    {},
  );
}

/**
 * Returns a table with a row for each option.
 *
 * @throws Error if a `@default` differs from the default in the code.
 */
function tableOfOptions(
  options: readonly Documented[],
  applied: Readonly<Record<string, unknown>>,
): string {
  const rows = options.map(({ name, text, byDefault, optional }) => {
    const value = applied[name];
    if (byDefault !== undefined && typeof value === "number" && value !== readNumber(byDefault))
      throw new Error(`The @default of ${name} must be ${value}.`);
    const [, told] = /\bDefault: ([^.]+(?:\.\w+`)?[^.]*)\./.exec(text) ?? [];
    const cell =
      byDefault === undefined
        ? (told ?? (optional ? "none" : ""))
        : typeof value === "number"
          ? inEnglish(value)
          : `\`${byDefault}\``;
    const what = text.replace(/\s*\bDefault: [^.]+(?:\.\w+`)?[^.]*\./, "");
    return [`\`${name}\``, cell, what];
  });
  return table(["option", "default", "what it does"], rows);
}

const readNumber = (text: string): number => Number(text.replaceAll("_", ""));

const inSeconds = (ms: unknown): string => `${Number(ms) / 1000} s`;

/** Returns the table of default retries, timeouts, and polling intervals. */
export function retryTable(): string {
  const { maxAttempts, maxDelayMs, timeoutMs, attemptTimeoutMs } = settings();
  return table(
    ["behavior", "default"],
    [
      [
        "retried errors",
        `temporary network errors, attempt timeouts, ${retriedStatuses.join(", ")}, and 400 with \`EndPoint.0022\``,
      ],
      ["attempts", `${String(maxAttempts)} (\`maxAttempts\`)`],
      [
        "delay between attempts",
        `the value of \`Retry-After\`, or a random delay of up to 500 ms, 1 s, 2 s, and so on (exponential backoff with full jitter); both are capped at ${inSeconds(maxDelayMs)} (\`maxDelayMs\`)`,
      ],
      [
        "token renewal",
        "once after a 401, if `token` is a function; concurrent calls share the new token",
      ],
      [
        "timeouts",
        `${inSeconds(timeoutMs)} per call (\`timeoutMs\`) and ${inSeconds(attemptTimeoutMs)} per attempt (\`attemptTimeoutMs\`), including the body`,
      ],
      [
        "polling",
        `\`waitForVpcEndpointService\` polls every ${inSeconds(waitDefaults.intervalMs)} for up to ${inSeconds(waitDefaults.timeoutMs)}`,
      ],
      [
        "cancellation",
        "an `AbortSignal` immediately cancels a call or wait, which then rejects with your abort reason",
      ],
    ],
  );
}
