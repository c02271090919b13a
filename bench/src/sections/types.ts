import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { type Consumer, consumers, sameForAll } from "../consumers.js";
import { number, spread } from "../format.js";
import { interleave } from "../interleave.js";
import { packageVersions } from "../package-versions.js";
import { bench, scratch } from "../places.js";
import { mustRun } from "../run-process.js";
import type { Findings, Goal, Section, Table } from "../section.js";
import { summarize } from "../statistics.js";
import { rounds } from "../trial.js";

/** What one run of the compiler tells about itself. */
interface Check {
  checkMs: number;
  totalMs: number;
  instantiations: number;
  types: number;
  memoryMb: number;
}

const compilers = [
  { label: "tsc 5.9", folder: "typescript" },
  { label: "tsc 7", folder: "typescript-7" },
] as const;
const count = rounds(10);

const configuration = {
  compilerOptions: {
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    module: "nodenext",
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  },
  include: ["consumer.ts"],
};

async function writeConsumer(consumer: Consumer, place: number): Promise<string> {
  const folder = join(scratch, "types", String(place));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "consumer.ts"), consumer.source + sameForAll);
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(configuration));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }\n');
  return folder;
}

async function check(folder: string, compiler: string): Promise<Check> {
  const { stdout } = await mustRun(process.execPath, [
    join(bench, "node_modules", compiler, "bin/tsc"),
    ...["-p", folder, "--extendedDiagnostics"],
  ]);
  const figure = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(stdout)?.[1] ?? Number.NaN);
  return {
    checkMs: figure("Check time") * 1000,
    totalMs: figure("Total time") * 1000,
    instantiations: figure("Instantiations"),
    types: figure("Types"),
    memoryMb: figure("Memory used") / 1000,
  };
}

function table(label: string, checks: Map<string, Check[]>): Table {
  const all = (name: string, figure: keyof Check): number[] =>
    (checks.get(name) ?? []).map((one) => one[figure]);
  return {
    title: `The same consumer, ${label}`,
    columns: ["client", "instantiations", "types", "check, ms", "total, ms", "memory, MB"],
    rows: consumers.map(({ name }) => [
      name,
      summarize(all(name, "instantiations")).median.toLocaleString("en-US"),
      summarize(all(name, "types")).median.toLocaleString("en-US"),
      spread(summarize(all(name, "checkMs"))),
      spread(summarize(all(name, "totalMs"))),
      number(summarize(all(name, "memoryMb")).median),
    ]),
  };
}

async function run(progress: (text: string) => void): Promise<Findings> {
  const folders = await Promise.all(consumers.map(writeConsumer));
  const seen: Map<string, Check[]>[] = [];
  for (const { label, folder: compiler } of compilers)
    seen.push(
      await interleave(
        consumers.map(({ name }, place) => ({
          name,
          measure: () => check(folders[place] ?? "", compiler),
        })),
        count,
        1,
        (round) => {
          progress(`${label}: round ${round} of ${count}`);
        },
      ),
    );
  const median = (checks: Map<string, Check[]> | undefined, name: string): number =>
    summarize((checks?.get(name) ?? []).map(({ instantiations }) => instantiations)).median;
  const goals: Goal[] = compilers.map(({ label }, index) => {
    const order = consumers
      .map(({ name }) => ({ name, figure: median(seen[index], name) }))
      .sort((a, b) => a.figure - b.figure);
    return {
      goal: `Fewest instantiations, ${label}`,
      held: order[0]?.name === "@vpcep/client",
      seen: order.map(({ name, figure }) => `${name} ${figure.toLocaleString("en-US")}`).join(", "),
    };
  });
  return {
    method: [
      "Each consumer makes a client, calls the one operation, tells 404 from other failures, and reads fields of the answer; the reading part is the same text for all and holds two expected errors, so that a client whose types are any does not compile.",
      `Compiled alone with strict and skipLibCheck, up to ${count} rounds in turn per compiler; figures are the compiler's own (--extendedDiagnostics). Generated clients are source code of the user and are checked with it; packages bring declarations.`,
    ],
    versions: await packageVersions([
      ...consumers.map((consumer) => consumer.package),
      ...["openapi-fetch", "typescript", "typescript-7"],
    ]),
    tables: compilers.map(({ label }, index) =>
      table(label, seen[index] ?? new Map<string, Check[]>()),
    ),
    charts: [
      {
        kind: "bars",
        file: "types-instantiations.svg",
        title: "Type instantiations for the same consumer, tsc 5.9",
        unit: "",
        bars: consumers.map(({ name, ours }) => ({
          label: name,
          value: median(seen[0], name),
          ours: ours === true,
        })),
      },
    ],
    goals,
    remarks: [],
  };
}

export const types: Section = { name: "types", title: "Types", run };
