import { fork } from "node:child_process";
import { join } from "node:path";

import type { ClientSubject } from "./client-subjects.js";
import { nextMessage } from "./next-message.js";
import { bench } from "./places.js";

const subjects = join(bench, "subjects");

/** Processor time, elapsed time, and median latency per call, in microseconds. */
export interface CallCost {
  cpuUs: number;
  wallUs: number;
  medianUs: number;
}

/**
 * A client that runs in a separate process, so that other clients don't affect its garbage collection or compiled code.
 */
export interface CallProcess {
  measure: (calls: number, atOnce: number) => Promise<CallCost>;
  stop: () => void;
}

/** Starts a client. `baseUrl` is used only for calls over loopback. */
export async function startCallProcess(
  subject: ClientSubject,
  mode: "in-process" | "loopback",
  baseUrl: string,
  bodyFile: string,
): Promise<CallProcess> {
  const file = join(subjects, "clients", `${subject.file}.mjs`);
  const child = fork(join(subjects, "call-worker.mjs"), [file, mode, baseUrl, bodyFile], {
    execArgv: [],
    // Standard output is ignored because the vendor's SDK prints warnings about unset proxies.
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await nextMessage(child, subject.label);
  return {
    async measure(calls, atOnce) {
      const answer = nextMessage(child, subject.label);
      child.send({ calls, atOnce });
      return (await answer) as CallCost;
    },
    stop: () => child.kill(),
  };
}

/** Starts the server that all clients call. Call `stop` to stop the server. */
export async function startAnswerServer(
  bodyFile: string,
): Promise<{ url: string; stop: () => void }> {
  const child = fork(join(subjects, "answer-server.mjs"), [bodyFile], { execArgv: [] });
  const url = (await nextMessage(child, "The answering server")) as string;
  return { url, stop: () => child.kill() };
}
