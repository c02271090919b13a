import type { Answer } from "./finding.js";

/** Anything shorter is a plain word, and taking it out would damage honest answers. */
const shortest = 8;

/** The spellings in which a server may repeat a secret. */
function spellingsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const reversed = Array.from(secret).reverse().join("");
  return [
    secret,
    reversed,
    encodeURIComponent(secret),
    bytes.toString("base64").replace(/=+$/, ""),
    bytes.toString("base64url"),
    bytes.toString("hex"),
  ];
}

/** Takes secrets out of a text, in whatever case and in any of the usual encodings. */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length < shortest) continue;
    for (const spelling of new Set(spellingsOf(secret)))
      clean = clean.replace(new RegExp(escapePattern(spelling), "gi"), "[secret]");
  }
  return clean;
}

/** Matches a text, also where JSON has escaped its punctuation: `/` as `\\/`, `=` as `\\u003d`. */
const escapePattern = (text: string): string =>
  text.replace(/[^0-9a-z]/gi, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, "0");
    return String.raw`(?:\\?\u${code}|\\u${code})`;
  });

/**
 * Takes secrets out of an answer before it is judged: a server that echoes a token must not get it into a report,
 * not even in part, so this comes before long values are cut.
 */
export function redactAnswer(answer: Answer, secrets: readonly string[]): Answer {
  if (secrets.length === 0) return answer;
  const clean = { ...answer };
  if (answer.headers !== undefined)
    clean.headers = Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [
        redact(name, secrets),
        redact(value, secrets),
      ]),
    );
  // Latin-1 keeps every byte as it is, UTF-8 or not, and secrets are ASCII.
  if (answer.body !== undefined) {
    const text = Buffer.from(answer.body).toString("latin1");
    const shown = redact(text, secrets);
    if (shown !== text) clean.body = Buffer.from(shown, "latin1");
  }
  return clean;
}
