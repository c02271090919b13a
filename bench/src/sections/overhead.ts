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
  { mode: "in-process", atOnce: 1, calls: 2000, title: "in process, one call at a time" },
  { mode: "in-process", atOnce: 64, calls: 2000, title: "in process, 64 concurrent calls" },
  { mode: "loopback", atOnce: 1, calls: 600, title: "over loopback, one call at a time" },
  { mode: "loopback", atOnce: 64, calls: 1200, title: "over loopback, 64 concurrent calls" },
] as const;
const count = rounds(25);
const warmUps = rounds(4);

type Costs = Map<string, CallCost[]>;
const none: Costs = new Map();

const cpu = (costs: Costs, label: string): number[] =>
  (costs.get(label) ?? []).map(({ cpuUs }) => cpuUs);
const wall = (costs: Costs, label: string): number[] =>
  (costs.get(label) ?? []).map(({ wallUs }) => wallUs);

/** The ratio of two clients' processor times, calculated separately for each round. */
const against = (costs: Costs, label: string, base: string): Summary =>
  ratios(cpu(costs, label), cpu(costs, base));

function table(title: string, costs: Costs): Table {
  return {
    title: `Cost per call, ${title}`,
    columns: [
      "client",
      "retries and timeouts",
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
      ? "With 64 concurrent calls, latency is the duration of a block divided by the number of calls."
      : "Latency is the median of the block medians.",
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
      goal: "At most 1.05 times the cost of raw fetch over loopback",
      held: overFetch.median <= 1.05 && latency.median <= 1.05,
      seen: `CPU time ${ratio(overFetch)}, elapsed time ${ratio(latency)}; CPU time compared with raw fetch with a timeout ${ratio(overTimeout)}`,
    },
    {
      goal: "At most 1.6 times the cost of openapi-fetch in process",
      held: overOpenapiFetch.median <= 1.6,
      seen: `CPU ${ratio(overOpenapiFetch)}`,
    },
    {
      goal: "Faster in process than the other clients with retries and timeouts",
      held: cost(ours.label) < cost(best.label),
      seen: `${number(cost(ours.label))} µs; the fastest other client, ${best.label}: ${number(cost(best.label))} µs`,
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
      `Each client runs in its own process, sends a token of 2,048 characters, and fetches the example from the source document.`,
      `A block consists of ${scenarios[0].calls.toLocaleString("en-US")} calls in process (to a stub of fetch that creates a Response) or ${scenarios[2].calls} or ${scenarios[3].calls.toLocaleString("en-US")} calls over loopback HTTP with keep-alive (to a plain Node server in its own process); up to ${count} alternating rounds after ${warmUps} warm-up rounds.`,
      "CPU is the user and system time of the client's process, without the server.",
      "axios and the vendor's SDK use axios's HTTP adapter over loopback and its fetch adapter in process. The vendor's SDK signs each request because it doesn't support tokens.",
    ],
    versions: await packageVersions(clientSubjects.map((subject) => subject.package)),
    tables: scenarios.map(({ title }, index) => table(title, seen[index] ?? none)),
    goals: judge(seen),
    remarks: [],
  };
}

export const overhead: Section = { name: "overhead", title: "Client overhead", run };
