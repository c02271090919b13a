// Runs the given sections (default: all sections), and then writes `RESULTS.md` from the latest results of all
// sections. Run `npm run build` before this script. The first run installs the pinned libraries in
// `bench/node_modules`. With `--trial`, the script runs fewer rounds and doesn't change the committed results.
import { mkdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";

import { format } from "prettier";

import { describeMachine } from "./machine.js";
import { output, root } from "./places.js";
import { preparePeers } from "./prepare-peers.js";
import { showProgress } from "./progress.js";
import { writeReport } from "./write-report.js";
import type { Section, SectionResult } from "./section.js";
import { sections } from "./sections.js";

const asked = process.argv.slice(2).filter((argument) => argument !== "--trial");
const names = sections.map(({ name }) => name);
const unknown = asked.filter((name) => !names.includes(name) && name !== "report");
if (unknown.length > 0) {
  console.error(
    `Unknown section: ${unknown.join(", ")}. The sections are ${names.join(", ")}. "report" writes RESULTS.md without running a section.`,
  );
  process.exit(1);
}

async function measure(section: Section): Promise<void> {
  const progress = showProgress(section.name);
  const machine = await describeMachine();
  const measuredAt = `${new Date().toISOString().slice(0, 16)}Z`;
  const started = performance.now();
  try {
    const findings = await section.run(progress.say);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const { name, title } = section;
    const result: SectionResult = { name, title, measuredAt, seconds, machine, ...findings };
    await mkdir(join(output, "results"), { recursive: true });
    await writeFile(
      join(output, "results", `${name}.json`),
      await format(JSON.stringify(result), { parser: "json", printWidth: 100 }),
    );
    const held = findings.goals.filter((goal) => goal.held === true).length;
    progress.end(`${seconds} s, ${held} of ${findings.goals.length} goals met`);
  } catch (error) {
    // A failed section keeps its previous result, and the run continues with the next section.
    progress.end(`failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

const chosen = sections.filter(({ name }) => asked.length === 0 || asked.includes(name));
if (chosen.length > 0) {
  const preparing = showProgress("peers");
  await preparePeers(preparing.say);
  preparing.end("ready");
}
for (const section of chosen) await measure(section);
const report = await writeReport(names);
console.log(`\n${relative(root, report)}`);
