import { readdirSync, readFileSync } from "node:fs";

const intervalMs = 50;

/** Maps each running process to its parent process. */
function parents(): Map<number, number> {
  const found = new Map<number, number>();
  for (const entry of readdirSync("/proc")) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    try {
      // The process name is in parentheses and may contain spaces. The second field after the name is the parent's
      // process ID.
      const fields = readFileSync(`/proc/${entry}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      found.set(pid, Number(fields[1]));
    } catch {
      // The process has exited.
    }
  }
  return found;
}

/** Resident memory of a process and its descendants, in bytes. */
function residentBytes(pid: number): number {
  const parentOf = parents();
  const below = (candidate: number): boolean => {
    for (let at: number | undefined = candidate; at !== undefined && at > 1; at = parentOf.get(at))
      if (at === pid) return true;
    return false;
  };
  let bytes = 0;
  for (const candidate of parentOf.keys()) {
    if (!below(candidate)) continue;
    try {
      const pages = Number(readFileSync(`/proc/${candidate}/statm`, "utf8").split(" ")[1]);
      bytes += pages * 4096;
    } catch {
      // The process has exited.
    }
  }
  return bytes;
}

/**
 * Measures the resident memory of a process and its descendants every 50 ms. Shared memory pages are counted once per
 * process.
 */
export function peakMemory(pid: number): { stop: () => number | undefined } {
  let peak = 0;
  const look = (): void => {
    try {
      peak = Math.max(peak, residentBytes(pid));
    } catch {
      // This system has no /proc, so the peak is unknown.
    }
  };
  const timer = setInterval(look, intervalMs);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      return peak === 0 ? undefined : Math.round(peak / 1e6);
    },
  };
}
