import { placeSentences, shortened, type Group } from "./groups.js";
import type { Report } from "./report.js";
import { headline, sectionsOf, type Section } from "./sections.js";
import { capital, html, htmlSentence } from "./shown.js";

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
  const { faults, base, head } = report;
  const title = headline(report);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(title.replaceAll("`", ""))}</title>
<style>${style}</style>
</head>
<body>
<h1>${htmlSentence(title)}</h1>
<p class="quiet"><code>${html(base?.label ?? "base")}</code> → <code>${html(head?.label ?? "head")}</code></p>
${faults.length === 0 ? "" : `<h2>Errors</h2>\n${list(faults.map(code))}`}
${sectionsOf(report).map(block).join("\n")}
</body>
</html>
`;
}

function block(section: Section): string {
  // Collapse only sections that most readers skip, because a page has room for all changes.
  return section.isFolded && section.kind !== "changes"
    ? `<details><summary>${section.title}</summary>${body(section)}</details>`
    : `<h2>${section.title}</h2>\n${body(section)}`;
}

function body(section: Section): string {
  switch (section.kind) {
    case "changes":
      return section.groups.map(article).join("\n");
    case "list":
      return list(section.sentences.map(htmlSentence));
    case "types":
      return typesTable(section.rows);
    case "code":
      return `<pre>${html(section.text)}</pre>`;
  }
}

function article({ first, all, places, title, otherNames, affects, words, values }: Group): string {
  const { level, rule, accepted } = first;
  const tags = { same: "span", added: "ins", removed: "del" } as const;
  const diff = words?.map(({ kind, text }) => `<${tags[kind]}>${html(text)}</${tags[kind]}>`);
  const files = shortened(
    all.map(
      ({ file, line, side }) => `${code(`${file}:${line}`)}${side === "base" ? " (before)" : ""}`,
    ),
    filesShown,
  );
  const lines = [
    `<p class="what">${htmlSentence(capital(title))} <small>${html(rule)}</small></p>`,
    otherNames.length > 0 && `<p>All others: ${otherNames.map(htmlSentence).join(", ")}</p>`,
    list(placeSentences(places, places.listed.length).map(htmlSentence)),
    diff && `<p>${diff.join("")}</p>`,
    values && `<p>before ${code(values.before)}, after ${code(values.after)}</p>`,
    affects !== "" && `<p>${htmlSentence(affects)}</p>`,
    `<p class="quiet">${files.join(", ")}</p>`,
    level === "major" && `<p class="quiet">ID ${all.map(({ id }) => code(id)).join(", ")}</p>`,
    accepted !== null && `<p>Accepted: ${html(accepted)}</p>`,
  ];
  return `<article class="${level}">\n${lines.filter(Boolean).join("\n")}\n</article>`;
}

function typesTable(rows: (Section & { kind: "types" })["rows"]): string {
  const cell = (text: string | null): string => (text === null ? "–" : code(text));
  const lines = rows.map(
    ({ path, before, after, isBreak }) =>
      `<tr><td>${code(path)}${isBreak ? " <strong>breaks</strong>" : ""}</td>` +
      `<td data-label="before">${cell(before)}</td><td data-label="after">${cell(after)}</td></tr>`,
  );
  return `<table><thead><tr><th>Type</th><th>Before</th><th>After</th></tr></thead><tbody>
${lines.join("\n")}
</tbody></table>`;
}

function code(text: string): string {
  return `<code>${html(text)}</code>`;
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join("\n")}</ul>`;
}
