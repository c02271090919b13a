// Finds import cycles; `npm run lint` runs this script. Unlike ESLint's rules and knip, this check includes type-only
// imports.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";

import ts from "typescript";

/** A map from each file to the files that it imports. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** Returns the strongly connected components of the graph (Tarjan's algorithm). */
export function importCycles(graph: ImportGraph): string[][] {
  const order = new Map<string, number>();
  const open: string[] = [];
  const cycles: string[][] = [];
  const visit = (file: string): number => {
    let low = order.size;
    order.set(file, low);
    open.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (open.includes(next)) low = Math.min(low, order.get(next) ?? low);
      if (next === file) cycles.push([file]);
    }
    if (low === order.get(file)) {
      const group = open.splice(open.indexOf(file));
      if (group.length > 1) cycles.push(group);
    }
    return low;
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return cycles;
}

/** Returns the relative imports in TypeScript files, including `import type` and `import()`. */
export function importGraph(files: readonly string[], read: (file: string) => string): ImportGraph {
  const known = new Set(files);
  const importsOf = (file: string): string[] =>
    ts
      .preProcessFile(read(file), true, true)
      .importedFiles.map(({ fileName }) => fileName)
      .filter((name) => name.startsWith("."))
      .map((name) => posix.join(posix.dirname(file), name.replace(/\.js$/, ".ts")))
      .filter((name) => known.has(name));
  return new Map(files.map((file) => [file, importsOf(file)]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const list = ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts"];
  const files = execFileSync("git", list, { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter((file) => file !== "" && existsSync(join(root, file)));
  const cycles = importCycles(importGraph(files, (file) => readFileSync(join(root, file), "utf8")));
  for (const group of cycles)
    console.error(
      `Import cycle. Move what these files share to a separate file:\n  ${group.join("\n  ")}`,
    );
  process.exitCode = cycles.length === 0 ? 0 : 1;
}
