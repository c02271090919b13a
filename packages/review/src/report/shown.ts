// Escapes untrusted text from pull requests, such as names and values, so that the text is safe in a terminal, in
// Markdown, and in HTML.

// Control, bidirectional, and invisible characters. Excludes line breaks, tabs, and emoji variation selectors.
export const hidden = /(?!\n|\t|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}]/gu;

/** Replaces hidden characters with visible escapes, such as `\u{1b}`. Keeps line breaks and tabs. */
export function visible(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(hidden, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Does the same as {@link visible} and puts the text on one line. */
export function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, " ").trim());
}

/** Capitalizes the first letter of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Part of a sentence: either our own text or untrusted text that was in backticks. */
export interface Piece {
  readonly text: string;
  readonly isQuoted: boolean;
}

/** Splits a sentence at its backticks. */
export function pieces(sentence: string): Piece[] {
  return oneLine(sentence)
    .split("`")
    .map((text, index) => ({ text, isQuoted: index % 2 === 1 }))
    .filter(({ text }) => text !== "");
}

/** Formats untrusted text as a Markdown code span, so that it cannot contain mentions, links, images, or HTML. */
export function code(text: string): string {
  const line = oneLine(text);
  if (line === "") return "` `";
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return fence + space + line + space + fence;
}

/** Formats a sentence as Markdown. Text in backticks and text with Markdown syntax become code spans. */
export function markdown(sentence: string): string {
  return pieces(sentence)
    .map(({ text, isQuoted }) =>
      isQuoted
        ? code(text)
        : text.replace(/\S*[@#<>[\]\\~*_|!]\S*|\S*(?:www\.|:\/\/)\S*/g, (word) =>
            word === "**Breaking:**" ? word : code(word),
          ),
    )
    .join("");
}

/** Formats text as a fenced code block that its content cannot close. */
export function fence(language: string, text: string): string {
  const shown = visible(text).trimEnd();
  const longest = Math.max(3, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = "`".repeat(longest + 1);
  return `${mark}${language}\n${shown}\n${mark}`;
}

/** Escapes text for an HTML element or attribute. */
export function html(text: string): string {
  return visible(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Formats a sentence as HTML. */
export function htmlSentence(sentence: string): string {
  return pieces(sentence)
    .map(({ text, isQuoted }) => (isQuoted ? `<code>${html(text)}</code>` : html(text)))
    .join("")
    .replaceAll("**Breaking:**", "<strong>Breaking:</strong>");
}
