import type { Rule } from "../policy/policy.js";

/** A case in which our comparison overrules a breaking change that the engine reports. */
export interface Correction {
  /** The name of the correction in reports and tests. */
  readonly name: string;
  /** The engine rules that the correction applies to. */
  readonly engine: readonly string[];
  /**
   * Changes that our comparison must find at the same location. An empty list requires that there is no change, and
   * `"anything less"` requires that no change is breaking.
   */
  readonly ours: readonly Rule[] | "anything less";
  /** Additional condition that the location must meet. */
  readonly where?: "compared" | "excluded by readOnly or writeOnly";
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

/**
 * Breaking changes from `redocly diff` that the review downgrades. The test catalog covers each of these corrections.
 */
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
    name: "open enums",
    engine: ["schema-combinator-changed", "enum-values-added", "enum-values-removed"],
    ours: ["documented-value-added", "documented-value-removed", "enum-wider", "enum-narrower"],
    because: "An enum next to its plain type documents values without restricting them.",
  },
  {
    name: "whole schema",
    engine: ofSchemas,
    ours: "anything less",
    where: "compared",
    because:
      "The engine compares the schemas keyword by keyword. This review compares the values that both schemas allow.",
  },
  {
    name: "whole parameter",
    engine: ["parameter-became-required", "parameter-removed", "parameter-serialization-changed"],
    ours: "anything less",
    where: "compared",
    because:
      "This review matches parameters by `in` and `name`, on the path or on the operation, and applies the defaults " +
      "of `style` and `explode`.",
  },
  {
    name: "Content-Type response header",
    engine: ["response-header-removed"],
    ours: [],
    because:
      "The OpenAPI specification ignores response headers named Content-Type and uses `content` instead.",
  },
  {
    name: "equivalent media types",
    engine: ["media-type-removed"],
    ours: ["spelling-changed", "media-type-wider"],
    because:
      "Media type names are case-insensitive, the default charset is UTF-8, and a media range includes every type that " +
      "matches it.",
  },
  {
    name: "path prefix",
    engine: ["path-removed", "operation-removed"],
    ours: ["spelling-changed"],
    because: "A path prefix moved to or from the server URL. The full URLs stay the same.",
  },
  {
    name: "same server URL",
    engine: ["server-removed"],
    ours: "anything less",
    because:
      "The URL is still available: only its spelling or description changes, another server's variables allow it, or a " +
      "path prefix moves.",
  },
  {
    name: "explicit security",
    engine: ["security-requirement-changed"],
    ours: [],
    because:
      "An operation can repeat the security requirements that it inherits. The names of security schemes have no effect.",
  },
  {
    name: "event credentials",
    engine: ["security-requirement-changed"],
    ours: ["security-tightened"],
    because:
      "The API sends the webhook and callback requests, so receivers do not break if the API stops sending a credential.",
  },
  {
    name: "same credential",
    engine: ["security-scheme-changed"],
    ours: ["security-scheme-renamed", "security-scheme-rewritten", "description-changed"],
    because:
      "Clients send the same credential in the same header, query parameter, or cookie. The scheme's name and `bearerFormat` do not affect the credential.",
  },
  {
    name: "unused component",
    engine: ["security-scheme-changed", ...ofSchemas],
    ours: ["component-unused"],
    because: "No operation, webhook, or callback uses the component.",
  },
];
