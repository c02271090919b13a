import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";

import { git } from "./git/git.js";
import { gitHubLinks } from "./report/links.js";
import { toAnnotations } from "./report/to-annotations.js";
import { toHtml } from "./report/to-html.js";
import { toJson } from "./report/to-json.js";
import { toMarkdown } from "./report/to-markdown.js";
import { toText } from "./report/to-text.js";
import type { Report } from "./report/report.js";
import { review } from "./review.js";
import { ReviewError } from "./review-error.js";

const formats = {
  markdown: (report) => toMarkdown(report, gitHubLinks(report, process.env)),
  json: toJson,
  text: toText,
  html: toHtml,
} satisfies Record<string, (report: Report) => string>;

const usage = `npm run review -- [--base <git ref, ref:file or file>] [--head <the same>] [--since-release]
                  [--format ${Object.keys(formats).join("|")}] [--output <file>] [--annotations] [--quick]`;

// A review that takes longer says that it is alive.
const patienceMs = 2_000;

/** Where the command prints. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly error: (line: string) => void;
}

/**
 * Runs the review command in a folder of a repository.
 *
 * @returns 0 when nothing is unannounced, 1 when something is, 2 when it could not judge
 */
export async function runCommand(
  args: readonly string[],
  folder: string,
  { out, error }: Streams,
): Promise<0 | 1 | 2> {
  try {
    const options = readOptions(args);
    if (options.help === true) {
      out(`${usage}\n`);
      return 0;
    }
    const root = git(folder, "rev-parse", "--show-toplevel")?.trim() ?? folder;
    const report = await withProgress(error, (onStep) => review({ root, ...options, onStep }));
    const text = formats[options.format](report);
    if (options.annotations === true) out(toAnnotations(report));
    if (options.output === undefined) out(text);
    else {
      const file = resolve(folder, options.output);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    return report.exitCode;
  } catch (cause) {
    // Whatever went wrong, a review that did not happen must not look like a good one.
    const known = cause instanceof ReviewError;
    error(`review: ${known ? cause.message : `cannot judge: ${String(cause)}`}`);
    if (!known && process.env["DEBUG"] !== undefined) error((cause as Error).stack ?? "");
    return 2;
  }
}

/** Tells the step that is under way once the work has taken two seconds, and every step after that. */
async function withProgress<Result>(
  error: (line: string) => void,
  work: (onStep: (step: string) => void) => Promise<Result>,
): Promise<Result> {
  const start = performance.now();
  let step = "";
  const tell = (): void => {
    const seconds = Math.round((performance.now() - start) / 1000);
    error(`review: ${step} (${seconds} s, ${Math.round(process.memoryUsage().rss / 1e6)} MB)`);
  };
  const timer = setTimeout(tell, patienceMs);
  try {
    return await work((next) => {
      step = next;
      if (performance.now() - start > patienceMs) tell();
    });
  } finally {
    clearTimeout(timer);
  }
}

function readOptions(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        base: { type: "string" },
        head: { type: "string" },
        "since-release": { type: "boolean" },
        format: { type: "string", default: "text" },
        output: { type: "string" },
        annotations: { type: "boolean" },
        quick: { type: "boolean", default: false },
        help: { type: "boolean" },
      },
    });
    if (!Object.hasOwn(formats, values.format))
      throw new ReviewError(
        `--format ${values.format} is none of ${Object.keys(formats).join(", ")}.`,
      );
    if (values.base !== undefined && values["since-release"] === true)
      throw new ReviewError("--base and --since-release both name the base; leave one out.");
    return {
      ...values,
      format: values.format as keyof typeof formats,
      sinceRelease: values["since-release"] === true,
    };
  } catch (cause) {
    if (cause instanceof ReviewError) throw cause;
    throw new ReviewError(
      `${(cause as Error).message.split("\n")[0] ?? ""} Usage: ${usage.replace(/\s+/g, " ")}`,
    );
  }
}
