import type { Finding, Judged, Rule, Severity } from "./finding.js";
import type { LiveTarget } from "./read-options.js";

/** One request of a live run. */
export interface ReportedStep {
  workflow: string;
  method: string;
  path: string;
  /** Null when there was no answer. */
  status: number | null;
  judged: Judged;
  /** Every finding of this step. */
  findings: (Finding & { severity: Severity })[];
  /** Why the answer could not be judged; null when it could. */
  notJudged: string | null;
  /** Command that sends the same request again, with credentials from the environment. */
  reproduce: string;
}

/** The same deviation in any number of answers. */
export interface FindingGroup {
  severity: Severity;
  rule: Rule;
  pointer: string;
  /** What the first answer of the group said. */
  message: string;
  count: number;
  /** Where the first few are. */
  where: string[];
  /** Command that sends the request of the first one again; null when only the body is known. */
  reproduce: string | null;
}

/** What of a recording was no answer of a documented operation, or could not be judged, by reason. */
export type Skipped = Record<"otherCalls" | "siblings" | "notModified" | "noAnswer", number>;

/** The verdict, as `--format json` prints it. */
export interface Report {
  /** Address of the server, or name of the recording. */
  target: string;
  /** `undecided` when the evidence is not enough for either. */
  verdict: "kept" | "broken" | "undecided";
  /** Why the verdict is undecided. */
  undecided: string[];
  strict: boolean;
  /** Answers of documented operations. */
  answers: number;
  /** How many of them had a status, headers and a body that were judged. */
  judged: Record<keyof Judged, number>;
  /** Why bodies could not be read, with how often. */
  unreadable: Record<string, number>;
  skipped: Skipped;
  /** Files of a folder that were not read. */
  unread: string[];
  counts: Record<Severity, number>;
  /** Empty for a recording. */
  steps: ReportedStep[];
  findings: FindingGroup[];
  /** Findings that are counted above but not listed. */
  unlisted: number;
  durationMs: number;
}

const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/**
 * A curl command that sends a request again. The token stays in `$VPCEP_TOKEN`.
 *
 * @param sent Whether the request carried a token, and its other headers as far as they matter.
 */
export function curlFor(
  method: string,
  url: string,
  { authorized, headers = {} }: { authorized: boolean; headers?: Readonly<Record<string, string>> },
): string {
  return [
    "curl -i",
    ...(method === "GET" ? [] : [`-X ${method.replace(/[^A-Z]/gi, "")}`]),
    ...(authorized ? ['-H "X-Auth-Token: $VPCEP_TOKEN"'] : []),
    ...Object.entries(headers)
      .filter(([name]) => name !== "accept")
      .map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    quote(url),
  ].join(" ");
}

/**
 * A verify command that runs one workflow again. curl cannot compute the signature of a request that is signed with
 * access keys; verify takes the keys from the environment.
 *
 * @param workflow File name of the workflow without extension; undefined to run all of them.
 */
export function verifyCommandFor(
  { baseUrl, projectId, serviceId }: LiveTarget,
  workflow: string | undefined,
): string {
  const target = `--base-url ${quote(baseUrl)} --project-id ${projectId} --service-id ${serviceId}`;
  return `npm run verify -- ${target}${workflow === undefined ? "" : ` --workflow ${workflow}`}`;
}
