import { check } from "./check.js";

/**
 * Refuses headers that are no plain text. They come from outside: a line break would start another header, a missing
 * token be sent as "undefined".
 *
 * @throws InvalidArgumentError
 */
export const checkHeaders = (headers: Readonly<Record<string, string>>): void => {
  check(
    Object(headers) === headers &&
      Object.values(headers).every(
        (value: unknown) => typeof value === "string" && /^[ -~]+$/.test(value),
      ),
    "token or credentials",
    "must be one line of printable ASCII",
  );
};
