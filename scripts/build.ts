// npm run build: lints the contract, builds every package, and prints a table of the build output.
// If linting fails, the build doesn't start, so dist/ keeps the last valid output. Because linting is a separate step,
// a change to the lint rules doesn't trigger a rebuild.
import { readFile, readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { runTurbo, type TaskReport } from "./run-turbo.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The build output files, and the tasks that create them. */
const artifacts = [
  { made: "contract, YAML", file: "openapi/dist/openapi.yaml", task: "@vpcep/openapi#build" },
  { made: "contract, JSON", file: "openapi/dist/openapi.json", task: "@vpcep/openapi#build" },
  { made: "types", file: "packages/types/dist/index.d.ts", task: "@vpcep/types#build" },
  { made: "client", file: "packages/client/dist/index.js", task: "@vpcep/client#build" },
  { made: "mock", file: "packages/mock/dist/index.js", task: "@vpcep/mock#build" },
  { made: "docs", file: "packages/docs/dist/index.html", task: "@vpcep/docs#build" },
] as const;

const started = performance.now();
const showProgress = process.stdout.isTTY && process.env["CI"] === undefined;

const reports: TaskReport[] = [];
for (const [doing, tasks] of [
  ["Linting the contract", ["lint"]],
  ["Building", ["build", "lint:bundle"]],
] as const) {
  if (showProgress) process.stdout.write(`${doing} … `);
  const run = await runTurbo(root, tasks);
  if (showProgress) process.stdout.write(run.code === 0 ? "done\n" : "failed\n");
  if (run.code !== 0) process.exit(run.code);
  reports.push(...run.reports);
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** Returns the total size of all files in a folder, in bytes. */
async function folderSize(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

function duration(taskId: string): string {
  const report = reports.find((candidate) => candidate.taskId === taskId);
  if (report?.execution === undefined) return "?";
  if (report.cache.status === "HIT") return "cached";
  return `${((report.execution.endTime - report.execution.startTime) / 1000).toFixed(1)} s`;
}

const rows = [["output", "file", "size", "gzipped", "folder", "time"]];
for (const { made, file, task } of artifacts) {
  const content = await readFile(join(root, file));
  rows.push([
    made,
    file,
    kilobytes(content.length),
    kilobytes(gzipSync(content).length),
    kilobytes(await folderSize(join(root, dirname(file)))),
    duration(task),
  ]);
}
const widths =
  rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
for (const row of rows) {
  const cells = row.map((cell, column) =>
    column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
  );
  console.log(cells.join("  ").trimEnd());
}
const hits = reports.filter((report) => report.cache.status === "HIT").length;
console.log(
  `\n${reports.length} tasks, ${hits} from the cache, ${((performance.now() - started) / 1000).toFixed(1)} s`,
);
