import type { ServerResponse } from "node:http";

import type { ContractAnswer } from "./contract-answer.js";
import type { Fault } from "./fault.js";

/** Puts an answer on the wire, or as much of it as the faults let through. */
export function sendAnswer(
  response: ServerResponse,
  answer: ContractAnswer,
  faults: readonly Fault[],
): void {
  if (faults.includes("reset")) {
    response.socket?.resetAndDestroy();
    return;
  }
  const json = answer.headers["content-type"]?.includes("json") === true;
  const bytes = Buffer.from(json ? JSON.stringify(answer.body) : String(answer.body));
  response.writeHead(answer.status, { ...answer.headers, "content-length": bytes.length });
  if (faults.includes("stall")) {
    response.flushHeaders();
  } else if (faults.includes("truncate")) {
    // The promised length stays, so that the receiver can tell.
    response.write(bytes.subarray(0, bytes.length >> 1), () => response.socket?.destroy());
  } else {
    response.end(bytes);
  }
}
