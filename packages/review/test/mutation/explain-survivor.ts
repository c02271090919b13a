import type { Mutant } from "./mutations.js";

type Json = Record<string, unknown>;

/** Mutants that change nothing in meaning, and why. */
const explanations: readonly {
  readonly why: string;
  readonly matches: (mutant: Mutant) => boolean;
}[] = [
  {
    why: "`info.version` announces a change; it is none itself",
    matches: ({ pointer }) => pointer === "/info/version",
  },
  {
    why: "the order of these lists has no meaning",
    matches: ({ name, pointer }) =>
      name === "turn the list" && /\/(required|enum|anyOf|security|parameters)$/.test(pointer),
  },
  {
    why: "an open enum says its type three times: each of them still follows from the other two",
    matches: ({ pointer, document }) =>
      pointer.endsWith("/type") &&
      isOpenEnum(document, pointer.replace(/(\/anyOf\/\d)?\/type$/, "")),
  },
];

/** Why a mutant may go undetected; undefined when it may not. */
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
