import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { number, spread } from "../format.js";
import { type Contract, growContract } from "../grow-contract.js";
import { interleave } from "../interleave.js";
import { packageVersions } from "../package-versions.js";
import { contract, root, scratch } from "../places.js";
import { runProcess } from "../run-process.js";
import type { Findings, Section } from "../section.js";
import { growthExponent, summarize } from "../statistics.js";
import { rounds, trial } from "../trial.js";

const count = rounds(3);
const patienceMs = 180_000;
/** Returns the label for the `--quick` runs with the same contract size. */
const quick = (label: string): string => `${label}, --quick`;

interface Size {
  label: string;
  operations: number;
  /** Whether to remove descriptions and examples, which reduces our contract to 10 kB. */
  bare?: boolean;
}
const sizes: readonly Size[] = [
  { label: "10 kB", operations: 1, bare: true },
  { label: "1 MB", operations: 91 },
  ...(trial ? [] : [{ label: "10 MB", operations: 940 }]),
];

/** Removes descriptions and examples, but keeps properties and headers that have a name such as `description`. */
function withoutProse(node: unknown, names = false): unknown {
  if (Array.isArray(node)) return node.map((item: unknown) => withoutProse(item));
  if (typeof node !== "object" || node === null) return node;
  const prose = ["description", "example", "examples", "title", "summary", "x-enumDescriptions"];
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => names || !prose.includes(key))
      .map(([key, value]) => [key, withoutProse(value, key === "properties" || key === "headers")]),
  );
}

/** Makes three changes to the last operation: a breaking change, an addition, and a wording change. */
function changed(base: Contract): Contract {
  const head = structuredClone(base);
  const schemas = head.components["schemas"] ?? {};
  const name = Object.keys(schemas).findLast((key) => key.startsWith("VpcEndpointService")) ?? "";
  const schema = schemas[name] as {
    required: string[];
    properties: Record<string, unknown>;
  };
  schema.required = schema.required.filter((field) => field !== "pool_id");
  delete schema.properties["pool_id"];
  schema.properties["connection_count"] = {
    type: "integer",
    description: "How many endpoints are connected. Absent in early editions.",
    examples: [3],
  };
  Object.assign(schemas[name] ?? {}, { description: "Reworded." });
  return head;
}

interface Judged {
  seconds: number;
  memoryMb: number;
  code: number;
}

async function writePair({ label, operations, bare }: Size) {
  const bundled = JSON.parse(await readFile(contract, "utf8")) as Contract;
  const small = bare === true ? (withoutProse(bundled) as Contract) : bundled;
  const base = growContract(small, operations);
  const folder = join(scratch, "review", label.replace(" ", "-"));
  await mkdir(folder, { recursive: true });
  const files = { base: join(folder, "base.json"), head: join(folder, "head.json") };
  await writeFile(files.base, JSON.stringify(base));
  await writeFile(files.head, JSON.stringify(changed(base)));
  return { ...files, bytes: JSON.stringify(base).length };
}

async function judge(base: string, head: string, ...more: readonly string[]): Promise<Judged> {
  const run = await runProcess(
    "npm",
    [
      "run",
      "--silent",
      "review",
      "--",
      "--base",
      base,
      "--head",
      head,
      "--format",
      "json",
      ...more,
    ],
    { cwd: root, timeoutMs: patienceMs },
  );
  return {
    seconds: run.seconds,
    memoryMb: run.memoryMb ?? Number.NaN,
    code: run.timedOut ? -1 : run.code,
  };
}

async function run(progress: (text: string) => void): Promise<Findings> {
  const pairs = await Promise.all(
    sizes.map(async (size) => ({ size, ...(await writePair(size)) })),
  );
  const seen = await interleave(
    pairs.flatMap(({ size: { label }, base, head }) =>
      [[label], [quick(label), "--quick"] as const].map(([name = "", ...more]) => ({
        name,
        measure: () => {
          progress(`reviewing ${name}`);
          return judge(base, head, ...more);
        },
      })),
    ),
    count,
    0,
    undefined,
    // The time limit is long enough for three rounds with the largest contract.
    (3 * patienceMs) / 1000,
  );
  const of = (label: string): Judged[] => seen.get(label) ?? [];
  const seconds = (label: string): number => summarize(of(label).map((one) => one.seconds)).median;
  const memory = (label: string): number => summarize(of(label).map((one) => one.memoryMb)).median;
  // For contracts larger than 4 MB, the review doesn't check types or examples, so only `--quick` runs are comparable.
  const large = pairs
    .slice(1)
    .map(({ size, bytes }) => [bytes, seconds(quick(size.label))] as [number, number]);
  const ended = pairs.some(({ size }) => of(size.label).some(({ code }) => code === -1));
  const outcome = (code: number): string =>
    code === 1
      ? "breaking change found"
      : code === -1
        ? "stopped after three minutes"
        : `exit code ${code}`;
  return {
    method: [
      "npm run review compares the bundled contract, enlarged to the given size, with a copy whose last operation has a removed property, a new property, and a changed description. For 10 kB, the contract is reduced by removing descriptions and examples. The review must find the breaking change (exit code 1).",
      `Each contract is reviewed with and without --quick. With --quick, the review doesn't examine the effects on types, examples, and provenance facts. Above 4 MB, the review always skips types and examples, so growth is measured with --quick.`,
      `The measurements run in up to ${count} alternating rounds. The time includes the startup of npm and tsx. Memory is the peak resident memory of all processes.`,
    ],
    versions: await packageVersions(["@redocly/cli", "typescript"]),
    tables: [
      {
        title: "Duration and memory use of one review",
        columns: [
          "contract size",
          "operations",
          "seconds",
          "seconds with --quick",
          "memory, MB",
          "outcome",
        ],
        rows: pairs.map(({ size, bytes }) => [
          `${size.label} (${number(bytes / 1000)} kB)`,
          String(size.operations),
          spread(summarize(of(size.label).map((one) => one.seconds))),
          spread(summarize(of(quick(size.label)).map((one) => one.seconds))),
          number(memory(size.label)),
          [...new Set(of(size.label).map(({ code }) => outcome(code)))].join(", "),
        ]),
      },
    ],
    goals: [
      {
        goal: "The breaking change is found at every size",
        held: pairs.every(({ size }) => of(size.label).every(({ code }) => code === 1)),
        seen: pairs
          .map(
            ({ size }) =>
              `${size.label}: ${[...new Set(of(size.label).map(({ code }) => outcome(code)))].join(", ")}`,
          )
          .join("; "),
      },
      {
        goal: "The duration grows at most linearly from 1 MB to 10 MB",
        held: large.length < 2 || ended ? undefined : growthExponent(large) <= 1.1,
        seen:
          large.length < 2
            ? "trial runs skip 10 MB"
            : ended
              ? "a review timed out"
              : `exponent ${growthExponent(large).toFixed(2)} (1 is linear)`,
      },
    ],
    remarks: [],
  };
}

export const review: Section = { name: "review", title: "Contract review", run };
