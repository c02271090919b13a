/** Anything shorter is no secret but a plain word, and would tear holes into honest answers. */
const shortest = 8;

/** Takes secrets out of a text, also where JSON has escaped their slashes. */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length < shortest) continue;
    for (const spelling of new Set([
      secret,
      secret.replaceAll("/", "\\/"),
      encodeURIComponent(secret),
    ]))
      clean = clean.replaceAll(spelling, "[secret]");
  }
  return clean;
}
