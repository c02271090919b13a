/** Characters that can garble terminal output, such as control characters and lone surrogates. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;

/** Shortens untrusted text to one line of at most `length` characters, and escapes control characters. */
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

/** Matches the names of headers that contain secrets. */
const secretName =
  /auth|token|secret|password|cookie|session|credential|signature|api-?key|access-?key/i;

/**
 * Checks whether a value must be hidden in messages. Short plain words stay visible, because hiding them would garble
 * messages.
 */
const isSecret = (value: string): boolean =>
  value.length >= 8 || (value.length >= 4 && /[^a-z]/i.test(value) && /[a-z]/i.test(value));

/** Returns the secret header values and the secrets that these values contain, longest first. */
export function secretsIn(headers: Readonly<Record<string, string>>, url: string): string[] {
  const secrets = new Set<string>();
  for (const [name, value] of Object.entries(headers)) {
    if (!secretName.test(name)) continue;
    // Values such as "Bearer …" or "… Access=…, Signature=…" contain secrets.
    const words = value.split(/[\s,;]+/).filter((word) => word.length >= 16);
    const values = Array.from(value.matchAll(/=([^\s,;=]{8,})/g), ([, part]) => part ?? "");
    for (const secret of [value, ...words, ...values])
      for (const form of [secret, secret.replaceAll("/", "\\/"), encodeURIComponent(secret)])
        if (isSecret(form) && !url.includes(form)) secrets.add(form);
  }
  return [...secrets].sort((a, b) => b.length - a.length);
}

/** Replaces secrets in the text with `***`. */
export const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((rest, secret) => rest.replaceAll(secret, "***"), text);
