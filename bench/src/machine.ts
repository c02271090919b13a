import { readFile } from "node:fs/promises";
import { cpus, loadavg, release, totalmem, type } from "node:os";

/** The machine on which the benchmarks ran. */
export interface Machine {
  processor: string;
  cores: number;
  memoryGb: number;
  system: string;
  node: string;
  /** Load average over the previous minute, which shows whether the machine was busy with other work. */
  load: number;
}

/** Describes this machine. */
export async function describeMachine(): Promise<Machine> {
  const distribution = await readFile("/etc/os-release", "utf8").catch(() => "");
  const name = /^PRETTY_NAME="?([^"\n]+)/m.exec(distribution)?.[1];
  return {
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1e9),
    system: `${name ?? type()}, kernel ${release()}`,
    node: process.version,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}
