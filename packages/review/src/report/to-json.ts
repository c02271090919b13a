import type { Report } from "./report.js";

/** The report for programs; its form is published in `report.schema.json`. */
export function toJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
