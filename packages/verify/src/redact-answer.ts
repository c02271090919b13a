import type { Answer } from "./answer.js";
import { redact } from "./redact.js";

/**
 * Takes secrets out of an answer before it is judged: a server that echoes a token must not get it into a report,
 * not even in part, so this comes before long values are cut.
 */
export function redactAnswer(answer: Answer, secrets: readonly string[]): Answer {
  if (secrets.length === 0) return answer;
  const clean = { ...answer };
  if (answer.failure !== undefined) clean.failure = redact(answer.failure, secrets);
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
