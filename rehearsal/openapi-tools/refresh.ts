// Runs all tools and writes openapi/INTEROPERABILITY.md: npm run interoperability [package …].
// If package names are given, the script runs only those tools and prints their answers. Needs a build.
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { startMock } from "@vpcep/mock";

import { installRehearsal } from "../install.js";
import { generatorTools } from "./generators.js";
import { serverTools } from "./servers.js";
import { interoperabilityPage, type Row } from "./table.js";
import { askTool, folder } from "./tool.js";
import { viewerTools } from "./viewers.js";

const tools = [...generatorTools, ...serverTools, ...viewerTools];
const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? tools : tools.filter((tool) => wanted.includes(tool.package));
if (chosen.length === 0) {
  console.error(`Unknown tool. The tools are ${tools.map((tool) => tool.package).join(", ")}.`);
  process.exit(2);
}

await installRehearsal(folder);
const mock = await startMock({ port: 0 });
try {
  const rows: Row[] = [];
  for (const tool of chosen) {
    const answers = await askTool(tool, { mock: mock.url });
    const said = Object.entries(answers).map(
      ([question, { holds, note }]) =>
        `${question} ${holds ? "yes" : "no"}${note ? ` (${note})` : ""}`,
    );
    console.log(`${tool.name ?? tool.package}: ${said.join(", ")}`);
    rows.push({ tool, answers });
  }
  if (wanted.length === 0) {
    // Lists the required tools first.
    rows.sort(
      (a, b) => Number((b.tool.gates ?? []).length > 0) - Number((a.tool.gates ?? []).length > 0),
    );
    const file = join(dirname(dirname(folder)), "openapi/INTEROPERABILITY.md");
    const date = new Date().toISOString().slice(0, 10);
    await writeFile(file, await interoperabilityPage(rows, date));
    console.log(`Wrote ${file}`);
  }
} finally {
  await mock.close();
}
