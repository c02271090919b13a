// Reviews pairs of descriptions from two public test suites, compares the results with the expected results, and prints
// a table.
//
//   npm run public-suites -w @vpcep/review -- --clones <folder> [--wrong]
//
// The `--clones` folder must contain a clone of each repository in `<owner>+<name>` or `<owner>+<name>/repo`.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { redoclyDiff } from "../../src/engine/redocly-diff.js";
import { startEngine } from "../../src/engine/redocly.js";
import { judge } from "../../src/judge.js";
import { Description } from "../../src/load/description.js";
import { publicSuites, type SuitePair } from "./public-suites.js";

const { values } = parseArgs({
  options: { clones: { type: "string" }, wrong: { type: "boolean", default: false } },
});
const { clones } = values;
if (clones === undefined)
  throw new Error("Pass --clones <folder>, the folder that contains the cloned repositories.");

function cloneOf(repository: string): string {
  const folder = join(clones ?? "", repository.replace("/", "+"));
  const found = [join(folder, "repo"), folder].find((path) => existsSync(path));
  if (found === undefined)
    throw new Error(
      `No clone of ${repository}. Run: git clone --bare https://github.com/${repository} ${folder}`,
    );
  return found;
}

const describe = (label: string, text: string): Description =>
  new Description({ label, read: (path) => (path === "api.yaml" ? text : undefined) }, "api.yaml");
const engine = startEngine();

async function judgePair({ before, after }: SuitePair) {
  const [base, head] = [describe("before", before), describe("after", after)];
  const verdicts = await redoclyDiff(base, head, engine.run).catch(() => []);
  const { verdict, changes } = judge(base, head, verdicts);
  return {
    together: verdict === "major",
    engine: verdicts.length > 0,
    found: changes
      .filter(({ level }) => level !== "patch")
      .map(({ level, rule, text }) => `${level} ${rule}: ${text}`),
  };
}

console.log(
  "| suite | judge | breaking | not breaking | risky according to the suite and reported as breaking |",
);
console.log("| --- | --- | --- | --- | --- |");
for (const { name, read } of publicSuites) {
  const judged: { pair: SuitePair; result: Awaited<ReturnType<typeof judgePair>> }[] = [];
  for (const pair of read(cloneOf)) {
    const result = await judgePair(pair);
    judged.push({ pair, result });
    const isExpected =
      pair.expected === "either" || result.together === (pair.expected === "breaking");
    if (values.wrong && !isExpected)
      console.log(`${pair.name}: expected ${pair.expected}\n    ${result.found.join("\n    ")}`);
  }
  for (const judgeName of ["together", "engine"] as const) {
    const count = (expected: string, isBreak: boolean): string => {
      const some = judged.filter(({ pair }) => pair.expected === expected);
      return `${some.filter(({ result }) => result[judgeName] === isBreak).length} of ${some.length}`;
    };
    console.log(
      `| ${name} | ${judgeName === "together" ? "this review" : "`redocly diff` alone"} | ${count("breaking", true)} | ${count("not breaking", false)} | ${count("either", true)} |`,
    );
  }
}
engine.stop();
