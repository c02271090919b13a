import { stat } from "node:fs/promises";

import type { Contract } from "./contract.js";
import { createJudge } from "./judge.js";
import { readFolder } from "./read-folder.js";
import { readHar } from "./read-har.js";
import { redactResponse } from "./redact.js";
import type { Progress } from "./show-progress.js";
import { RecordingError } from "./split-entries.js";
import { createTally, type Evidence } from "./tally.js";

/**
 * Checks every recorded response from a documented operation.
 *
 * @throws RecordingError if the recording cannot be read.
 */
export async function verifyRecording(
  contract: Contract,
  path: string,
  progress: Progress,
): Promise<Evidence> {
  const info = await stat(path).catch((cause: unknown) => {
    throw new RecordingError("No such file or folder.", { cause });
  });
  const judge = createJudge(contract);
  const tally = createTally();
  const unread: string[] = [];
  try {
    for await (const item of info.isDirectory()
      ? readFolder(path, contract)
      : readHar(path, contract)) {
      if ("unread" in item) unread.push(item.unread);
      else if ("skipped" in item) tally.skipped[item.skipped]++;
      else {
        const { findings, checked } = judge(redactResponse(item.response, item.secrets));
        tally.add(item, findings, checked);
        if (item.unreadable !== undefined) tally.addUnreadable(item.unreadable);
      }
      progress.update(item.progress, tally.responses);
    }
  } finally {
    progress.clear();
  }
  const notChecked =
    tally.responses === 0
      ? ["the recording contains no response from a documented operation"]
      : tally.checked.body === 0
        ? ["the recording contains no readable response body"]
        : [];
  return { target: path, tally, steps: [], unread, notChecked };
}
