import { mustRun } from "./run-process.js";

/** A build task. Each task is listed after the tasks that it depends on. */
export interface PlannedTask {
  taskId: string;
  task: string;
  package: string;
  /** Whether the task's result is cached. */
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

/** Returns the tasks that `npm run build` would run in this folder, according to Turborepo's dry run. */
export async function turboPlan(folder: string): Promise<PlannedTask[]> {
  // scripts/turbo.cjs sets an environment variable that is part of the cache keys.
  const { stdout } = await mustRun(
    process.execPath,
    ["scripts/turbo.cjs", "run", "lint", "build", "lint:bundle", "--dry=json"],
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
  // Omit the root tasks, because they lint the code and `npm run build` doesn't run them.
  return ordered.filter((task) => task.package !== "//");
}
