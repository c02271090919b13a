import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { format } from "prettier";

import { bench, output } from "./places.js";
import type { Goal, SectionResult, Table } from "./section.js";

const verdicts = new Map([
  [true, "held"],
  [false, "**not held**"],
  [undefined, "not measured"],
]);

const cell = (text: string): string => text.replaceAll("|", "\\|");
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;

function table({ title, columns, rows, note }: Table): string {
  const lines = [
    row(columns),
    row(columns.map((_, column) => (column === 0 ? "---" : "---:"))),
    ...rows.map(row),
  ];
  return `**${title}**\n\n${lines.join("\n")}\n${note === undefined ? "" : `\n${note}\n`}`;
}

function goals(list: readonly Goal[]): string {
  return [
    row(["Goal", "Verdict", "Seen"]),
    "| --- | --- | --- |",
    ...list.map(({ goal, held, seen }) => row([goal, verdicts.get(held) ?? "", seen])),
  ].join("\n");
}

function section(result: SectionResult, place: number, remarks: readonly string[]): string {
  const { machine } = result;
  const versions = Object.entries(result.versions).map(([name, version]) => `${name} ${version}`);
  return [
    `## ${place}. ${result.title}`,
    goals(result.goals),
    ...result.tables.map(table),
    [...remarks, ...result.remarks].map((remark) => `- ${remark}`).join("\n"),
    `**How it was measured.** ${result.method.join(" ")}`,
    `_Measured ${result.measuredAt} in ${Math.round(result.seconds)} s on ${machine.processor}, ${machine.cores} cores, ` +
      `${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}; load average before: ${machine.load}._`,
    versions.length === 0 ? "" : `_Versions: ${versions.join(", ")}._`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function summary(results: readonly SectionResult[]): string {
  return [
    row(["Section", "Goal", "Verdict"]),
    "| --- | --- | --- |",
    ...results.flatMap(({ title, goals: list }) =>
      list.map(({ goal, held }) => row([title, goal, verdicts.get(held) ?? ""])),
    ),
  ].join("\n");
}

const opening = `# Measured side by side

Written by \`npm run bench\`; every figure was measured, none is a promise. Subjects of a comparison take turns
(A B A B …), so that a busy minute of the machine cannot favour one; a ratio is taken within each round, and the
report prints the median with the quartiles in brackets. Peers are pinned in \`bench/package.json\` and used as their
own READMEs say. How to run it, and what a section does: [README.md](README.md).
`;

/** Writes RESULTS.md from what the sections left in `results/`. Sections keep the order given. */
export async function writeReport(order: readonly string[]): Promise<string> {
  const results: SectionResult[] = [];
  for (const name of order) {
    const text = await readFile(join(output, "results", `${name}.json`), "utf8").catch(() => "");
    if (text !== "") results.push(JSON.parse(text) as SectionResult);
  }
  const remarks = JSON.parse(await readFile(join(bench, "remarks.json"), "utf8")) as Record<
    string,
    string[] | undefined
  >;
  const parts = results.map((result) =>
    section(result, order.indexOf(result.name) + 1, remarks[result.name] ?? []),
  );
  const text = `${opening}\n${summary(results)}\n\n${parts.join("\n\n")}\n`;
  const target = join(output, "RESULTS.md");
  await writeFile(target, await format(text, { parser: "markdown", printWidth: 100 }));
  return target;
}
