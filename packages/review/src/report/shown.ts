// Names, values and descriptions come from pull requests of people nobody knows. Whatever they wrote is shown by
// what stands here, and nothing of it is obeyed: no terminal, no Markdown, no browser sees it as it is.

// Control characters, what turns the direction of text, and what takes no room; not line breaks, tabs and emoji.
export const hidden = /(?!\n|\t|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}]/gu;

/** Text in which every character can be seen: an escape is `\u{1b}`. Line breaks and tabs stay. */
export function visible(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(hidden, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`);
}

/** The same on one line. */
export function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, " ").trim());
}

/** A piece of a sentence: our own words, or what somebody wrote, which stands between backticks. */
export interface Piece {
  readonly text: string;
  readonly isQuoted: boolean;
}

/** Takes a sentence of ours apart at its backticks. */
export function pieces(sentence: string): Piece[] {
  return oneLine(sentence)
    .split("`")
    .map((text, index) => ({ text, isQuoted: index % 2 === 1 }))
    .filter(({ text }) => text !== "");
}

/** What somebody wrote as a code span of Markdown, in which nothing is a mention, a link, an image or HTML. */
export function code(text: string): string {
  const line = oneLine(text);
  if (line === "") return "` `";
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return fence + space + line + space + fence;
}

/** A sentence of ours in Markdown; whatever in it is not a plain word stands in code. */
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

/** A block of code that nothing in it can end. */
export function fence(language: string, text: string): string {
  const shown = visible(text).trimEnd();
  const longest = Math.max(3, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = "`".repeat(longest + 1);
  return `${mark}${language}\n${shown}\n${mark}`;
}

/** Text inside an element or attribute of HTML. */
export function html(text: string): string {
  return visible(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** A sentence of ours in HTML. */
export function htmlSentence(sentence: string): string {
  return pieces(sentence)
    .map(({ text, isQuoted }) => (isQuoted ? `<code>${html(text)}</code>` : html(text)))
    .join("")
    .replaceAll("**Breaking:**", "<strong>Breaking:</strong>");
}
