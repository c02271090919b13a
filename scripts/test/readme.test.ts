// Checks that the README code compiles, that the first example runs, and that commands and link targets exist.
import { execFile } from "node:child_process";
import { access, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { describe, expect, test } from "@jest/globals";
import ts from "typescript";
import { startMock } from "@vpcep/mock";

import { readCodeBlocks } from "./read-code-blocks.js";

const run = promisify(execFile);
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const read = (file: string): Promise<string> => readFile(join(root, file), "utf8");

const { stdout: tracked } = await run("git", ["ls-files", "*.md"], { cwd: root });
const documents = tracked
  .split("\n")
  .filter(
    (file) => file !== "" && !file.endsWith("CHANGELOG.md") && !file.startsWith(".changeset/"),
  );
const texts = new Map(
  await Promise.all(documents.map(async (file) => [file, await read(file)] as const)),
);
const manifest = JSON.parse(await read("package.json")) as { scripts: Record<string, string> };

describe.each(documents.filter((file) => file.endsWith("README.md")))("%s", (file) => {
  const blocks = readCodeBlocks(texts.get(file) ?? "").filter((block) => block.language === "ts");

  test("the TypeScript examples compile", async () => {
    const folder = join(root, ".tmp", `readme-${file.replaceAll(/\W/g, "-")}`);
    await mkdir(folder, { recursive: true });
    try {
      const files = await Promise.all(
        blocks.map(async (block) => {
          const path = join(folder, `line-${block.line}.mts`);
          await writeFile(path, `${block.text}\nexport {};\n`);
          return path;
        }),
      );
      const program = ts.createProgram(files, {
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        skipLibCheck: true,
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.NodeNext,
        moduleResolution: ts.ModuleResolutionKind.NodeNext,
        types: ["node"],
      });
      const complaints = ts
        .getPreEmitDiagnostics(program)
        .map(
          (found) =>
            `${found.file?.fileName.replace(folder, "") ?? ""}: ${ts.flattenDiagnosticMessageText(found.messageText, "\n")}`,
        );
      expect(complaints).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

test("the first example in README.md prints the output shown below it", async () => {
  const blocks = readCodeBlocks(texts.get("README.md") ?? "");
  const at = blocks.findIndex((block) => block.language === "ts");
  const example = blocks[at]?.text ?? "";
  expect(example).toContain('region: "eu-de"');
  const mock = await startMock();
  const file = join(root, ".tmp/readme-example.mjs");
  try {
    await mkdir(dirname(file), { recursive: true });
    const code = example.replace('region: "eu-de"', `baseUrl: ${JSON.stringify(mock.url)}`);
    await writeFile(
      file,
      ts.transpile(code, { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }),
    );
    const { stdout } = await run(process.execPath, [file], {
      env: { ...process.env, VPCEP_TOKEN: "mock-token" },
    });
    expect(stdout).toBe(blocks[at + 1]?.text);
  } finally {
    await rm(file, { force: true });
    await mock.close();
  }
});

test.each(documents)("the npm scripts mentioned in %s exist", (file) => {
  const named = [
    ...(texts.get(file) ?? "").matchAll(/(?:^|`|&& |\$ )npm run ([\w:-]+)(?! -w)(?!.* -w @)/gm),
  ].map((match) => match[1] ?? "");
  expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

// Links in the guide are relative to the generated site and are checked in packages/docs.
const pages = documents.filter((file) => !file.startsWith("packages/docs/guide/"));

test.each(pages)("the local links in %s point to existing files", async (file) => {
  const targets = [...(texts.get(file) ?? "").matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
    (match) => match[1] ?? "",
  );
  const missing: string[] = [];
  for (const target of targets) {
    await access(join(root, dirname(file), target)).catch(() => missing.push(target));
  }
  expect(missing).toEqual([]);
});
