import type { Report } from "./report.js";
import { toText } from "./to-text.js";

/** The report as a page of its own. */
export function toHtml(report: Report): string {
  return `<!doctype html><pre>${toText(report).replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</pre>\n`;
}
