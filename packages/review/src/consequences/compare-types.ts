import { generateTypes } from "@vpcep/codegen";
import { createPatch } from "diff";

import type { Bundle } from "../engine/redocly.js";
import type { Level } from "../policy/level.js";

import { compileAgainst, type TypeRow } from "./compile-against.js";

/** How a change affects users of the generated types. */
export interface TypesConsequence {
  /**
   * `none` if the generated types are identical, `major` if code written against the old types no longer compiles, and
   * `patch` in all other cases.
   */
  readonly level: Level;
  /** The generated types that differ between the two versions. */
  readonly rows: readonly TypeRow[];
  /** Unified diff of the generated types; empty if they are identical. */
  readonly diff: string;
}

/** Generates the types for both versions and compares the results. */
export async function compareTypes(base: Bundle, head: Bundle): Promise<TypesConsequence> {
  const [old, young] = await Promise.all([base, head].map((one) => generateTypes(one as never)));
  if (old === undefined || young === undefined || old === young)
    return { level: "none", rows: [], diff: "" };
  const rows = compileAgainst(old, young);
  return {
    level: rows.some(({ isBreak }) => isBreak) ? "major" : "patch",
    rows,
    diff: createPatch("schema.gen.ts", old, young, "before", "after")
      .split("\n")
      .slice(2)
      .join("\n"),
  };
}
