import { number, spread } from "../format.js";
import { packageVersions } from "../package-versions.js";
import { mustRun } from "../run-process.js";
import type { Findings, Section } from "../section.js";
import { ratios, summarize } from "../statistics.js";
import { rounds } from "../trial.js";
import { turboPlan } from "../turbo-plan.js";
import { type Clone, makeClone } from "../workspace-clone.js";

const coldRounds = rounds(4);
const warmRounds = rounds(9);

const build = async (clone: Clone): Promise<number> =>
  (await mustRun("npm", ["run", "build"], { cwd: clone.folder })).seconds;

/** Runs the tasks of `npm run build` one after another, without Turborepo. */
async function buildByHand(clone: Clone): Promise<number> {
  let seconds = 0;
  for (const task of await turboPlan(clone.folder))
    seconds += (await mustRun("npm", ["run", task.task, "-w", task.package], { cwd: clone.folder }))
      .seconds;
  return seconds;
}

async function inClone<Result>(measure: (clone: Clone) => Promise<Result>): Promise<Result> {
  const clone = await makeClone();
  try {
    return await measure(clone);
  } finally {
    await clone.remove();
  }
}

let edits = 0;
/** Makes each edit unique, so that Turborepo can't reuse a cached result. */
const comment = (sign: string) => (text: string) => `${text}${sign} edit ${(edits += 1)}\n`;

interface Edit {
  what: string;
  file: string;
  change: (text: string) => string;
  /** Whether the edit changes generated files that are committed. */
  generates: boolean;
  /** Packages whose tasks may run again after the edit. */
  dependents: "all but the rules" | readonly string[];
}

const kinds: readonly Edit[] = [
  {
    what: "a description",
    file: "openapi/components/schemas/PortMapping.yaml",
    change: (text) => text.replace("description: ", `description: Edit ${(edits += 1)}. `),
    generates: true,
    dependents: "all but the rules",
  },
  {
    what: "a schema",
    file: "openapi/components/schemas/VpcEndpointService.yaml",
    // Changing a documented limit would contradict a recorded fact, so the edit adds a limit to a field without a
    // limit.
    change: (text) =>
      text.replace(
        "  pool_id:\n    type: string\n",
        (start) => `${start}    pattern: ^.{0,${1_000 + (edits += 1)}}$\n`,
      ),
    generates: true,
    dependents: "all but the rules",
  },
  {
    what: "a rule",
    file: "packages/ruleset/src/index.js",
    change: comment("//"),
    generates: false,
    dependents: ["@vpcep/ruleset", "@vpcep/openapi"],
  },
  {
    what: "a test",
    file: "packages/client/test/get-vpc-endpoint-service.test.ts",
    change: comment("//"),
    generates: false,
    dependents: [],
  },
];

interface EditSeen {
  edit: Edit;
  generateSeconds: number | undefined;
  seconds: number;
  ran: string[];
  tooMany: string[];
}

async function tryEdit(clone: Clone, edit: Edit): Promise<EditSeen> {
  await clone.edit(edit.file, edit.change);
  const generateSeconds = edit.generates
    ? (await mustRun("npm", ["run", "generate"], { cwd: clone.folder })).seconds
    : undefined;
  const ran = (await turboPlan(clone.folder)).filter(({ cached }) => !cached);
  const allowed = (owner: string): boolean =>
    edit.dependents === "all but the rules"
      ? owner !== "@vpcep/ruleset"
      : edit.dependents.includes(owner);
  return {
    edit,
    generateSeconds,
    seconds: await build(clone),
    ran: ran.map(({ taskId }) => taskId),
    tooMany: ran.filter((task) => !allowed(task.package)).map(({ taskId }) => taskId),
  };
}

async function run(progress: (text: string) => void): Promise<Findings> {
  const cold: number[] = [];
  const byHand: number[] = [];
  for (let round = 1; round <= coldRounds; round += 1) {
    progress(`cold build: round ${round} of ${coldRounds}`);
    const own = async (): Promise<number> => cold.push(await inClone(build));
    const hand = async (): Promise<number> => byHand.push(await inClone(buildByHand));
    for (const measure of round % 2 === 1 ? [own, hand] : [hand, own]) await measure();
  }
  const warm: number[] = [];
  const edited: EditSeen[] = [];
  await inClone(async (clone) => {
    await build(clone);
    for (let round = 1; round <= warmRounds; round += 1) {
      progress(`warm build: round ${round} of ${warmRounds}`);
      warm.push(await build(clone));
    }
    for (const edit of kinds) {
      progress(`editing ${edit.what}`);
      edited.push(await tryEdit(clone, edit));
    }
  });
  const [coldSummary, handSummary, warmSummary] = [cold, byHand, warm].map(summarize);
  if (!coldSummary || !handSummary || !warmSummary)
    throw new Error("A measurement is missing. Run the section again.");
  const ratioOfCold = ratios(cold, byHand);
  return {
    method: [
      `Cold: npm run build in a clean clone, with linked third-party packages but without dist folders or a cache, compared with running the same tasks one after another with npm run; ${coldRounds} alternating rounds.`,
      `Warm: npm run build again without changes, ${warmRounds} times. Edits: one change each in a built clone, followed by npm run generate if the edit affects committed files. Turborepo's dry run shows which tasks rerun.`,
    ],
    versions: await packageVersions(["turbo", "typescript", "@redocly/cli"]),
    tables: [
      {
        title: "Build times, seconds",
        columns: ["build", "median (quartiles)"],
        rows: [
          ["cold, npm run build", spread(coldSummary)],
          ["cold, tasks one after another", spread(handSummary)],
          ["warm, npm run build", spread(warmSummary)],
        ],
      },
      {
        title: "Builds after one edit",
        columns: ["edited part", "generate, s", "build, s", "tasks that ran"],
        rows: edited.map(({ edit, generateSeconds, seconds, ran }) => [
          edit.what,
          generateSeconds === undefined ? "–" : number(generateSeconds),
          number(seconds),
          ran.map((task) => task.replace("@vpcep/", "")).join(", ") || "none",
        ]),
      },
    ],
    goals: [
      {
        goal: "A cold build is no slower than running the tasks one after another",
        held: ratioOfCold.median <= 1,
        seen: `${number(coldSummary.median)} s compared with ${number(handSummary.median)} s (${ratioOfCold.median.toFixed(2)}×)`,
      },
      {
        goal: "A warm build takes at most one second",
        held: warmSummary.median <= 1,
        seen: `${spread(warmSummary)} s`,
      },
      {
        goal: "After an edit, only dependent tasks rerun",
        held: edited.every(({ tooMany }) => tooMany.length === 0),
        seen:
          edited
            .filter(({ tooMany }) => tooMany.length > 0)
            .map(({ edit, tooMany }) => `${edit.what}: ${tooMany.join(", ")} reran unnecessarily`)
            .join("; ") || "no unnecessary tasks",
      },
    ],
    remarks: [],
  };
}

export const pipeline: Section = { name: "pipeline", title: "Build pipeline", run };
