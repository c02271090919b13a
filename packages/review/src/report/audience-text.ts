import type { Change } from "./change.js";

const words = {
  senders: "senders of requests",
  readers: "readers of responses",
  types: "users of the types",
  documentation: "readers of the documentation",
} as const;

/** Whom a change affects, in words. */
export function audienceText({ affects }: Change): string {
  return affects.map((one) => words[one]).join(", ");
}
