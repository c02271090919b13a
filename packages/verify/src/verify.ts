import { rename, rm, writeFile } from "node:fs/promises";

import { openContract } from "./contract.js";
import { printJunit } from "./print-junit.js";
import { type Paint, printTable } from "./print-table.js";
import { type CredentialSource, readCredentials } from "./read-credentials.js";
import { type Options, readOptions, usage, UsageError } from "./read-options.js";
import type { Report } from "./report.js";
import { defaultRetries } from "./retry.js";
import { WorkflowError } from "./run-respect.js";
import { createSend, UnreachableError } from "./send-request.js";
import { showProgress } from "./show-progress.js";
import { RecordingError } from "./split-entries.js";
import type { Evidence } from "./tally.js";
import { contractWorkflows, verifyLive } from "./verify-live.js";
import { verifyRecording } from "./verify-recording.js";

/** The command's inputs and outputs. */
export interface Surroundings extends CredentialSource {
  write(text: string): void;
  writeError(text: string): void;
  /** Writes the progress bar; undefined if standard error is not a terminal. */
  writeProgress: ((text: string) => void) | undefined;
  paint: Paint;
  /** Waits between attempts. */
  sleep: (ms: number) => Promise<unknown>;
  /** Folder with the workflows to run. Default: the contract's workflows. */
  workflows?: string;
}

const exitCodes = { passed: 0, failed: 1, inconclusive: 2 } as const;

/**
 * Runs the command.
 *
 * @returns The exit code: 0 for no violations, 1 for violations (with `--strict`, also for drift), and 2 otherwise.
 */
export async function verify(args: readonly string[], world: Surroundings): Promise<0 | 1 | 2> {
  let options: Options | undefined;
  try {
    options = readOptions(args);
    if (options === undefined) {
      world.write(`${usage}\n`);
      return 0;
    }
    const started = performance.now();
    const evidence = await gather(options, world);
    const report = conclude(evidence, options.strict, performance.now() - started);
    const text = print(report, options, world.paint);
    if (options.output === undefined) world.write(text);
    else await writeWhole(options.output, text);
    return exitCodes[report.verdict];
  } catch (cause) {
    const path = options?.target.kind === "recording" ? `${options.target.path}: ` : "";
    world.writeError(`verify: ${cause instanceof RecordingError ? path : ""}${explain(cause)}\n`);
    return 2;
  }
}

async function gather(options: Options, world: Surroundings): Promise<Evidence> {
  const { target, timeoutMs } = options;
  if (target.kind === "recording")
    return verifyRecording(openContract(), target.path, showProgress(world.writeProgress));
  const credentials = await readCredentials(world, target.projectId);
  return verifyLive(openContract(), {
    ...credentials,
    target,
    send: createSend(world.env, target.baseUrl, timeoutMs),
    retries: defaultRetries,
    sleep: world.sleep,
    workflows: world.workflows ?? contractWorkflows,
    only: options.workflow,
  });
}

/** Creates the report. The verdict is `failed` if there is a violation, even if some responses could not be checked. */
function conclude(evidence: Evidence, strict: boolean, durationMs: number): Report {
  const { target, tally, steps, unread, notChecked } = evidence;
  const failed = tally.counts.violation > 0 || (strict && tally.counts.drift > 0);
  return {
    target,
    verdict: failed ? "failed" : notChecked.length > 0 ? "inconclusive" : "passed",
    notChecked,
    strict,
    responses: tally.responses,
    checked: tally.checked,
    unreadable: tally.unreadable,
    skipped: tally.skipped,
    unread,
    counts: tally.counts,
    steps,
    findings: tally.groups,
    unlisted: tally.ungrouped,
    durationMs: Math.round(durationMs),
  };
}

function print(report: Report, options: Options, paint: Paint): string {
  if (options.format === "json") return `${JSON.stringify(report, null, 2)}\n`;
  if (options.format === "junit") return printJunit(report);
  return printTable(report, options.output === undefined ? paint : (_, text) => text);
}

/** Writes to a temporary file first, so that a failure never leaves an incomplete report. */
async function writeWhole(file: string, text: string): Promise<void> {
  const staging = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(staging, text);
    await rename(staging, file);
  } catch (cause) {
    await rm(staging, { force: true });
    throw new UsageError(`Cannot write ${file} (${String((cause as { code?: string }).code)}).`);
  }
}

function explain(cause: unknown): string {
  const named = [UsageError, RecordingError, UnreachableError, WorkflowError];
  const { message } = cause as Error;
  return named.some((kind) => cause instanceof kind) ? message : `unexpected error: ${message}`;
}
