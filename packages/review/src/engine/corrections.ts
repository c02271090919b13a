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
  readonly where?: "compared" | "kept off by readOnly or writeOnly" | "inside not";
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
    name: "not part of this way",
    engine: ofSchemas,
    ours: [],
    where: "kept off by readOnly or writeOnly",
    because: "A readOnly property is no part of a request, a writeOnly one no part of a response.",
  },
  {
    name: "same values",
    engine: ofSchemas,
    ours: [],
    where: "compared",
    because:
      "Both spellings allow the same values (allOf merged, choices of one branch, of types or of values " +
      "written plainly, neutral keywords left out). The engine compares keyword by keyword.",
  },
  {
    name: "inside not",
    engine: ofSchemas,
    ours: ["enum-value-added", "enum-value-removed", "length-wider", "length-narrower"],
    where: "inside not",
    because: "What allows more inside `not` allows less outside; the engine does not turn round.",
  },
  {
    name: "no effect",
    engine: ["schema-constraint-changed", "parameter-serialization-changed"],
    ours: ["keyword-without-effect", "spelling-changed"],
    because:
      "The keyword cannot apply to the type, a range implies it, or the new pattern matches the same texts.",
  },
  {
    name: "patterns",
    engine: ["schema-constraint-changed"],
    ours: ["pattern-wider", "pattern-narrower"],
    because:
      "Automata tell which pattern allows more; to the engine every change of a pattern is a break.",
  },
  {
    name: "multiples",
    engine: ["schema-constraint-changed"],
    ours: ["multiple-of-wider", "multiple-of-narrower"],
    because:
      "Every multiple of 10 is one of 5; to the engine every change of multipleOf is a break.",
  },
  {
    name: "formats within formats",
    engine: ["schema-constraint-changed"],
    ours: ["format-wider", "format-narrower"],
    because: "Every int32 is an int64; to the engine every change of format is a break.",
  },
  {
    name: "schema as a branch",
    engine: ["schema-combinator-changed"],
    ours: ["union-wider", "union-narrower", "union-kind-wider", "union-kind-narrower"],
    because:
      "The old schema is a branch of the new choice, or the same branches are combined otherwise.",
  },
  {
    name: "null by choice",
    engine: ["schema-combinator-changed"],
    ours: ["null-wider", "null-narrower"],
    because: "`anyOf` with `null` only makes a schema nullable.",
  },
  {
    name: "open enums",
    engine: ["schema-combinator-changed", ...ofEnums],
    ours: ["documented-value-added", "documented-value-removed", "enum-wider", "enum-narrower"],
    because: "A list of values beside its whole type documents values; it does not limit them.",
  },
  {
    name: "const and enum",
    engine: [...ofEnums, "schema-constraint-changed"],
    ours: ["enum-value-added", "enum-value-removed"],
    because:
      "`const` is an enum of one; the engine takes the one for lifted and the other for set.",
  },
  {
    name: "headers told elsewhere",
    engine: ["parameter-became-required", "parameter-removed"],
    ours: ["keyword-without-effect"],
    because: "The standard ignores header parameters named Accept, Content-Type and Authorization.",
  },
  {
    name: "parameters of the path",
    engine: ["parameter-became-required", "parameter-removed"],
    ours: "anything less",
    where: "compared",
    because:
      "A parameter may be declared at the path or at each of its operations, in any order; its place and its name tell which one it is.",
  },
  {
    name: "Content-Type of a response",
    engine: ["response-header-removed"],
    ours: [],
    because: "The standard ignores a response header named Content-Type; `content` tells it.",
  },
  {
    name: "defaults written out",
    engine: ["parameter-serialization-changed"],
    ours: [],
    because: "`style` and `explode` have defaults; to write them out changes nothing.",
  },
  {
    name: "spelling of media types",
    engine: ["media-type-removed"],
    ours: ["spelling-changed", "media-type-wider"],
    because:
      "Media types have no case, UTF-8 is the charset that everybody assumes, and a range contains its types.",
  },
  {
    name: "parameters that take more",
    engine: ["parameter-serialization-changed", "schema-type-changed", "schema-constraint-changed"],
    ours: ["parameter-serialization-wider", "parameter-takes-list"],
    because: "Whatever was sent before is still understood.",
  },
  {
    name: "prefix of the paths",
    engine: ["path-removed", "operation-removed", "server-removed"],
    ours: ["spelling-changed"],
    because: "A part of the paths moved into the address of the server, or back; the URLs stay.",
  },
  {
    name: "same address of a server",
    engine: ["server-removed"],
    ours: [],
    because: "The address is the same; a slash at its end and the words beside it change no URL.",
  },
  {
    name: "security written out",
    engine: ["security-requirement-changed"],
    ours: [],
    because: "An operation may repeat what it inherits, and a scheme may have any name.",
  },
  {
    name: "credentials of events",
    engine: ["security-requirement-changed"],
    ours: ["security-tightened"],
    because:
      "The API calls webhooks and callbacks itself: credentials that it no longer uses break nobody.",
  },
  {
    name: "name of a scheme",
    engine: ["security-scheme-changed"],
    ours: ["security-scheme-renamed"],
    because: "The name of a security scheme is used inside the description only.",
  },
  {
    name: "kind of a scheme",
    engine: ["security-scheme-changed"],
    ours: ["security-scheme-rewritten"],
    because: "The credential stays in the same header, whatever the scheme is called.",
  },
  {
    name: "hint about tokens",
    engine: ["security-scheme-changed"],
    ours: ["description-changed"],
    because: "The standard calls `bearerFormat` a hint for documentation.",
  },
  {
    name: "unused component",
    engine: ["security-scheme-changed", ...ofSchemas],
    ours: ["component-unused"],
    because: "No operation, webhook or callback reaches the component.",
  },
  {
    name: "whole schema",
    engine: ofSchemas,
    ours: "anything less",
    where: "compared",
    because:
      "The engine compares keyword by keyword; this review compared what the whole schema allows.",
  },
];
