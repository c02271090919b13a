import type { Rule } from "../policy/policy.js";

/** A case in which our own comparison overrules a breaking change reported by the engine. */
export interface Correction {
  /** The name that tests use. */
  readonly name: string;
  /** The engine's rules that the correction applies to. */
  readonly engine: readonly string[];
  /**
   * The rules of our findings at the same place. An empty list means no findings. `"anything less"` means no breaking
   * change.
   */
  readonly ours: readonly Rule[] | "anything less";
  /** An additional condition for the place. */
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

/**
 * All cases in which the review ignores a breaking change reported by `redocly diff`. The test catalog has a pair of
 * descriptions for each case.
 */
export const corrections: readonly Correction[] = [
  {
    name: "excluded in this direction",
    engine: ofSchemas,
    ours: [],
    where: "excluded by readOnly or writeOnly",
    because:
      "A readOnly property isn't part of requests. A writeOnly property isn't part of responses.",
  },
  {
    name: "same values",
    engine: ofSchemas,
    ours: [],
    where: "compared",
    because:
      "Both schemas allow the same values, for example after merging allOf, simplifying unions, or removing " +
      "keywords without effect. The engine compares keyword by keyword.",
  },
  {
    name: "inside not",
    engine: ofSchemas,
    ours: ["enum-value-added", "enum-value-removed", "length-wider", "length-narrower"],
    where: "inside not",
    because: "Allowing more inside `not` allows less outside. The engine ignores this.",
  },
  {
    name: "no effect",
    engine: ["schema-constraint-changed", "parameter-serialization-changed"],
    ours: ["keyword-without-effect", "spelling-changed"],
    because:
      "The keyword doesn't apply to the type, a range implies it, or the new pattern matches the same strings.",
  },
  {
    name: "patterns",
    engine: ["schema-constraint-changed"],
    ours: ["pattern-wider", "pattern-narrower"],
    because:
      "Automata show which pattern allows more. The engine reports any change of a pattern as breaking.",
  },
  {
    name: "multiples",
    engine: ["schema-constraint-changed"],
    ours: ["multiple-of-wider", "multiple-of-narrower"],
    because:
      "Every multiple of 10 is a multiple of 5. The engine reports any change of multipleOf as breaking.",
  },
  {
    name: "formats within formats",
    engine: ["schema-constraint-changed"],
    ours: ["format-wider", "format-narrower"],
    because: "Every int32 is an int64. The engine reports any change of format as breaking.",
  },
  {
    name: "schema as a branch",
    engine: ["schema-combinator-changed"],
    ours: ["union-wider", "union-narrower", "union-kind-wider", "union-kind-narrower"],
    because:
      "The old schema is a branch of the new union, or the same branches are combined differently.",
  },
  {
    name: "null in a union",
    engine: ["schema-combinator-changed"],
    ours: ["null-wider", "null-narrower"],
    because: "`anyOf` with `null` only makes a schema nullable.",
  },
  {
    name: "open enums",
    engine: ["schema-combinator-changed", ...ofEnums],
    ours: ["documented-value-added", "documented-value-removed", "enum-wider", "enum-narrower"],
    because:
      "In a union with the whole type, a list of values only documents values. It doesn't restrict them.",
  },
  {
    name: "const and enum",
    engine: [...ofEnums, "schema-constraint-changed"],
    ours: ["enum-value-added", "enum-value-removed"],
    because:
      "`const` is an enum with one value. The engine reports one as removed and the other as added.",
  },
  {
    name: "ignored headers",
    engine: ["parameter-became-required", "parameter-removed"],
    ours: ["keyword-without-effect"],
    because: "OpenAPI ignores header parameters named Accept, Content-Type, and Authorization.",
  },
  {
    name: "parameters of paths",
    engine: ["parameter-became-required", "parameter-removed"],
    ours: "anything less",
    where: "compared",
    because:
      "Parameters can be declared for a path or for each operation, in any order. `in` and `name` identify them.",
  },
  {
    name: "Content-Type of a response",
    engine: ["response-header-removed"],
    ours: [],
    because: "OpenAPI ignores a response header named Content-Type, because `content` defines it.",
  },
  {
    name: "explicit defaults",
    engine: ["parameter-serialization-changed"],
    ours: [],
    because: "`style` and `explode` have defaults. Writing them explicitly changes nothing.",
  },
  {
    name: "spelling of media types",
    engine: ["media-type-removed"],
    ours: ["spelling-changed", "media-type-wider"],
    because:
      "Media types are case-insensitive, the default charset is UTF-8, and a range includes its types.",
  },
  {
    name: "parameters that accept more",
    engine: ["parameter-serialization-changed", "schema-type-changed", "schema-constraint-changed"],
    ours: ["parameter-serialization-wider", "parameter-takes-list"],
    because: "Existing requests stay valid.",
  },
  {
    name: "prefix of paths",
    engine: ["path-removed", "operation-removed", "server-removed"],
    ours: ["spelling-changed"],
    because: "A part of the paths moved to the server URL, or back. The full URLs stay the same.",
  },
  {
    name: "same server URL",
    engine: ["server-removed"],
    ours: [],
    because:
      "The URL is the same. A trailing slash and the description of the server don't matter.",
  },
  {
    name: "explicit security",
    engine: ["security-requirement-changed"],
    ours: [],
    because: "An operation can repeat inherited requirements, and a scheme can have any name.",
  },
  {
    name: "credentials of events",
    engine: ["security-requirement-changed"],
    ours: ["security-tightened"],
    because:
      "The API itself calls webhooks and callbacks. Removing credentials there breaks nothing.",
  },
  {
    name: "name of a scheme",
    engine: ["security-scheme-changed"],
    ours: ["security-scheme-renamed"],
    because: "The name of a security scheme is used only inside the description.",
  },
  {
    name: "type of a scheme",
    engine: ["security-scheme-changed"],
    ours: ["security-scheme-rewritten"],
    because: "The credential is sent in the same header, independent of the type of the scheme.",
  },
  {
    name: "hint about tokens",
    engine: ["security-scheme-changed"],
    ours: ["description-changed"],
    because: "In OpenAPI, `bearerFormat` is only a hint for documentation.",
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
      "The engine compares keyword by keyword. This review compares what the whole schema allows.",
  },
];
