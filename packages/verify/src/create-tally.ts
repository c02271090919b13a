import { type Finding, type Rule, severities, type Severity } from "./finding.js";

/** The same deviation in any number of answers. */
export interface FindingGroup {
  severity: Severity;
  rule: Rule;
  pointer: string;
  /** What the first answer of the group said. */
  message: string;
  count: number;
  /** Where the first few stand. */
  where: string[];
}

/** Counts findings. Its size does not grow with the number of answers. */
export interface Tally {
  add(where: string, findings: readonly Finding[]): void;
  answers: number;
  counts: Record<Severity, number>;
  groups: FindingGroup[];
  /** Findings that are counted but belong to no group, because there were too many kinds. */
  ungrouped: number;
}

/** Of each severity, so that a flood of drift cannot hide a violation. */
const mostGroups = 500;
const mostPlaces = 5;
/** Rules whose message is worth a group of its own: each new value tells something. */
const byMessage: ReadonlySet<Rule> = new Set(["undocumented-value", "undocumented-error-code"]);

export function createTally(): Tally {
  const groups = new Map<string, FindingGroup>();
  const sizes: Record<Severity, number> = { violation: 0, drift: 0 };
  const tally: Tally = {
    answers: 0,
    counts: { violation: 0, drift: 0 },
    ungrouped: 0,
    get groups() {
      return [...groups.values()].sort(
        (a, b) => b.severity.localeCompare(a.severity) || b.count - a.count,
      );
    },
    add(where, findings) {
      tally.answers++;
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
          group = { severity, rule, pointer, message, count: 0, where: [] };
          groups.set(key, group);
        }
        group.count++;
        if (group.where.length < mostPlaces) group.where.push(where);
      }
    },
  };
  return tally;
}
