import { number, spread } from "../format.js";
import { root } from "../places.js";
import { mustRun } from "../run-process.js";
import type { Findings, Goal, Section } from "../section.js";
import { summarize } from "../statistics.js";
import { rounds } from "../trial.js";

const runs = rounds(5);

/** Goals for the median times, in milliseconds. The other metrics have no goals. */
const goals: readonly { figure: RegExp; ms: number }[] = [
  { figure: /next frame/, ms: 200 },
  { figure: /^npm start/, ms: 2_000 },
];

function judge(figures: ReadonlyMap<string, number[]>): Goal[] {
  return [...figures].flatMap(([name, values]) => {
    const goal = goals.find(({ figure }) => figure.test(name));
    if (goal === undefined) return [];
    const { median } = summarize(values);
    return [
      {
        goal: `${name}: at most ${number(goal.ms)}`,
        held: median <= goal.ms,
        seen: number(median),
      },
    ];
  });
}

async function run(progress: (text: string) => void): Promise<Findings> {
  progress("running the docs measure command");
  const { stdout } = await mustRun(
    "npm",
    ["run", "--silent", "measure", "-w", "@vpcep/docs", "--", "--no-lighthouse", "--json"],
    { cwd: root, env: { RUNS: String(runs) }, timeoutMs: 1_200_000 },
  );
  const figures = new Map(Object.entries(JSON.parse(stdout) as Record<string, number[]>));
  return {
    method: [
      `The table shows the medians and quartiles of ${runs} runs. Controls are measured in a window of 390 × 844 px with 4× CPU slowdown.`,
      "Next frame: the duration of the longest event that the browser reports for a click, from the input to the next paint.",
    ],
    versions: {},
    tables: [
      {
        title: "Response times in the docs",
        columns: ["metric", "median"],
        rows: [...figures].map(([name, values]) => [name, spread(summarize(values))]),
      },
    ],
    goals: judge(figures),
    remarks: [],
  };
}

export const waiting: Section = { name: "waiting", title: "Documentation response times", run };
