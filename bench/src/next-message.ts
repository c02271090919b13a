import type { ChildProcess } from "node:child_process";

/** The next message of a child process. @throws Error that names it when it ends before. */
export function nextMessage(child: ChildProcess, name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (): void => {
      child.off("message", said);
      reject(new Error(`${name} ended before it answered.`));
    };
    const said = (answer: unknown): void => {
      child.off("exit", ended);
      resolve(answer);
    };
    child.once("message", said).once("exit", ended);
  });
}
