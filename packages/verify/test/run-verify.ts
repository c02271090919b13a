import { verify } from "../src/verify.js";

export interface Run {
  code: number;
  out: string;
  err: string;
}

/** Runs the command in this process, as if on a machine without a terminal. */
export async function runVerify(
  args: readonly string[],
  env: Record<string, string> = { VPCEP_TOKEN: "mock-token" },
  stdin?: AsyncIterable<string>,
): Promise<Run> {
  const run = { code: 0, out: "", err: "" };
  run.code = await verify(args, {
    env,
    stdin,
    write: (text) => (run.out += text),
    writeError: (text) => (run.err += text),
    writeProgress: undefined,
    paint: (_, text) => text,
  });
  return run;
}
