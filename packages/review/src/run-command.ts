import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";

import { git } from "./git/git.js";
import { toHtml } from "./report/to-html.js";
import { toJson } from "./report/to-json.js";
import { toMarkdown } from "./report/to-markdown.js";
import { toText } from "./report/to-text.js";
import type { Report } from "./report/report.js";
import { review } from "./review.js";
import { ReviewError } from "./review-error.js";

const formats = { markdown: toMarkdown, json: toJson, text: toText, html: toHtml } satisfies Record<
  string,
  (report: Report) => string
>;

const usage = `npm run review -- [--base <git ref, ref:file or file>] [--head <the same>] [--since-release]
                  [--format ${Object.keys(formats).join("|")}] [--output <file>]`;

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
    const report = await review({ root, ...options });
    const text = formats[options.format](report);
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
