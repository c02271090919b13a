import type { Finding, Checked, Rule, Severity } from "./finding.js";
import type { LiveTarget } from "./read-options.js";

/** A request sent in a live run. */
export interface ReportedStep {
  workflow: string;
  method: string;
  path: string;
  /** The status code; null if there was no response. */
  status: number | null;
  checked: Checked;
  /** All findings for this step. */
  findings: (Finding & { severity: Severity })[];
  /** The reason why the response could not be checked, or null if it was checked. */
  notChecked: string | null;
  /** Command that repeats the request, with credentials from the environment. */
  reproduce: string;
}

/** A deviation that occurs in one or more responses. */
export interface FindingGroup {
  severity: Severity;
  rule: Rule;
  pointer: string;
  /** Message of the first finding in the group. */
  message: string;
  count: number;
  /** Locations of the first few findings. */
  where: string[];
  /** Command that repeats the first request; null if only the body is known. */
  reproduce: string | null;
}

/** Number of skipped entries in a recording, by reason. */
export type Skipped = Record<"otherCalls" | "siblings" | "notModified" | "noResponse", number>;

/** The report, as printed with `--format json`. */
export interface Report {
  /** Server URL or recording path. */
  target: string;
  /** `inconclusive` if there is not enough evidence. */
  verdict: "passed" | "failed" | "inconclusive";
  /** The reasons why the verdict is inconclusive. */
  notChecked: string[];
  strict: boolean;
  /** Number of responses from documented operations. */
  responses: number;
  /** Number of statuses, header sets, and bodies that were checked. */
  checked: Record<keyof Checked, number>;
  /** Number of bodies that could not be read, by reason. */
  unreadable: Record<string, number>;
  skipped: Skipped;
  /** Files and folders that were not read. */
  unread: string[];
  counts: Record<Severity, number>;
  /** The requests sent in a live run; empty for a recording. */
  steps: ReportedStep[];
  findings: FindingGroup[];
  /** Number of findings that are counted but not listed. */
  unlisted: number;
  durationMs: number;
}

const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/**
 * Returns a curl command that repeats a request, with the token in `$VPCEP_TOKEN`.
 *
 * @param sent Whether the request contained a token, and the other headers that the command must include.
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
 * Returns a `verify` command that repeats a workflow. The report uses this command for signed requests, because curl
 * cannot compute the signature.
 *
 * @param workflow File name of the workflow, without the extension. If undefined, the command runs all workflows.
 */
export function verifyCommandFor(
  { baseUrl, projectId, serviceId }: LiveTarget,
  workflow: string | undefined,
): string {
  const target = `--base-url ${quote(baseUrl)} --project-id ${projectId} --service-id ${serviceId}`;
  return `npm run verify -- ${target}${workflow === undefined ? "" : ` --workflow ${workflow}`}`;
}
