import type { Rule } from "../policy/policy.js";

/** A case in which our comparison overrules a breaking change that the engine reports. */
export interface Correction {
  /** The row's name in reports and tests. */
  readonly name: string;
  /** Engine rules that the row applies to. */
  readonly engine: readonly string[];
  /**
   * Changes that our comparison must find at the same location. An empty list requires that there is no change, and
   * `"anything less"` requires that no change is breaking.
   */
  readonly ours: readonly Rule[] | "anything less";
  /** Additional condition that the location must meet. */
  readonly where?: "compared" | "excluded by readOnly or writeOnly" | "inside not";
  readonly because: string;
}

const ofSchemas = [
  "schema-type-changed",
  "schema-constraint-changed",
  "schema-combinator-changed",
  "enum-values-added",
  "enum-values-removed",
  "required-properties-added",
  "required-properties-removed",
  "property-removed",
];
const ofEnums = ["enum-values-added", "enum-values-removed"];

/** Breaking changes from `redocly diff` that the review downgrades. The test catalog covers each row. */
export const corrections: readonly Correction[] = [
  {
    name: "not in this direction",
    engine: ofSchemas,
    ours: [],
    where: "excluded by readOnly or writeOnly",
    because:
      "A readOnly property is not part of requests; a writeOnly property is not part of responses.",
  },
  {
    name: "same values",
    engine: ofSchemas,
    ours: [],
    where: "compared",
    because:
      "Both schemas allow the same values once they are simplified: `allOf` merged, trivial unions resolved, and " +
      "redundant keywords dropped. The engine compares keyword by keyword.",
  },
  {
    name: "inside not",
    engine: ofSchemas,
    ours: ["enum-value-added", "enum-value-removed", "length-wider", "length-narrower"],
    where: "inside not",
    because:
      "A less strict schema inside `not` makes the outer schema stricter. The engine does not reverse the direction.",
  },
  {
    name: "no effect",
    engine: ["schema-constraint-changed", "parameter-serialization-changed"],
    ours: ["keyword-without-effect", "spelling-changed"],
    because:
      "The keyword does not apply to the type, a range implies it, or the new pattern matches the same strings.",
  },
  {
    name: "patterns",
    engine: ["schema-constraint-changed"],
    ours: ["pattern-wider", "pattern-narrower"],
    because:
      "The review compares the strings that both patterns match. The engine treats every pattern change as breaking.",
  },
  {
    name: "multiples",
    engine: ["schema-constraint-changed"],
    ours: ["multiple-of-wider", "multiple-of-narrower"],
    because:
      "Every multiple of 10 is a multiple of 5. The engine treats every change to `multipleOf` as breaking.",
  },
  {
    name: "formats within formats",
    engine: ["schema-constraint-changed"],
    ours: ["format-wider", "format-narrower"],
    because: "Every int32 is an int64. The engine treats every change to `format` as breaking.",
  },
  {
    name: "schema as a branch",
    engine: ["schema-combinator-changed"],
    ours: ["union-wider", "union-narrower", "union-kind-wider", "union-kind-narrower"],
    because:
      "The old schema is a branch of the new union, or the same branches are combined differently.",
  },
  {
    name: "null as a branch",
    engine: ["schema-combinator-changed"],
    ours: ["null-wider", "null-narrower"],
    because: "`anyOf` with `null` only makes the schema nullable.",
  },
  {
    name: "open enums",
    engine: ["schema-combinator-changed", ...ofEnums],
    ours: ["documented-value-added", "documented-value-removed", "enum-wider", "enum-narrower"],
    because: "An enum next to its plain type documents values without restricting them.",
  },
  {
    name: "const and enum",
    engine: [...ofEnums, "schema-constraint-changed"],
    ours: ["enum-value-added", "enum-value-removed"],
    because:
      "`const` is an enum with one value. The engine reports one keyword as removed and the other as added.",
  },
  {
    name: "headers declared elsewhere",
    engine: ["parameter-became-required", "parameter-removed"],
    ours: ["keyword-without-effect"],
    because:
      "The OpenAPI specification ignores header parameters named Accept, Content-Type, and Authorization.",
  },
  {
    name: "path-level parameters",
    engine: ["parameter-became-required", "parameter-removed"],
    ours: "anything less",
    where: "compared",
    because:
      "Parameters can be declared on the path or on each operation, in any order. `in` and `name` identify them.",
  },
  {
    name: "Content-Type response header",
    engine: ["response-header-removed"],
    ours: [],
    because:
      "The OpenAPI specification ignores response headers named Content-Type and uses `content` instead.",
  },
  {
    name: "explicit defaults",
    engine: ["parameter-serialization-changed"],
    ours: [],
    because: "`style` and `explode` have defaults. Writing them explicitly has no effect.",
  },
  {
    name: "equivalent media types",
    engine: ["media-type-removed"],
    ours: ["spelling-changed", "media-type-wider"],
    because:
      "Media types are case-insensitive, UTF-8 is the default charset, and a media range includes every type that " +
      "matches it.",
  },
  {
    name: "less strict parameters",
    engine: ["parameter-serialization-changed", "schema-type-changed", "schema-constraint-changed"],
    ours: ["parameter-serialization-wider", "parameter-takes-list"],
    because: "Requests that used to be valid still are.",
  },
  {
    name: "path prefix",
    engine: ["path-removed", "operation-removed", "server-removed"],
    ours: ["spelling-changed"],
    because:
      "Part of each path moved to the server URL, or the other way around. The full URLs stay the same.",
  },
  {
    name: "same server URL",
    engine: ["server-removed"],
    ours: [],
    because: "The URL is the same. A trailing slash or a new description does not change it.",
  },
  {
    name: "explicit security",
    engine: ["security-requirement-changed"],
    ours: [],
    because:
      "An operation can repeat the security requirements that it inherits, and a scheme can have any name.",
  },
  {
    name: "event credentials",
    engine: ["security-requirement-changed"],
    ours: ["security-tightened"],
    because:
      "The API itself sends webhooks and callbacks, so receivers do not break if it stops sending a credential.",
  },
  {
    name: "scheme name",
    engine: ["security-scheme-changed"],
    ours: ["security-scheme-renamed"],
    because: "A security scheme's name is used only inside the description.",
  },
  {
    name: "scheme type",
    engine: ["security-scheme-changed"],
    ours: ["security-scheme-rewritten"],
    because: "The credential stays in the same header.",
  },
  {
    name: "token format hint",
    engine: ["security-scheme-changed"],
    ours: ["description-changed"],
    because: "The OpenAPI specification defines `bearerFormat` as a documentation hint.",
  },
  {
    name: "unused component",
    engine: ["security-scheme-changed", ...ofSchemas],
    ours: ["component-unused"],
    because: "No operation, webhook, or callback uses the component.",
  },
  {
    name: "whole schema",
    engine: ofSchemas,
    ours: "anything less",
    where: "compared",
    because:
      "The engine compares keyword by keyword. This review compared the values that the whole schema allows.",
  },
];
