import { verify } from "../src/verify.js";

export interface Run {
  code: number;
  out: string;
  err: string;
  /** The requested pauses between attempts, in milliseconds. The tests record the pauses but do not wait. */
  pauses: number[];
}

/** Runs the `verify` command in the test process, without a terminal. */
export async function runVerify(
  args: readonly string[],
  env: Record<string, string> = { VPCEP_TOKEN: "mock-token" },
  { stdin, workflows }: { stdin?: AsyncIterable<string>; workflows?: string } = {},
): Promise<Run> {
  const run: Run = { code: 0, out: "", err: "", pauses: [] };
  run.code = await verify(args, {
    env,
    stdin,
    write: (text) => (run.out += text),
    writeError: (text) => (run.err += text),
    writeProgress: undefined,
    paint: (_, text) => text,
    sleep: (ms) => Promise.resolve(run.pauses.push(ms)),
    ...(workflows !== undefined && { workflows }),
  });
  return run;
}
