import type { Report, ReportedChange } from "./report.js";
import { html, htmlSentence } from "./shown.js";
import {
  audienceText,
  groupsOf,
  headline,
  placeSentence,
  timesText,
  titleOf,
  wordsOf,
  type Group,
} from "./view.js";

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 1.5rem auto; max-width: 60rem; padding: 0 1rem; overflow-wrap: anywhere; }
  h1 { font-size: 1.25rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
  article { border-left: 4px solid #8886; margin: 1rem 0; padding: 0.2rem 0 0.2rem 0.8rem; }
  article.major { border-color: #c0392b; } article.minor { border-color: #1e8449; }
  article p { margin: 0.2rem 0; } .what { font-weight: 600; }
  ul { margin: 0.2rem 0; padding-left: 1.2rem; }
  small, .quiet { color: #666; } ins { background: #2ecc7144; text-decoration: none; } del { background: #e74c3c44; }
  @media (prefers-color-scheme: dark) { small, .quiet { color: #aaa; } }
  code, pre { font: 0.9em ui-monospace, monospace; } pre { overflow-x: auto; overflow-wrap: normal; }
  table { border-collapse: collapse; width: 100%; table-layout: fixed; }
  th, td { border-bottom: 1px solid #8886; padding: 0.3rem; text-align: left; vertical-align: top; }
  @media (max-width: 40rem) {
    thead { display: none; } table, tbody, tr, td { display: block; }
    tr { border-bottom: 1px solid #8886; padding: 0.4rem 0; } table td { border: 0; padding: 0.1rem 0; }
    td[data-label]::before { content: attr(data-label) " "; color: #888; }
  }
`;

const filesShown = 12;

/** Formats the report as a self-contained HTML page without scripts. */
export function toHtml(report: Report): string {
  const { consequences, faults, changelog, unjudged, secondOpinions, base, head } = report;
  const { types, examples, lint, facts, notes } = consequences;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(headline(report).replaceAll("`", ""))}</title>
<style>${style}</style>
</head>
<body>
<h1>${htmlSentence(headline(report))}</h1>
<p class="quiet"><code>${html(base?.label ?? "base")}</code> → <code>${html(head?.label ?? "head")}</code></p>
${list("Errors", faults.map(codeText))}
${list(
  "Cannot be judged",
  unjudged.map(
    ({ side, file, line, text, isChange }) =>
      `${side}: ${codeText(`${file}:${line}`)} ${codeText(text)}${isChange ? "" : " (unchanged)"}`,
  ),
)}
${changes("Breaking", report, "major")}
${typesTable(types)}
${list(
  "Examples that the other side's schema rejects",
  (examples ?? []).map(
    ({ side, pointer, text }) => `${side}: ${codeText(pointer)} ${codeText(text)}`,
  ),
)}
${list(
  "New lint findings",
  (lint ?? []).map(
    (one) => `${codeText(`${one.file}:${one.line}`)} ${codeText(one.rule)}: ${html(one.text)}`,
  ),
)}
${changes("Additions and compatible changes", report, "minor")}
${list(
  "Downgraded redocly diff findings",
  secondOpinions.map(
    ({ file, line, message, rule, because }) =>
      `${codeText(`${file}:${line}`)} ${codeText(message)} (${codeText(rule)}). ${htmlSentence(because)}`,
  ),
)}
${changes("Wording", report, "patch")}
${types === undefined || types.diff === "" ? "" : `<details><summary>Diff of the generated types</summary><pre>${html(types.diff)}</pre></details>`}
${folded(
  "Facts to recheck",
  facts.map(({ id, says }) => `${codeText(id)}: ${html(says)}`),
)}
${folded("Changelog entries", changelog.map(htmlSentence))}
${list("Skipped checks", notes.map(htmlSentence))}
</body>
</html>
`;
}

function codeText(text: string): string {
  return `<code>${html(text)}</code>`;
}

function changes(title: string, report: Report, level: string): string {
  const groups = groupsOf(report, level);
  if (groups.length === 0) return "";
  const count = groups.reduce((sum, { all }) => sum + all.length, 0);
  return `<h2>${title} (${count})</h2>\n${groups.map(article).join("\n")}`;
}

function article(group: Group): string {
  const { first, all, places } = group;
  const title = titleOf(group);
  const { level, rule, because, accepted, before, after } = first;
  const count = timesText(group) === "" ? "" : ` (${timesText(group)})`;
  const values =
    level === "major" &&
    all.length === 1 &&
    before !== null &&
    after !== null &&
    before.length + after.length < 400
      ? `<p>before ${codeText(before)}, after ${codeText(after)}</p>`
      : "";
  return `<article class="${level}">
<p class="what">${htmlSentence(title.charAt(0).toUpperCase() + title.slice(1))}${count} <small>${html(rule)}</small></p>
<ul>${places.map((place) => `<li>${htmlSentence(placeSentence(place))}</li>`).join("")}</ul>
${words(first) ?? values}
<p>Affects ${html(audienceText(first))}: ${htmlSentence(because)}</p>
<p class="quiet">${all
    .slice(0, filesShown)
    .map(
      ({ file, line, side }) =>
        `${codeText(`${file}:${line}`)}${side === "base" ? " (before)" : ""}`,
    )
    .join(", ")}${all.length > filesShown ? ` and ${all.length - filesShown} more` : ""}</p>
${level === "major" ? `<p class="quiet">ID ${all.map(({ id }) => codeText(id)).join(", ")}</p>` : ""}
${accepted === null ? "" : `<p>Accepted: ${html(accepted)}</p>`}
</article>`;
}

function words(change: ReportedChange): string | undefined {
  const found = wordsOf(change);
  if (found === undefined) return undefined;
  const tags = { same: "span", added: "ins", removed: "del" } as const;
  return `<p>${found.map(({ kind, text }) => `<${tags[kind]}>${html(text)}</${tags[kind]}>`).join("")}</p>`;
}

function typesTable(types: Report["consequences"]["types"]): string {
  const rows = types?.rows ?? [];
  if (rows.length === 0) return "";
  const cell = (text: string | null): string => (text === null ? "–" : codeText(text));
  return `<h2>Generated types</h2>
<table><thead><tr><th>Type</th><th>Before</th><th>After</th></tr></thead><tbody>
${rows.map(({ path, before, after, isBreak }) => `<tr><td>${codeText(path)}${isBreak ? " <strong>breaks</strong>" : ""}</td><td data-label="before">${cell(before)}</td><td data-label="after">${cell(after)}</td></tr>`).join("\n")}
</tbody></table>`;
}

function folded(title: string, entries: readonly string[]): string {
  if (entries.length === 0) return "";
  return `<details><summary>${title} (${entries.length})</summary>${items(entries)}</details>`;
}

function items(entries: readonly string[]): string {
  return `<ul>${entries.map((entry) => `<li>${entry}</li>`).join("\n")}</ul>`;
}

function list(title: string, entries: readonly string[]): string {
  if (entries.length === 0) return "";
  return `<h2>${title}</h2>\n${items(entries)}`;
}
