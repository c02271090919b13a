import type { Mutant } from "./mutations.js";

type Json = Record<string, unknown>;

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
    why: "an open enum declares its type three times, so each declaration is redundant",
    matches: ({ pointer, document }) =>
      pointer.endsWith("/type") &&
      isOpenEnum(document, pointer.replace(/(\/anyOf\/\d)?\/type$/, "")),
  },
];

/** Returns the reason why a mutant has no semantic changes, or undefined if the review must detect it. */
export function explain(mutant: Mutant): string | undefined {
  return explanations.find(({ matches }) => matches(mutant))?.why;
}

function isOpenEnum(document: unknown, pointer: string): boolean {
  const schema = pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((value, key) => (value as Json | undefined)?.[key], document) as
    Json | undefined;
  const branches = schema?.["anyOf"];
  return Array.isArray(branches) && branches.some((branch: Json) => branch["enum"] !== undefined);
}
