import { getAt } from "@vpcep/contract-reader";

import type { Mutant } from "./mutations.js";

/** Patterns for mutants without semantic changes, each with a reason. */
const explanations: readonly {
  readonly why: string;
  readonly matches: (mutant: Mutant) => boolean;
}[] = [
  {
    why: "`info.version` announces changes but is not a change itself",
    matches: ({ pointer }) => pointer === "/info/version",
  },
  {
    why: "the order of these lists doesn't matter",
    matches: ({ name, pointer }) =>
      name === "reverse the list" && /\/(required|enum|anyOf|security|parameters)$/.test(pointer),
  },
  {
    why: "the last server has the first server's URL as its default",
    matches: ({ name, pointer }) => name === "reverse the list" && pointer === "/servers",
  },
  {
    why: "an enum lists only strings, so it implies the type",
    matches: ({ pointer, document }) =>
      pointer.endsWith("/type") && hasEnum(document, pointer.replace(/\/type$/, "")),
  },
];

/** Returns the reason why a mutant has no semantic changes, or undefined if the review must detect it. */
export function explain(mutant: Mutant): string | undefined {
  return explanations.find(({ matches }) => matches(mutant))?.why;
}

function hasEnum(document: unknown, pointer: string): boolean {
  const schema = getAt(document, pointer) as { enum?: unknown } | undefined;
  return Array.isArray(schema?.enum);
}
