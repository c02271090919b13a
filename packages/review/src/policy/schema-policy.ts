import { comparable, constraint, type PolicyRow } from "./policy-row.js";

/** Levels for changes inside a schema. */
export const schemaPolicy = {
  ...comparable("type", "The type"),
  ...constraint(
    "text-type",
    "The primitive type (string, number, or boolean) of a parameter or header",
  ),
  ...constraint("null", "Nullability"),
  ...constraint("enum", "The restriction to specific values (`enum`, `const`)"),
  "enum-value-removed": {
    what: "A value is removed from a closed enum",
    request: "major",
    response: "minor",
    because: {
      request: "Requests that contain the value are rejected.",
      response: "Clients no longer receive the value.",
    },
  },
  "enum-value-added": {
    what: "A value is added to a closed enum",
    request: "minor",
    response: "major",
    because: {
      request: "Clients may send the new value.",
      response: "Clients may be unable to handle a value that was not allowed before.",
    },
  },
  "documented-value-added": {
    what: "A value is added to an open enum",
    request: "minor",
    response: "minor",
    because: "Any string was already allowed; the new value is now documented.",
  },
  "documented-value-removed": {
    what: "A value is removed from an open enum",
    request: "minor",
    response: "minor",
    because: "The value is still allowed, but no longer documented.",
  },
  "extensible-value-removed": {
    what: "A value is removed from `x-extensible-enum` (or from `x-ms-enum` with `modelAsString`)",
    request: "major",
    response: "minor",
    because: {
      request:
        "Clients may still send the value, but the contract no longer lists the value as accepted.",
      response: "Clients must already handle values that are not in the list.",
    },
  },
  ...constraint("minimum", "A numeric lower bound"),
  ...constraint("maximum", "A numeric upper bound"),
  ...comparable("multiple-of", "`multipleOf`"),
  ...constraint("length", "A length or size limit (for example, `minLength` or `maxItems`)"),
  ...comparable("pattern", "`pattern`"),
  ...comparable("format", "`format`", {
    request: "Requests with values in another format may be rejected.",
    response:
      "Code that parses or validates the value according to its format, such as a UUID or date, may reject new values.",
  }),
  ...comparable(
    "content",
    "A string's encoding or media type (`contentEncoding`, `contentMediaType`)",
  ),
  ...constraint("unique-items", "`uniqueItems`"),
  "property-removed": {
    what: "A property is removed or renamed",
    request: "major",
    response: "major",
    because: {
      request: "Requests that include the property are rejected, or the property is ignored.",
      response: "Clients that read the property no longer find it.",
    },
  },
  "property-added": {
    what: "An optional property is added",
    request: "minor",
    response: "minor",
    because: {
      request: "Clients may omit the property.",
      response: "In an open object, clients ignore properties that they do not expect.",
    },
  },
  "property-added-required": {
    what: "A required property is added",
    request: "major",
    response: "minor",
    because: {
      request: "Requests without the property are rejected.",
      response: "Clients receive an additional property.",
    },
  },
  "property-added-closed": {
    what: "A property is added to a closed object (`additionalProperties: false`)",
    request: "minor",
    response: "major",
    because: {
      request: "Clients may omit the property.",
      response: "Clients that validate the response against the old schema reject it.",
    },
  },
  "property-required": {
    what: "A property becomes required",
    request: "major",
    response: "minor",
    because: {
      request: "Requests without the property are rejected.",
      response: "Clients can rely on the property.",
    },
  },
  "property-optional": {
    what: "A property becomes optional",
    request: "minor",
    response: "major",
    because: {
      request: "Clients may omit the property.",
      response: "Clients that rely on the property fail.",
    },
  },
  ...constraint("additional-properties", "`additionalProperties` or `unevaluatedProperties`"),
  ...constraint("pattern-properties", "`patternProperties`"),
  ...constraint("property-names", "`propertyNames`"),
  ...constraint("dependent-required", "`dependentRequired`"),
  ...constraint("dependent-schemas", "`dependentSchemas`"),
  ...constraint("items", "`items`, `prefixItems`, or `unevaluatedItems`"),
  ...constraint("contains", "`contains`, `minContains`, or `maxContains`"),
  ...constraint("not", "The restriction that `not` imposes"),
  ...comparable("condition", "A condition (`if`, `then`, `else`)"),
  ...comparable("union", "A `oneOf` or `anyOf` union or one of its branches"),
  "union-value-moved": {
    what: "A value moves to another branch of a `oneOf` or `anyOf` union",
    request: "minor",
    response: "minor",
    because:
      "The union still allows the same values, but code that uses the type of the old branch may have to use the type of the new branch.",
  },
  ...constraint("union-kind", "The union keyword (`oneOf` or `anyOf`)"),
  "discriminator-set": {
    what: "A discriminator is added",
    request: "minor",
    response: "minor",
    because:
      "A discriminator identifies the branch that a value belongs to. The branches still allow the same values.",
  },
  "discriminator-lifted": {
    what: "A discriminator is removed",
    request: "minor",
    response: "major",
    because: {
      request: "The branches still allow the same values.",
      response:
        "Clients use the discriminator property to select the branch, but its values are no longer documented.",
    },
  },
  "discriminator-changed": {
    what: "A discriminator's property or mapping changes",
    request: "major",
    response: "major",
    types: "major",
    because:
      "Generated code uses the discriminator to select a branch and may now select the wrong branch.",
  },
  "discriminator-value-added": {
    what: "A value is added to a discriminator mapping",
    request: "minor",
    response: "minor",
    because: "Existing mappings still work. A new branch is rated separately.",
  },
  "discriminator-value-removed": {
    what: "A value is removed from a discriminator mapping without a replacement",
    request: "major",
    response: "minor",
    because: {
      request: "Requests that contain the value are rejected.",
      response: "Clients no longer receive the value.",
    },
  },
  "read-only-changed": {
    what: "A response property becomes `readOnly` or is no longer `readOnly`",
    request: "minor",
    response: "minor",
    because: {
      request: "The property is added to or removed from requests.",
      response: "Responses stay the same.",
    },
  },
  "write-only-changed": {
    what: "A request property becomes `writeOnly` or is no longer `writeOnly`",
    request: "minor",
    response: "minor",
    because: {
      request: "Requests stay the same.",
      response: "The property is added to or removed from responses.",
    },
  },
  "default-added": {
    what: "A default value is added",
    request: "minor",
    response: "minor",
    because: "Previously, the behavior for an omitted value was not documented.",
  },
  "default-changed": {
    what: "A default value changes or is removed",
    request: "major",
    response: "minor",
    because: {
      request: "A request that omits the value now has a different meaning.",
      response: "Responses contain the actual value, so clients do not need the default value.",
    },
  },
  "xml-changed": {
    what: "The XML representation (`xml`) changes",
    request: "major",
    response: "major",
    because: "The same data has a different XML representation.",
  },
} as const satisfies Record<string, PolicyRow>;
