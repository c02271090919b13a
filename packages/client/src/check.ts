import { InvalidArgumentError } from "./errors/invalid-argument-error.js";

/**
 * Refuses an option or an argument. The text names the place and the reason, never the value: it may be a secret.
 *
 * @throws InvalidArgumentError when `valid` is false.
 */
export function check(valid: unknown, place: string, reason: string): asserts valid {
  if (!valid) throw new InvalidArgumentError(`${place} ${reason}`);
}
