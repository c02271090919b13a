// Converts Markdown to HTML for content that Redoc doesn't render.
import { Marked, type Tokens } from "marked";

import { escapeHtml, slugOf } from "./text.js";

/** A heading and the text below it, for the search index. */
export interface Section {
  id: string;
  title: string;
  /** Heading level. */
  depth: number;
  /** Plain text until the next heading. */
  text: string;
}

export interface Rendered {
  html: string;
  sections: Section[];
}

const keywords =
  /^(?:import|from|export|const|let|await|async|function|return|if|else|throw|new|for|of|in|as|with|while|try|catch|package|func|defer|nil|print|def|curl|read|unset|sleep|do|done|then|fi|npm|node|sed|tr|jq|true|false|null)$/;

const token =
  /(?<comment>(?<![\w$:"'{])#(?!\{)[^\n]*|(?<![:\w])\/\/[^\n]*)|(?<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`)|(?<number>(?<![\w-])\d[\d._]*\b(?![\w-]))|(?<word>(?<![\w-])[A-Za-z_]\w*\b(?!-))/g;

interface Piece {
  text: string;
  /** CSS class, or an empty string for plain text. */
  kind: "" | "c" | "s" | "n" | "k";
}

/** Splits code into comments, strings, numbers, keywords, and other text. Supports the languages used on this site. */
function pieces(source: string): Piece[] {
  const found: Piece[] = [];
  let done = 0;
  for (const match of source.matchAll(token)) {
    const { comment, string, number, word } = match.groups ?? {};
    const kind = comment
      ? "c"
      : string
        ? "s"
        : number
          ? "n"
          : word !== undefined && keywords.test(word)
            ? "k"
            : "";
    found.push({ text: source.slice(done, match.index), kind: "" }, { text: match[0], kind });
    done = match.index + match[0].length;
  }
  return [...found, { text: source.slice(done), kind: "" as const }].filter(
    ({ text }) => text !== "",
  );
}

/** Escapes only `&` and `<`, because Redoc drops spaces between two character references. */
const escapeText = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const coloured = ({ text, kind }: Piece): string =>
  kind === "" ? escapeText(text) : `<i class="${kind}">${escapeText(text)}</i>`;

/** Highlighted code. */
export const highlight = (source: string): string => pieces(source).map(coloured).join("");

/** Highlights code, with one element per line, because Redoc drops line breaks and whitespace-only text nodes. */
export const highlightLines = (source: string): string =>
  source
    .split("\n")
    .map((line) => {
      const joined: Piece[] = [];
      for (const piece of pieces(line)) {
        const before = joined.at(-1);
        // Join adjacent pieces that have the same CSS class. Join white space with the previous piece or, at the start
        // of a line, with the next piece.
        if (before !== undefined && (before.kind === piece.kind || piece.text.trim() === ""))
          before.text += piece.text;
        else if (before?.text.trim() === "")
          Object.assign(before, { text: before.text + piece.text, kind: piece.kind });
        else joined.push({ ...piece });
      }
      return `<span class="l">${joined.map(coloured).join("") || "<br>"}</span>`;
    })
    .join("");

/** Copy button labels by language. */
const copied: Readonly<Record<string, string>> = {
  bash: "Copy command",
  json: "Copy JSON",
  http: "Copy request",
  text: "Copy text",
};

/** A code block with a copy button. */
export const codeBlock = (
  source: string,
  lang: string,
  label = copied[lang] ?? "Copy code",
): string =>
  `<div class="code"><button type="button" data-copy>${escapeHtml(label)}</button><pre tabindex="0" aria-label="${escapeHtml(label.replace("Copy ", ""))}"><code>${highlight(source.trimEnd())}</code></pre></div>`;

/** Returns the ID for links to a table row that starts with a status or an error code. */
function rowId(firstCell: string): string | undefined {
  const text = firstCell.replaceAll(/[*`]/g, "").trim();
  if (/^\d{3}$/.test(text)) return `status-${text}`;
  return /^[A-Za-z]+\.\d{4}$/.test(text) ? text : undefined;
}

/** Renders Markdown: headings with IDs and links, code blocks with copy buttons, and table rows with IDs. */
export function render(markdown: string): Rendered {
  const sections: Section[] = [];
  const ids = new Set<string>();
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }: Tokens.Heading) {
        const plain = text.replaceAll(/[`*_]/g, "");
        let id = slugOf(plain);
        for (let count = 2; ids.has(id); count++) id = `${slugOf(plain)}-${count}`;
        ids.add(id);
        sections.push({ id, title: plain, depth, text: "" });
        const link =
          depth === 1
            ? ""
            : ` <a class="anchor" href="#${id}" aria-label="Link to ${escapeHtml(plain)}">#</a>`;
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}${link}</h${depth}>\n`;
      },
      code: ({ text, lang }: Tokens.Code) => `${codeBlock(text, lang ?? "")}\n`,
      table({ header, rows }: Tokens.Table) {
        // Set explicit roles, because the CSS for narrow windows stacks the cells, which removes their implicit roles.
        const head = header.map(
          (cell) => `<th role="columnheader">${this.parser.parseInline(cell.tokens)}</th>`,
        );
        const body = rows.map((row) => {
          const id = rowId(row[0]?.text ?? "");
          const cells = row.map(
            (cell, index) =>
              `<td role="cell" data-label="${escapeHtml(header[index]?.text ?? "")}">${this.parser.parseInline(cell.tokens)}</td>`,
          );
          return `<tr role="row"${id === undefined ? "" : ` id="${id}"`}>${cells.join("")}</tr>`;
        });
        return `<div class="table" tabindex="0" role="group" aria-label="Table"><table role="table"><thead role="rowgroup"><tr role="row">${head.join("")}</tr></thead><tbody role="rowgroup">${body.join("")}</tbody></table></div>\n`;
      },
    },
  });
  const lines = marked.lexer(markdown);
  const html = marked.parser(lines);
  let at = -1;
  for (const line of lines) {
    if (line.type === "heading") at++;
    else {
      const section = sections[at];
      if (section !== undefined) section.text += ` ${plainText(line.raw)}`;
    }
  }
  return { html, sections };
}

const plainText = (markdown: string): string =>
  markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/[`*|#]|-{3,}/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
