import { spawn } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";

export interface RunningProcess {
  /** Returns the output that the process has written so far. */
  output(): string;
  /** Stops the process and waits until it exits. */
  stop(): Promise<void>;
}

/** Finds a free port on 127.0.0.1. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

/**
 * Starts a Node program and waits until it is ready.
 *
 * @param isReady a function that is called repeatedly with the program's output so far.
 * @throws Error if the program exits early or isn't ready within a minute; the message contains the program's output.
 */
export async function startProcess(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  isReady: (output: string) => boolean | Promise<boolean>,
): Promise<RunningProcess> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const collect = (chunk: Buffer): void => {
    output += chunk.toString("utf8");
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const end = new Promise<void>((resolve) => {
    child.once("close", () => {
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    const killer = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await end;
    clearTimeout(killer);
  };
  const deadline = Date.now() + 60_000;
  while (!(await isReady(output))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`${args.join(" ")} did not become ready:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { output: () => output, stop };
}
