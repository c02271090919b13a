import type { PolicyRow } from "./policy-row.js";

/** What changes of security, servers, life cycle and words are worth. */
export const descriptionPolicy = {
  "security-tightened": {
    what: "A way to authenticate is removed, needs another scheme or another scope, or the first one is demanded",
    request: "major",
    response: "minor",
    because: {
      request: "Requests that were let in are turned away.",
      response:
        "The API no longer calls receivers with these credentials; those that it uses were documented before.",
    },
  },
  "security-loosened": {
    what: "A way to authenticate is added, needs less, or none is demanded any more",
    request: "minor",
    response: "major",
    because: {
      request: "Requests that were let in still are.",
      response: "The API may call receivers with credentials that they do not accept.",
    },
  },
  "security-scheme-changed": {
    what: "A security scheme in use changes its kind, place, name, flow, address or scopes",
    request: "major",
    because: "Credentials must be got or sent in another way.",
  },
  "security-scheme-rewritten": {
    what: "A security scheme is described as another kind, and the credential stays in the same header",
    request: "minor",
    because:
      "Requests that were let in still are. Tools may differ: for an HTTP scheme they write its name before the credential, for an API key the caller gives the whole value.",
  },
  "security-scheme-extended": {
    what: "A security scheme in use gains a flow or a scope",
    request: "minor",
    because: "The flows and scopes that were there still work.",
  },
  "security-scheme-renamed": {
    what: "A security scheme gets another name and stays the same",
    request: "none",
    types: "minor",
    because:
      "The name is used inside the description only; some generators show it in their options.",
  },
  "server-removed": {
    what: "A server is removed or gets another address",
    request: "major",
    because: "Requests to the old address find nothing.",
  },
  "server-added": {
    what: "A server is added",
    request: "minor",
    because: "The other addresses still work.",
  },
  "server-order-changed": {
    what: "Another server is the first of the list",
    request: "minor",
    because: "Many tools take the first server unless told otherwise; every address still works.",
  },
  "server-variable-changed": {
    what: "The default of a server variable changes, or a value of it is removed",
    request: "major",
    because: "Requests go to another address, or a known address is no longer allowed.",
  },
  "server-variable-extended": {
    what: "A server variable allows one more value",
    request: "minor",
    because: "The other addresses still work.",
  },
  deprecated: {
    what: "Something is announced as deprecated",
    request: "minor",
    response: "minor",
    because: "It still works; users should know in time.",
  },
  "deprecation-lifted": {
    what: "Something is no longer deprecated",
    request: "minor",
    response: "minor",
    because: "It worked before and stays.",
  },
  "sunset-earlier": {
    what: "The date of a sunset (`x-sunset`) moves to an earlier day",
    request: "major",
    response: "major",
    because: "Users planned with the later date.",
  },
  "sunset-changed": {
    what: "A sunset is announced, moved to a later day or lifted",
    request: "minor",
    response: "minor",
    because: "It works until then; users should know in time.",
  },
  "description-changed": {
    what: "Words for people: titles, summaries, descriptions, tags, contact, links to more",
    request: "patch",
    response: "patch",
    because: "Documentation only.",
  },
  "example-changed": {
    what: "An example is added, changed or removed",
    request: "patch",
    response: "patch",
    because: "Documentation only.",
  },
  "extension-changed": {
    what: "An extension (`x-…`) that this policy gives no other meaning",
    request: "patch",
    response: "patch",
    because: "Documentation only, as far as the standard knows.",
  },
  "spelling-changed": {
    what: "The same thing in another spelling: a pattern that matches the same texts, a format that the range implies, a charset written out, a branch that another one contains",
    request: "patch",
    response: "patch",
    because: "No value is allowed or forbidden by it.",
  },
  "keyword-without-effect": {
    what: "A keyword that cannot apply, such as `maxLength` of an integer or a header parameter that the standard tells to ignore",
    request: "patch",
    response: "patch",
    because: "No value is allowed or forbidden by it.",
  },
  "component-unused": {
    what: "A component that no operation, webhook or callback reaches",
    request: "patch",
    response: "patch",
    because: "Nothing on the wire depends on it.",
  },
  "component-unclear": {
    what: "A component that an operation reaches only through what is added or removed, or in a way that the review does not follow",
    request: "minor",
    response: "minor",
    because: "The review does not know who is affected; look at the change itself.",
  },
  "dialect-changed": {
    what: "The version of OpenAPI or the dialect of the schemas",
    request: "patch",
    response: "patch",
    because: "What follows from it for the schemas is compared by itself.",
  },
} as const satisfies Record<string, PolicyRow>;
