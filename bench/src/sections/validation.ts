import { fork } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { nextMessage } from "../next-message.js";
import { number, ratio } from "../format.js";
import { interleave } from "../interleave.js";
import { packageVersions } from "../package-versions.js";
import { bench, scratch } from "../places.js";
import { sampleBodies } from "../sample-bodies.js";
import type { Findings, Goal, Section } from "../section.js";
import { ratios, summarize } from "../statistics.js";
import { rounds } from "../trial.js";

const validators = [
  { file: "ours", label: "validate: every violation", finds: "every", ours: true },
  { file: "ours-drift", label: "validate, reporting drift", finds: "every", ours: true },
  { file: "ours-guard", label: "isVpcEndpointService", finds: "first", ours: true },
  { file: "ajv", label: "Ajv, first error", finds: "first" },
  { file: "ajv-all-errors", label: "Ajv, all errors", finds: "every" },
  { file: "zod", label: "zod", finds: "every" },
  { file: "valibot", label: "valibot", finds: "every" },
] as const;
const scenarios = [
  { set: "small", calls: 100_000, title: "11 fields, 2 ports" },
  { set: "full", calls: 20_000, title: "18 fields, 40 ports, 20 tags" },
  { set: "unknown", calls: 100_000, title: "with an undocumented value and field" },
  { set: "broken", calls: 50_000, title: "each breaks the contract once" },
] as const;
const count = rounds(25);

interface Cost {
  cpuUs: number;
}
type Costs = Map<string, Cost[]>;

const times = (costs: Costs | undefined, label: string): number[] =>
  (costs?.get(label) ?? []).map(({ cpuUs }) => cpuUs);
const perSecond = (costs: Costs | undefined, label: string): number =>
  1e6 / summarize(times(costs, label)).median;

/** Like is held against like, round by round: who names every violation, and who stops at the first. */
function judge(title: string, costs: Costs | undefined): Goal {
  const duels = [
    { finds: "every", words: "every violation", own: "validate: every violation" },
    { finds: "first", words: "yes or no", own: "isVpcEndpointService" },
  ].map(({ finds, words, own }) => {
    const best = validators
      .filter((validator) => validator.finds === finds && !("ours" in validator))
      .map(({ label }) => ({ label, slower: ratios(times(costs, label), times(costs, own)) }))
      .reduce((a, b) => (a.slower.median <= b.slower.median ? a : b));
    return { words, speed: perSecond(costs, own), best };
  });
  return {
    goal: `Ahead of all on bodies ${title}`,
    held: duels.every(({ best }) => best.slower.median > 1),
    seen: duels
      .map(
        ({ words, speed, best }) =>
          `${words}: ${number(speed)} per second; the best of the others, ${best.label}, takes ${ratio(best.slower)} the time`,
      )
      .join("; "),
  };
}

async function start(file: string, bodiesFile: string) {
  const child = fork(
    join(bench, "subjects/validate-worker.mjs"),
    [join(bench, "subjects/validators", `${file}.mjs`), bodiesFile],
    { execArgv: [] },
  );
  const verdicts = (await nextMessage(child, file)) as Record<string, boolean[]>;
  return { child, verdicts };
}

/** @throws Error when a validator does not judge as the bodies were made: then speed would mean nothing. */
function demandAgreement(label: string, verdicts: Record<string, boolean[]>): void {
  for (const [set, { valid }] of Object.entries(sampleBodies())) {
    const wrong = (verdicts[set] ?? []).filter((verdict) => verdict !== valid).length;
    if (wrong > 0) throw new Error(`${label} misjudges ${wrong} of the bodies "${set}".`);
  }
}

async function run(progress: (text: string) => void): Promise<Findings> {
  const bodiesFile = join(scratch, "bodies.json");
  await mkdir(scratch, { recursive: true });
  const sets = Object.entries(sampleBodies()).map(([name, { bodies }]) => [name, bodies] as const);
  await writeFile(bodiesFile, JSON.stringify(Object.fromEntries(sets)));
  const started: { label: string; child: ReturnType<typeof fork> }[] = [];
  const seen: Costs[] = [];
  try {
    for (const { file, label } of validators) {
      const { child, verdicts } = await start(file, bodiesFile);
      started.push({ label, child });
      demandAgreement(label, verdicts);
    }
    for (const { set, calls, title } of scenarios)
      seen.push(
        await interleave(
          started.map(({ label, child }) => ({
            name: label,
            measure: async () => {
              child.send({ set, calls });
              return (await nextMessage(child, label)) as Cost;
            },
          })),
          count,
          rounds(10),
          (round) => {
            progress(`${title}: round ${round} of ${count}`);
          },
        ),
      );
  } finally {
    for (const { child } of started) child.kill();
  }
  return {
    method: [
      "Each validator runs in a process of its own on parsed bodies; before it is measured it must judge 128 bodies (valid, with unknown values, broken in ten ways) as all the others do.",
      "Ajv compiles the contract's own schema at run time; zod and valibot have it written by hand, open enums as plain strings, which is to their advantage. Formats are annotations for all.",
      `Up to ${count} rounds in turn after ${rounds(10)} to warm up; the figure is processor time.`,
    ],
    versions: await packageVersions(["@vpcep/client", "ajv", "zod", "valibot"]),
    tables: scenarios.map(({ title }, index) => ({
      title: `Bodies ${title}`,
      columns: ["validator", "bodies per second", "µs per body", "time / ours"],
      rows: validators.map(({ label }) => [
        label,
        number(perSecond(seen[index], label)),
        number(summarize(times(seen[index], label)).median),
        ratio(ratios(times(seen[index], label), times(seen[index], validators[0].label))),
      ]),
    })),
    charts: scenarios.slice(0, 2).map(({ set, title }, index) => ({
      kind: "bars",
      file: `validation-${set}.svg`,
      title: `Bodies per second in thousands: ${title}`,
      unit: "k/s",
      bars: validators.map((validator) => ({
        label: validator.label,
        value: perSecond(seen[index], validator.label) / 1000,
        ours: "ours" in validator,
      })),
    })),
    goals: scenarios.map(({ title }, index) => judge(title, seen[index])),
    remarks: [],
  };
}

export const validation: Section = { name: "validation", title: "Validation", run };
