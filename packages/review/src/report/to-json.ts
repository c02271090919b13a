import type { Report } from "./report.js";

/** The report for programs; its form is published in `report.schema.json`. */
export function toJson(report: Report): string {
  // What could not be found out is null: a member that is missing could not be told from a forgotten one.
  return `${JSON.stringify(report, (_key, value: unknown) => (value === undefined ? null : value), 2)}\n`;
}
