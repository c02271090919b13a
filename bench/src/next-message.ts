import type { ChildProcess } from "node:child_process";

/**
 * Returns the next message from a child process.
 *
 * @throws Error if the process exits before it sends a message.
 */
export function nextMessage(child: ChildProcess, name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (): void => {
      child.off("message", said);
      reject(new Error(`${name} exited before it sent a message.`));
    };
    const said = (answer: unknown): void => {
      child.off("exit", ended);
      resolve(answer);
    };
    child.once("message", said).once("exit", ended);
  });
}
