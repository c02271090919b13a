import { generateTypes } from "@vpcep/codegen";
import { createPatch } from "diff";

import { largest, type Level } from "../policy/level.js";
import { withoutSame } from "../load/without-same.js";
import type { Bundle } from "./bundle-side.js";
import { compileAgainst, type SourceBreak } from "./compile-against.js";

/** What users of the generated types see. */
export interface TypesConsequence {
  /** `major` when code written against the old types does not compile, `patch` when the text differs. */
  readonly level: Level;
  readonly breaks: readonly SourceBreak[];
  /** Unified diff of the generated types; empty when they are the same. */
  readonly diff: string;
}

// Types of larger descriptions take minutes to compare; nobody publishes them from here.
const largestBundle = 2_000_000;

/** Generates the types of both sides and holds them against each other; undefined when they are too large. */
export async function compareTypes(
  base: Bundle,
  head: Bundle,
): Promise<TypesConsequence | undefined> {
  if (JSON.stringify(base).length + JSON.stringify(head).length > 2 * largestBundle)
    return undefined;
  const [old, young] = await Promise.all([base, head].map((one) => generateTypes(one as never)));
  if (old === undefined || young === undefined || old === young)
    return { level: "none", breaks: [], diff: "" };
  // The compiler sees only what differs; the diff counts the lines of the whole.
  const different = withoutSame(base, head);
  const breaks = compileAgainst(
    await generateTypes(different.base as never),
    await generateTypes(different.head as never),
  );
  return {
    level: largest(["patch", ...(breaks.length > 0 ? (["major"] as const) : [])]),
    breaks,
    diff: createPatch("schema.gen.ts", old, young, "before", "after")
      .split("\n")
      .slice(2)
      .join("\n"),
  };
}
