/** Characters that a text of a server shows in the log of a terminal but should not: control, direction, half pairs. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;

/** A text of somebody else on one line, at most `length` characters long; control characters are escaped. */
export function oneLine(text: string, length = 300): string {
  const line = text
    .slice(0, length * 4)
    .replace(/\s+/g, " ")
    .trim()
    .replace(unprintable, (character) => {
      const code = character.charCodeAt(0).toString(16);
      return `\\u${code.padStart(4, "0")}`;
    });
  return line.length > length ? `${line.slice(0, length)}…` : line;
}

/** Headers whose values are secrets, whoever sets them. */
const secretName =
  /auth|token|secret|password|cookie|session|credential|signature|api-?key|access-?key/i;

/**
 * Whether a value is to be hidden wherever it shows up. A short one that is a plain word is not: hiding it would
 * garble texts ("Invalid ***"), and no service gives out such a secret.
 */
const isSecret = (value: string): boolean =>
  value.length >= 8 || (value.length >= 4 && /[^a-z]/i.test(value) && /[a-z]/i.test(value));

/** The values that must not show up in a text, longest first: of every header that carries a secret, whole and in parts. */
export function secretsIn(headers: Readonly<Record<string, string>>, url: string): string[] {
  const secrets = new Set<string>();
  for (const [name, value] of Object.entries(headers)) {
    if (!secretName.test(name)) continue;
    // "Bearer …", "… Access=…, Signature=…": the parts are as secret as the whole.
    const words = value.split(/[\s,;]+/).filter((word) => word.length >= 16);
    const values = Array.from(value.matchAll(/=([^\s,;=]{8,})/g), ([, part]) => part ?? "");
    for (const secret of [value, ...words, ...values])
      for (const form of [secret, secret.replaceAll("/", "\\/"), encodeURIComponent(secret)])
        if (isSecret(form) && !url.includes(form)) secrets.add(form);
  }
  return [...secrets].sort((a, b) => b.length - a.length);
}

/** The text without the secrets, should the server echo them. */
export const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((rest, secret) => rest.replaceAll(secret, "***"), text);
