import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { git } from "./git/history.js";
import type { Report } from "./report/report.js";
import { oneLine } from "./report/shown.js";
import { toHtml } from "./report/to-html.js";
import { toAnnotations, toJson } from "./report/to-json.js";
import { toMarkdown } from "./report/to-markdown.js";
import { toText } from "./report/to-text.js";
import { gitHubLinks } from "./report/links.js";
import { ReviewError } from "./review-error.js";
import { notJudged, review } from "./review.js";

const formats = {
  text: toText,
  markdown: (report) => toMarkdown(report, gitHubLinks(report, process.env)),
  html: toHtml,
  json: toJson,
} satisfies Record<string, (report: Report) => string>;
type Format = keyof typeof formats;
const names = Object.keys(formats) as Format[];

/** File names in the `--out` folder, by format. */
const outFiles: Readonly<Record<Format, string>> = {
  text: "report.txt",
  markdown: "comment.md",
  html: "report.html",
  json: "report.json",
};

const usage = `Usage: npm run review -- [options]

  --base <ref | ref:file | file>   old version (default: merge base with main)
  --head <ref | ref:file | file>   new version (default: working tree)
  --head-dir <folder>              checkout to read instead of --head; no code in it runs
  --since-release                  use the latest release tag as the base
  --quick                          skip types, examples, facts, and lint
  --format <${names.join(" | ")}>   output format (default: text)
  --text, --markdown, --html, --json <file>   also write the report to a file
  --out <folder>                   write ${Object.values(outFiles).join(", ")}
  --annotations                    print GitHub annotations
`;

// Delay before progress is shown, in milliseconds.
const patienceMs = 2_000;

/** Output streams of the command. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly error: (line: string) => void;
}

/**
 * Runs the review command in a repository folder. If the review cannot run, the requested files contain the reason.
 *
 * @returns exit code: 0 if the review passed; 1 if the announced level is too low or an entry in `review.accepted.yaml`
 *   is expired or unused; 2 if the review is incomplete or could not run
 */
export async function runCommand(
  args: readonly string[],
  folder: string,
  { out, error }: Streams,
): Promise<0 | 1 | 2> {
  let files = new Map<string, Format>();
  try {
    const { values } = readOptions(args);
    if (values.help === true) {
      out(usage);
      return 0;
    }
    files = filesOf(values, folder);
    const format = values.format as Format;
    const root = git(folder, "rev-parse", "--show-toplevel")?.trim() ?? folder;
    const report = await withProgress(error, (onStep) =>
      review({
        root,
        base: values.base,
        head: values.head,
        headDir: values["head-dir"] === undefined ? undefined : resolve(folder, values["head-dir"]),
        sinceRelease: values["since-release"] === true,
        quick: values.quick,
        onStep,
      }),
    );
    if (values.annotations === true) out(toAnnotations(report));
    out(formats[format](report));
    await writeReport(report, files);
    return report.exitCode;
  } catch (cause) {
    // Replace any existing report, so that a failed review never looks like a passed one.
    const known = cause instanceof ReviewError;
    const reason = oneLine(known ? cause.message : `unexpected error: ${String(cause)}`);
    error(`review: ${reason}`);
    if (!known && process.env["DEBUG"] !== undefined) error((cause as Error).stack ?? "");
    await writeReport(notJudged(reason), files).catch((failure: unknown) => {
      error(`review: ${oneLine(String(failure))}`);
    });
    return 2;
  }
}

function filesOf(
  values: ReturnType<typeof readOptions>["values"],
  folder: string,
): Map<string, Format> {
  const files = new Map<string, Format>();
  for (const name of names) {
    if (values.out !== undefined)
      files.set(resolve(folder, join(values.out, outFiles[name])), name);
    const file = values[name];
    if (file !== undefined) files.set(resolve(folder, file), name);
  }
  return files;
}

async function writeReport(report: Report, files: ReadonlyMap<string, Format>): Promise<void> {
  for (const [file, format] of files) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, formats[format](report));
  }
}

/** Prints the current step after two seconds, and then prints each later step as soon as that step starts. */
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
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  try {
    const parsed = parseArgs({
      args: [...args],
      options: {
        base: text,
        head: text,
        "head-dir": text,
        "since-release": flag,
        format: { type: "string", default: "text" },
        text,
        markdown: text,
        html: text,
        json: text,
        out: text,
        annotations: flag,
        quick: { type: "boolean", default: false },
        help: flag,
      },
    });
    const { values } = parsed;
    if (!Object.hasOwn(formats, values.format))
      throw new ReviewError(`Unknown --format ${values.format}. Use one of: ${names.join(", ")}.`);
    if (values.base !== undefined && values["since-release"] === true)
      throw new ReviewError("--base and --since-release cannot be combined.");
    if (values.head !== undefined && values["head-dir"] !== undefined)
      throw new ReviewError("--head and --head-dir cannot be combined.");
    return parsed;
  } catch (cause) {
    if (cause instanceof ReviewError) throw cause;
    throw new ReviewError(
      `${(cause as Error).message.split("\n")[0] ?? ""} Run npm run review -- --help to list the options.`,
    );
  }
}
