import { type Finding, type Checked, type Rule, severities, type Severity } from "./finding.js";
import type { FindingGroup, ReportedStep, Skipped } from "./report.js";

/** The location of a response, and a command that repeats the request. */
export interface Place {
  where: string;
  reproduce: string | null;
}

/** Counts responses and findings. Memory use does not depend on the number of responses. */
export interface Tally {
  add(place: Place, findings: readonly Finding[], checked: Checked): void;
  addUnreadable(reason: string): void;
  responses: number;
  checked: Record<keyof Checked, number>;
  unreadable: Record<string, number>;
  skipped: Skipped;
  counts: Record<Severity, number>;
  readonly groups: FindingGroup[];
  /** Number of findings that were not added to a group because there were too many groups. */
  ungrouped: number;
}

/** Maximum number of groups for each severity. The limits are separate so that drift doesn't displace violations. */
const mostGroups = 500;
const mostPlaces = 5;
const mostReasons = 20;
/** Findings with these rules are also grouped by message. */
const byMessage: ReadonlySet<Rule> = new Set([
  "undocumented-value",
  "undocumented-error-code",
  "unexpected-outcome",
  "unmet-expectation",
]);

export function createTally(): Tally {
  const groups = new Map<string, FindingGroup>();
  const sizes: Record<Severity, number> = { violation: 0, drift: 0 };
  const tally: Tally = {
    responses: 0,
    checked: { status: 0, headers: 0, body: 0 },
    unreadable: {},
    skipped: { otherCalls: 0, siblings: 0, notModified: 0, noResponse: 0 },
    counts: { violation: 0, drift: 0 },
    ungrouped: 0,
    get groups() {
      return [...groups.values()].sort(
        (a, b) => b.severity.localeCompare(a.severity) || b.count - a.count,
      );
    },
    addUnreadable(reason) {
      const { unreadable } = tally;
      const known =
        Object.hasOwn(unreadable, reason) || Object.keys(unreadable).length < mostReasons;
      const key = known ? reason : "other reasons";
      unreadable[key] = (unreadable[key] ?? 0) + 1;
    },
    add({ where, reproduce }, findings, checked) {
      tally.responses++;
      for (const part of ["status", "headers", "body"] as const)
        if (checked[part]) tally.checked[part]++;
      for (const { rule, pointer, message } of findings) {
        const severity = severities[rule];
        tally.counts[severity]++;
        const key = [rule, pointer, byMessage.has(rule) ? message : ""].join("\n");
        let group = groups.get(key);
        if (group === undefined) {
          if (sizes[severity]++ >= mostGroups) {
            tally.ungrouped++;
            continue;
          }
          group = { severity, rule, pointer, message, count: 0, where: [], reproduce };
          groups.set(key, group);
        }
        group.count++;
        if (group.where.length < mostPlaces) group.where.push(where);
      }
    },
  };
  return tally;
}

/** The results of a run, from which the report is created. */
export interface Evidence {
  target: string;
  tally: Tally;
  steps: ReportedStep[];
  /** Files and folders that were not read. */
  unread: string[];
  /** The reasons why the verdict is inconclusive. */
  notChecked: string[];
}
