import type { ObservedResponse } from "./finding.js";

/** Minimum secret length. Redacting shorter secrets would also replace ordinary words. */
const shortest = 8;

/** Returns variants of a secret that a server might echo, such as the Base64 encoding. */
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

/** Redacts secrets in text, ignoring case. Also redacts encoded and reversed secrets. */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length < shortest) continue;
    for (const spelling of new Set(spellingsOf(secret)))
      clean = clean.replace(new RegExp(escapePattern(spelling), "gi"), "[secret]");
  }
  return clean;
}

/** Returns a pattern that also matches punctuation escaped in JSON, such as `\\/` for `/` and `\\u003d` for `=`. */
const escapePattern = (text: string): string =>
  text.replace(/[^0-9a-z]/gi, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, "0");
    return String.raw`(?:\\?\u${code}|\\u${code})`;
  });

/**
 * Redacts secrets in a response. Call this function before checking the response, because findings contain shortened
 * values, which might include part of a token.
 */
export function redactResponse(
  response: ObservedResponse,
  secrets: readonly string[],
): ObservedResponse {
  if (secrets.length === 0) return response;
  const clean = { ...response };
  if (response.headers !== undefined)
    clean.headers = Object.fromEntries(
      Object.entries(response.headers).map(([name, value]) => [
        redact(name, secrets),
        redact(value, secrets),
      ]),
    );
  // Latin-1 preserves every byte, and secrets are ASCII.
  if (response.body !== undefined) {
    const text = Buffer.from(response.body).toString("latin1");
    const shown = redact(text, secrets);
    if (shown !== text) clean.body = Buffer.from(shown, "latin1");
  }
  return clean;
}
