import { stat } from "node:fs/promises";

import type { Contract } from "./contract.js";
import { createJudge } from "./create-judge.js";
import { createTally } from "./create-tally.js";
import { readBodies } from "./read-bodies.js";
import { readHar } from "./read-har.js";
import { redactAnswer } from "./redact-answer.js";
import type { Progress } from "./show-progress.js";
import { RecordingError } from "./split-entries.js";
import type { Evidence } from "./verify.js";

/**
 * Holds every recorded answer against the contract.
 *
 * @throws RecordingError when there is no answer of the operation in it.
 */
export async function verifyRecording(
  contract: Contract,
  path: string,
  progress: Progress,
): Promise<Evidence> {
  const info = await stat(path).catch((cause: unknown) => {
    throw new RecordingError("There is no such file or folder.", { cause });
  });
  const judge = createJudge(contract);
  const tally = createTally();
  let skipped = 0;
  try {
    for await (const item of info.isDirectory() ? readBodies(path) : readHar(path)) {
      if ("skipped" in item) skipped++;
      else tally.add(item.where, judge(redactAnswer(item.answer, item.secrets)));
      progress.update(item.progress, tally.answers);
    }
  } finally {
    progress.clear();
  }
  if (tally.answers === 0)
    throw new RecordingError(
      `None of its ${skipped.toLocaleString("en")} entries is an answer of this operation.`,
    );
  return { target: path, tally, steps: [], skipped };
}
