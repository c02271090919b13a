// Reviews all catalog pairs and prints the results of the engine alone, of our comparison alone, and of both combined.
import { startEngine } from "../../src/engine/redocly.js";
import { measureCatalogue } from "./measure-catalogue.js";
import { readCatalogue } from "./read-catalogue.js";

const pairs = readCatalogue();
const engine = startEngine();
const start = performance.now();
const both = await measureCatalogue(pairs, engine);
engine.stop();
const alone = await measureCatalogue(pairs, undefined);
if (process.argv.includes("--wrong"))
  for (const [name, all] of [
    ["own", alone],
    ["both", both],
  ] as const)
    for (const one of all)
      if (!one.isLevelRight || !one.isChangeFound)
        console.log(
          `${name}: ${one.pair.name}: wanted ${one.pair.level} ${JSON.stringify(one.pair.change)}, got ${one.level}\n  ${one.changes.join("\n  ")}\n  engine: ${one.engine.map((v) => `${v.rule} ${v.message}`).join("; ")}`,
        );

const breaking = pairs.filter(({ level }) => level === "major").length;
const same = pairs.filter(({ level }) => level === "none" || level === "patch").length;
console.log(`${pairs.length} pairs: ${breaking} breaking, ${same} without semantic changes.`);
const row = (name: string, isBreak: (index: number) => boolean): void => {
  const caught = pairs.filter(({ level }, index) => level === "major" && isBreak(index)).length;
  const invented = pairs.filter(({ level }, index) => level !== "major" && isBreak(index)).length;
  console.log(
    `${name}: breaking changes found: ${caught} of ${breaking}, false positives: ${invented} of ${pairs.length - breaking}`,
  );
};
row("redocly diff alone", (index) => (both[index]?.engine.length ?? 0) > 0);
row("our comparison alone", (index) => alone[index]?.level === "major");
row("together", (index) => both[index]?.level === "major");
const right = both.filter((one) => one.isLevelRight && one.isChangeFound).length;
console.log(
  `together: expected level, change, and location for ${right} of ${pairs.length}; ${Math.round(performance.now() - start)} ms.`,
);
