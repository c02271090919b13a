import { type CallCost, startAnswerServer, startCallProcess } from "../call-process.js";
import {
  clientSubjects,
  openapiFetch,
  ours,
  rawFetch,
  rawFetchWithTimeout,
} from "../client-subjects.js";
import { number, ratio } from "../format.js";
import { interleave } from "../interleave.js";
import { packageVersions } from "../package-versions.js";
import { printedBody } from "../printed-body.js";
import type { Findings, Goal, Section, Table } from "../section.js";
import { ratios, type Summary, summarize } from "../statistics.js";
import { rounds } from "../trial.js";

const scenarios = [
  { mode: "in-process", atOnce: 1, calls: 2000, title: "in process, one at a time" },
  { mode: "in-process", atOnce: 64, calls: 2000, title: "in process, 64 at once" },
  { mode: "loopback", atOnce: 1, calls: 600, title: "over loopback, one at a time" },
  { mode: "loopback", atOnce: 64, calls: 1200, title: "over loopback, 64 at once" },
] as const;
const count = rounds(25);
const warmUps = rounds(4);

type Costs = Map<string, CallCost[]>;
const none: Costs = new Map();

const cpu = (costs: Costs, label: string): number[] =>
  (costs.get(label) ?? []).map(({ cpuUs }) => cpuUs);
const wall = (costs: Costs, label: string): number[] =>
  (costs.get(label) ?? []).map(({ wallUs }) => wallUs);

/** Ratio of the processor times of two clients, computed within each round. */
const against = (costs: Costs, label: string, base: string): Summary =>
  ratios(cpu(costs, label), cpu(costs, base));

function table(title: string, costs: Costs): Table {
  return {
    title: `Per call, ${title}`,
    columns: [
      "client",
      "retries, timeouts",
      "CPU µs",
      "latency µs",
      "CPU / raw fetch",
      "CPU / openapi-fetch",
    ],
    rows: clientSubjects.map(({ label, retries, timeouts }) => [
      label,
      retries && timeouts ? "both" : retries ? "retries" : timeouts ? "timeouts" : "–",
      number(summarize(cpu(costs, label)).median),
      number(
        summarize(
          title.includes("64")
            ? wall(costs, label)
            : (costs.get(label) ?? []).map(({ medianUs }) => medianUs),
        ).median,
      ),
      ratio(against(costs, label, rawFetch.label)),
      ratio(against(costs, label, openapiFetch.label)),
    ]),
    note: title.includes("64")
      ? "Latency with 64 at once is the time of the block divided by its calls."
      : "Latency is the median of the calls of a block, then of the blocks.",
  };
}

function judge(seen: readonly Costs[]): Goal[] {
  const [inProcess, , loopback] = seen;
  if (inProcess === undefined || loopback === undefined) return [];
  const overFetch = against(loopback, ours.label, rawFetch.label);
  const latency = ratios(wall(loopback, ours.label), wall(loopback, rawFetch.label));
  const overTimeout = against(loopback, ours.label, rawFetchWithTimeout.label);
  const overOpenapiFetch = against(inProcess, ours.label, openapiFetch.label);
  const rivals = clientSubjects.filter(
    (subject) => subject.retries && subject.timeouts && subject.ours !== true,
  );
  const cost = (label: string): number => summarize(cpu(inProcess, label)).median;
  const best = rivals.reduce((a, b) => (cost(a.label) <= cost(b.label) ? a : b));
  return [
    {
      goal: "Over loopback at most 1.05 times raw fetch",
      held: overFetch.median <= 1.05 && latency.median <= 1.05,
      seen: `CPU ${ratio(overFetch)}, time ${ratio(latency)}; against raw fetch with a timeout, CPU ${ratio(overTimeout)}`,
    },
    {
      goal: "In process at most 1.2 times bare openapi-fetch",
      held: overOpenapiFetch.median <= 1.2,
      seen: `CPU ${ratio(overOpenapiFetch)}`,
    },
    {
      goal: "In process ahead of every peer with retries and timeouts",
      held: cost(ours.label) < cost(best.label),
      seen: `${number(cost(ours.label))} µs; the best of them, ${best.label}: ${number(cost(best.label))} µs`,
    },
  ];
}

async function run(progress: (text: string) => void): Promise<Findings> {
  const bodyFile = await printedBody();
  const seen: Costs[] = [];
  for (const { mode, atOnce, calls, title } of scenarios) {
    const server = await startAnswerServer(bodyFile);
    const started = [];
    try {
      for (const subject of clientSubjects)
        started.push({
          name: subject.label,
          process: await startCallProcess(subject, mode, server.url, bodyFile),
        });
      const subjects = started.map(({ name, process }) => ({
        name,
        measure: () => process.measure(calls, atOnce),
      }));
      seen.push(
        await interleave(subjects, count, warmUps, (round) => {
          progress(`${title}: round ${round} of ${count}`);
        }),
      );
    } finally {
      for (const { process } of started) process.stop();
      server.stop();
    }
  }
  return {
    method: [
      `Each client runs in a process of its own and fetches the contract's printed example with a token of 2,048 characters.`,
      `A block is ${scenarios[0].calls.toLocaleString("en-US")} calls in process (a stub of fetch that makes a Response), ${scenarios[2].calls} or ${scenarios[3].calls.toLocaleString("en-US")} over loopback HTTP with keep-alive (a plain Node server in its own process); up to ${count} rounds of blocks in turn after ${warmUps} rounds to warm up.`,
      "CPU is user and system time of the client's process; the server's is not counted.",
      "axios and the vendor's SDK use their own HTTP adapter over loopback and axios' fetch adapter in process; the vendor's SDK signs each request, since it knows no tokens.",
    ],
    versions: await packageVersions(clientSubjects.map((subject) => subject.package)),
    tables: scenarios.map(({ title }, index) => table(title, seen[index] ?? none)),
    goals: judge(seen),
    remarks: [],
  };
}

export const overhead: Section = { name: "overhead", title: "Client overhead", run };
