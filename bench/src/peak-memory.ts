import { readdirSync, readFileSync } from "node:fs";

const intervalMs = 50;

/** Parent of each process now running. */
function parents(): Map<number, number> {
  const found = new Map<number, number>();
  for (const entry of readdirSync("/proc")) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    try {
      // The program's name stands in parentheses and may hold spaces; the parent is the second field after it.
      const fields = readFileSync(`/proc/${entry}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      found.set(pid, Number(fields[1]));
    } catch {
      // It ended between the listing and the reading.
    }
  }
  return found;
}

/** Bytes resident now in a process and all below it. */
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
      // It ended.
    }
  }
  return bytes;
}

/**
 * Watches the resident memory of a process and all that it starts, every 50 ms. Pages that processes share count
 * once for each.
 */
export function peakMemory(pid: number): { stop: () => number | undefined } {
  let peak = 0;
  const look = (): void => {
    try {
      peak = Math.max(peak, residentBytes(pid));
    } catch {
      // No /proc on this system: the peak stays unknown.
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
