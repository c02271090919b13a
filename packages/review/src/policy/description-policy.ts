import type { PolicyRow } from "./policy-row.js";

/** Levels for changes to security, servers, lifecycle, and documentation text. */
export const descriptionPolicy = {
  "security-tightened": {
    what: "An authentication option is removed or requires a different scheme or scope, or authentication becomes required",
    request: "major",
    response: "minor",
    because: {
      request: "Requests that were previously authorized are rejected.",
      response:
        "The API stops sending some credentials to receivers. All credentials that the API still sends were already documented.",
    },
  },
  "security-loosened": {
    what: "An authentication option is added or requires fewer schemes or scopes, or authentication is no longer required",
    request: "minor",
    response: "major",
    because: {
      request: "Existing credentials still work.",
      response: "The API may send credentials that receivers do not accept.",
    },
  },
  "security-scheme-changed": {
    what: "The type, location, name, flows, URLs, or scopes change in a security scheme that is in use",
    request: "major",
    because: "Clients must obtain or send credentials differently.",
  },
  "security-scheme-rewritten": {
    what: "A security scheme's type changes, but the credential stays in the same header",
    request: "minor",
    because:
      "Existing credentials still work, but tools may handle them differently. For an HTTP scheme, tools add the scheme name before the credential. For an API key, the caller supplies the whole header value.",
  },
  "security-scheme-extended": {
    what: "A flow or scope is added to a security scheme that is in use",
    request: "minor",
    because: "Existing flows and scopes still work.",
  },
  "security-scheme-renamed": {
    what: "A security scheme is renamed but otherwise unchanged",
    request: "none",
    types: "minor",
    because:
      "A scheme name is used only inside the description, but some code generators expose the name in their options.",
  },
  "server-removed": {
    what: "A server is removed or its URL changes",
    request: "major",
    because: "Requests to the old URL fail.",
  },
  "server-added": {
    what: "A server is added",
    request: "minor",
    because: "The existing URLs still work.",
  },
  "server-order-changed": {
    what: "A different server comes first in the list",
    request: "minor",
    because: "Many tools use the first server by default. Every URL still works.",
  },
  "server-variable-changed": {
    what: "A server variable's default value changes, or one of its allowed values is removed",
    request: "major",
    because: "Requests go to a different URL, or a documented URL is no longer available.",
  },
  "server-variable-extended": {
    what: "A server variable allows an additional value",
    request: "minor",
    because: "The existing URLs still work.",
  },
  deprecated: {
    what: "An operation, parameter, property, or other item is marked as deprecated",
    request: "minor",
    response: "minor",
    because: "The deprecated item still works, but users need time to migrate.",
  },
  "deprecation-lifted": {
    what: "An operation, parameter, property, or other item is no longer deprecated",
    request: "minor",
    response: "minor",
    because: "The item still works, and users no longer need to migrate.",
  },
  "sunset-earlier": {
    what: "A sunset date (`x-sunset`) is brought forward",
    request: "major",
    response: "major",
    because: "Users who planned for the later date have less time to migrate.",
  },
  "sunset-changed": {
    what: "A sunset date is added, postponed, or removed",
    request: "minor",
    response: "minor",
    because:
      "The deprecated item still works until its sunset date, but users need time to migrate.",
  },
  "description-changed": {
    what: "Documentation text changes: titles, summaries, descriptions, tags, contact details, or links to external documentation",
    request: "patch",
    response: "patch",
    because: "Only the documentation changes.",
  },
  "example-changed": {
    what: "An example is added, changed, or removed",
    request: "patch",
    response: "patch",
    because: "Only the documentation changes.",
  },
  "extension-changed": {
    what: "An extension (`x-…`) is added, changed, or removed, and no other rule covers the change",
    request: "patch",
    response: "patch",
    because: "The OpenAPI specification does not define what extensions mean.",
  },
  "spelling-changed": {
    what: "A constraint is expressed differently with the same effect, for example with a pattern that matches the same strings, a format that the range implies, an explicit charset, or a redundant branch",
    request: "patch",
    response: "patch",
    because: "The same values are allowed.",
  },
  "keyword-without-effect": {
    what: "A keyword or parameter without effect changes, for example `maxLength` on an integer or a header parameter that OpenAPI ignores",
    request: "patch",
    response: "patch",
    because: "The same values are allowed.",
  },
  "component-unused": {
    what: "An unused component changes",
    request: "patch",
    response: "patch",
    because: "No operation, webhook, or callback uses the component.",
  },
  "component-unclear": {
    what: "A component changes, but the review did not compare the locations that use the component",
    request: "minor",
    response: "minor",
    because: "The review cannot tell who is affected; check the change yourself.",
  },
  "dialect-changed": {
    what: "The OpenAPI version or the schema dialect changes",
    request: "patch",
    response: "patch",
    because: "The review compares the resulting schemas separately.",
  },
} as const satisfies Record<string, PolicyRow>;
