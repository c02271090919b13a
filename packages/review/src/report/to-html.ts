import { audienceText } from "./audience-text.js";
import { placeText } from "./collect-changes.js";
import { headline } from "./headline.js";
import type { Report, ReportedChange } from "./report.js";

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
  table { border-collapse: collapse; width: 100%; }
  th, td { border-bottom: 1px solid #8886; padding: 0.4rem 0.6rem; text-align: left; vertical-align: top; }
  .major { color: #c0392b; font-weight: 600; } .minor { color: #1e8449; } .patch { color: #767676; }
  @media (prefers-color-scheme: dark) { .major { color: #ff8a7a; } .minor { color: #6fd492; } .patch { color: #aaa; } }
  code, pre { font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; } pre { overflow-x: auto; }
`;

/** The report as a page of its own that loads nothing. */
export function toHtml(report: Report): string {
  const { changes, consequences, faults, changelog } = report;
  const title = escape(headline(report));
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
<h1>${inline(headline(report))}</h1>
${list("Faults", faults)}
<table>
<thead><tr><th>Level<th>Where<th>What<th>Affects<th>Why</tr></thead>
<tbody>
${changes.map(row).join("\n")}
</tbody>
</table>
${list("Types", consequences.types?.breaks.map(({ path, text }) => `\`${path}\` ${text}`) ?? [])}
${consequences.types?.diff ? `<details><summary>Diff of the generated types</summary><pre>${escape(consequences.types.diff)}</pre></details>` : ""}
${list("Examples", consequences.examples?.map(({ side, pointer, text }) => `${side}: \`${pointer}\` ${text}`) ?? [])}
${list("New lint findings", consequences.lint?.map((one) => `\`${one.file}:${one.line}\` ${one.rule}: ${one.text}`) ?? [])}
${list(
  "Facts that speak of the changed places",
  consequences.facts.map(({ id, says }) => `\`${id}\`: ${says}`),
)}
${list("Changelog", changelog)}
${list("Left out", consequences.notes)}
</html>
`;
}

function row(change: ReportedChange): string {
  const { level, file, line, text, because, places, accepted } = change;
  const where = [
    ...places.map((place) => inline(placeText(place))),
    `<code>${escape(file)}:${line}</code>`,
  ];
  const note = accepted === null ? "" : `<br>accepted: ${inline(accepted)}`;
  return `<tr><td class="${level}">${level}<td>${where.join("<br>")}<td>${inline(text)}${note}<td>${audienceText(change)}<td>${inline(because)}</tr>`;
}

function list(title: string, entries: readonly string[]): string {
  if (entries.length === 0) return "";
  return `<h2>${title}</h2>\n<ul>${entries.map((entry) => `<li>${inline(entry)}`).join("")}</ul>`;
}

/** Text with what stands between backticks as code. */
function inline(text: string): string {
  return escape(text)
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>");
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
