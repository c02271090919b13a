import { check } from "./check.js";

/** Nothing, a step in a path, slashes, control characters, halves of surrogate pairs: none can be part of an ID. */
const notAnId = /^\.{0,2}$|[/\\\p{Cc}\p{Cs}]/u;

/**
 * The ID, when it can stand in a path; whatever else it holds is for the path to encode.
 *
 * @throws InvalidArgumentError for anything that would change the path.
 */
export function checkId(id: string, name: string): string {
  check(
    typeof id === "string" && !notAnId.test(id),
    name,
    "must not be empty or a dot segment, nor hold slashes or control characters",
  );
  return id;
}
