import { join } from "node:path";

import { root } from "./places.js";
import { mustRun } from "./run-process.js";

/** One task of a build, in an order in which they could be run by hand. */
export interface PlannedTask {
  taskId: string;
  task: string;
  package: string;
  /** Whether the cache holds it already. */
  cached: boolean;
}

interface DryRun {
  tasks: {
    taskId: string;
    task: string;
    package: string;
    command: string;
    dependencies: string[];
    cache: { status: string };
  }[];
}

/** What `npm run build` would do now in this folder, from turbo's dry run. */
export async function turboPlan(folder: string): Promise<PlannedTask[]> {
  const { stdout } = await mustRun(
    join(root, "node_modules/.bin/turbo"),
    ["run", "lint", "build", "lint:bundle", "--dry=json"],
    { cwd: folder },
  );
  const { tasks } = JSON.parse(stdout.slice(stdout.indexOf("{"))) as DryRun;
  const real = tasks.filter(({ command }) => command !== "<NONEXISTENT>");
  const ordered: PlannedTask[] = [];
  const visit = (task: DryRun["tasks"][number]): void => {
    if (ordered.some(({ taskId }) => taskId === task.taskId)) return;
    for (const name of task.dependencies) {
      const needed = real.find(({ taskId }) => taskId === name);
      if (needed) visit(needed);
    }
    const { taskId, task: script, package: owner, cache } = task;
    ordered.push({ taskId, task: script, package: owner, cached: cache.status === "HIT" });
  };
  for (const task of real) visit(task);
  // The root's lint of code is no part of the main job.
  return ordered.filter((task) => task.package !== "//");
}
