import { comparable, constraint, type PolicyRow } from "./policy-row.js";

/** What changes inside a schema are worth. */
export const schemaPolicy = {
  ...comparable("type", "The type"),
  ...constraint(
    "text-type",
    "The type of a parameter or header, which travels as text: a number or boolean for any text, or the other way round,",
  ),
  ...constraint("null", "Whether `null` is allowed"),
  ...constraint("enum", "A list of values (`enum`, `const`) that is set or lifted"),
  "enum-value-removed": {
    what: "A value is taken out of a closed list",
    request: "major",
    response: "minor",
    because: {
      request: "Requests with the value are refused.",
      response: "Readers just never get it again.",
    },
  },
  "enum-value-added": {
    what: "A value is added to a closed list",
    request: "minor",
    response: "major",
    because: {
      request: "Senders may use it.",
      response: "Readers were promised that there is no such value.",
    },
  },
  "documented-value-added": {
    what: "An open enum documents one more value",
    request: "minor",
    response: "minor",
    because: "Any text was allowed before; now one more has a documented meaning.",
  },
  "documented-value-removed": {
    what: "An open enum documents one value less",
    request: "minor",
    response: "minor",
    because: "The value is still allowed; it is only no longer explained.",
  },
  "extensible-value-removed": {
    what: "A value is taken out of `x-extensible-enum` (or of `x-ms-enum` with `modelAsString`)",
    request: "major",
    response: "minor",
    because: {
      request: "Senders use the value, and nothing says any more that it is accepted.",
      response: "Readers were told not to rely on the list.",
    },
  },
  ...constraint("minimum", "The lower end of a range"),
  ...constraint("maximum", "The upper end of a range"),
  ...comparable("multiple-of", "`multipleOf`"),
  ...constraint("length", "A length or a number of entries (`minLength` … `maxProperties`)"),
  ...comparable("pattern", "`pattern`"),
  ...comparable("format", "`format`", {
    request: "Requests whose values have another form may be refused.",
    response:
      "Code that parses or checks the value by its format, such as a UUID or date type, may get one that it refuses.",
  }),
  ...comparable(
    "content",
    "Encoding or media type of a text (`contentEncoding`, `contentMediaType`)",
  ),
  ...constraint("unique-items", "`uniqueItems`"),
  "property-removed": {
    what: "A property is removed or renamed",
    request: "major",
    response: "major",
    because: {
      request: "What senders put there is refused or lost.",
      response: "What readers look for is not there.",
    },
  },
  "property-added": {
    what: "An optional property is added",
    request: "minor",
    response: "minor",
    because: {
      request: "Senders may leave it out.",
      response: "Readers of an open object ignore what they do not know.",
    },
  },
  "property-added-required": {
    what: "A required property is added",
    request: "major",
    response: "minor",
    because: {
      request: "Requests without it are refused.",
      response: "Readers get more.",
    },
  },
  "property-added-closed": {
    what: "A property is added to an object that promised to hold no other (`additionalProperties: false`)",
    request: "minor",
    response: "major",
    because: {
      request: "Senders may leave it out.",
      response: "Readers that check what they were promised refuse the body.",
    },
  },
  "property-required": {
    what: "A property becomes required",
    request: "major",
    response: "minor",
    because: {
      request: "Requests without it are refused.",
      response: "Readers can rely on it.",
    },
  },
  "property-optional": {
    what: "A property becomes optional",
    request: "minor",
    response: "major",
    because: {
      request: "Senders may leave it out.",
      response: "Readers that rely on it fail.",
    },
  },
  ...constraint("additional-properties", "`additionalProperties` or `unevaluatedProperties`"),
  ...constraint("pattern-properties", "A pattern of `patternProperties`"),
  ...constraint("property-names", "`propertyNames`"),
  ...constraint("dependent-required", "`dependentRequired`"),
  ...constraint("dependent-schemas", "`dependentSchemas`"),
  ...constraint("items", "`items`, `prefixItems` or `unevaluatedItems`"),
  ...constraint("contains", "`contains`, `minContains` or `maxContains`"),
  ...constraint("not", "`not`"),
  ...comparable("condition", "`if`, `then`, `else`"),
  ...constraint("union", "A branch of `oneOf` or `anyOf`, or the choice itself"),
  ...constraint("union-kind", "`oneOf` for `anyOf` or the other way round"),
  "discriminator-set": {
    what: "A discriminator is set",
    request: "minor",
    response: "minor",
    because: "It names the branch that a value belongs to; the branches allow what they allowed.",
  },
  "discriminator-lifted": {
    what: "A discriminator is removed",
    request: "minor",
    response: "major",
    because: {
      request: "The branches allow what they allowed.",
      response: "Readers pick the branch by its property, and no list of its values is left.",
    },
  },
  "discriminator-changed": {
    what: "A discriminator reads another property or another mapping",
    request: "major",
    response: "major",
    types: "major",
    because: "Generated code picks the branch by it and would pick another one.",
  },
  "discriminator-value-added": {
    what: "A value is added to the mapping of a discriminator",
    request: "minor",
    response: "minor",
    because: "The values that were mapped still are; a new branch counts by itself.",
  },
  "discriminator-value-removed": {
    what: "A value of a discriminator is no longer mapped, and no other value takes its place",
    request: "major",
    response: "minor",
    because: {
      request: "Requests with the value are refused.",
      response: "Readers just never get it again.",
    },
  },
  "read-only-changed": {
    what: "`readOnly` changes, seen from the readers",
    request: "minor",
    response: "minor",
    because: {
      request: "Senders see the property removed or added.",
      response: "Bodies stay as they are.",
    },
  },
  "write-only-changed": {
    what: "`writeOnly` changes, seen from the senders",
    request: "minor",
    response: "minor",
    because: {
      request: "Requests stay as they are.",
      response: "Readers see the property removed or added.",
    },
  },
  "default-added": {
    what: "A default is documented for the first time",
    request: "minor",
    response: "minor",
    because: "What happened without a value was unsaid before.",
  },
  "default-changed": {
    what: "A default changes or is no longer documented",
    request: "major",
    response: "minor",
    because: {
      request: "The same request without the value now means something else.",
      response: "Readers get the value itself.",
    },
  },
  "xml-changed": {
    what: "Names or places in XML change",
    request: "major",
    response: "major",
    because: "The same data is written differently in XML.",
  },
} as const satisfies Record<string, PolicyRow>;
