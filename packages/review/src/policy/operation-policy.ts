import type { PolicyRow } from "./policy-row.js";

/** Levels for changes to operations, parameters, bodies, and responses. */
export const operationPolicy = {
  "operation-removed": {
    what: "An operation or a whole path is removed or renamed",
    request: "major",
    because: "Requests to the old operation fail.",
  },
  "operation-added": {
    what: "An operation is added",
    request: "minor",
    because: "Existing clients are not affected.",
  },
  "operation-id-changed": {
    what: "`operationId` is changed or removed",
    request: "none",
    types: "major",
    because: "Requests stay the same, but generated clients use the ID as the method name.",
  },
  "operation-id-added": {
    what: "`operationId` is added",
    request: "none",
    types: "minor",
    because: "Requests stay the same. Generated clients get a better method name.",
  },
  "path-parameter-renamed": {
    what: "A path parameter is renamed",
    request: "none",
    types: "major",
    because: "The URL stays the same, but callers of generated clients pass the parameter by name.",
  },
  "parameter-removed": {
    what: "A parameter is removed, renamed, or moved",
    request: "major",
    response: "major",
    because: {
      request: "Requests that include the parameter are rejected, or the parameter is ignored.",
      response: "Receivers that rely on the parameter fail.",
    },
  },
  "parameter-added": {
    what: "An optional parameter is added",
    request: "minor",
    response: "minor",
    because: {
      request: "Requests without the parameter are still valid.",
      response: "Receivers ignore data that they do not expect.",
    },
  },
  "parameter-added-required": {
    what: "A required parameter is added",
    request: "major",
    response: "minor",
    because: {
      request: "Requests without the parameter are rejected.",
      response: "Receivers ignore data that they do not expect.",
    },
  },
  "parameter-required": {
    what: "A parameter becomes required",
    request: "major",
    response: "minor",
    because: {
      request: "Requests without the parameter are rejected.",
      response: "Receivers can rely on the parameter.",
    },
  },
  "parameter-optional": {
    what: "A parameter becomes optional",
    request: "minor",
    response: "major",
    because: {
      request: "Requests that include the parameter are still valid.",
      response: "Receivers that rely on the parameter fail.",
    },
  },
  "parameter-serialization-changed": {
    what: "A parameter's serialization changes (`style`, `explode`, `allowReserved`, `allowEmptyValue`, or media type)",
    request: "major",
    response: "major",
    because: "The same value is serialized differently.",
  },
  "parameter-serialization-wider": {
    what: "A parameter accepts an additional serialization (`allowReserved` or `allowEmptyValue` becomes true)",
    request: "minor",
    response: "major",
    because: {
      request: "The old serialization is still accepted.",
      response: "Receivers may receive values that use the new serialization.",
    },
  },
  "parameter-takes-list": {
    what: "A parameter that accepted a single value now accepts a list, and single values are still valid as one-item lists",
    request: "minor",
    response: "major",
    because: {
      request: "A single value is still accepted.",
      response: "Receivers may receive more than one value.",
    },
  },
  "body-added": {
    what: "An optional request body is added",
    request: "minor",
    response: "minor",
    because: {
      request: "Requests without a body are still valid.",
      response: "Receivers ignore data that they do not expect.",
    },
  },
  "body-added-required": {
    what: "A required request body is added, or the body becomes required",
    request: "major",
    response: "minor",
    because: {
      request: "Requests without a body are rejected.",
      response: "Receivers can rely on the body.",
    },
  },
  "body-removed": {
    what: "The request body is removed",
    request: "major",
    response: "major",
    because: {
      request: "Requests with a body are rejected, or the body is ignored.",
      response: "Receivers that rely on the body fail.",
    },
  },
  "body-optional": {
    what: "The request body becomes optional",
    request: "minor",
    response: "major",
    because: {
      request: "Requests with a body are still valid.",
      response: "Receivers that rely on the body fail.",
    },
  },
  "media-type-removed": {
    what: "A media type is removed or renamed",
    request: "major",
    response: "major",
    because:
      "Requests with the old media type are rejected, or clients receive a media type that they did not request.",
  },
  "media-type-added": {
    what: "A media type is added",
    request: "minor",
    response: "minor",
    because:
      "The existing media types still work. Clients select a media type with the `Accept` header.",
  },
  "media-type-wider": {
    what: "A media type is replaced with a range that includes it, such as `application/*`",
    request: "minor",
    response: "major",
    because: {
      request: "Requests with the old media type are still accepted.",
      response: "Clients may receive media types that they do not support.",
    },
  },
  "encoding-wider": {
    what: "A part of a multipart or form body accepts an additional media type",
    request: "minor",
    response: "major",
    because: {
      request: "The existing media types are still accepted.",
      response: "Clients may receive media types that they do not support.",
    },
  },
  "encoding-changed": {
    what: "A part of a multipart or form body is encoded differently",
    request: "major",
    response: "major",
    because: "The same value is serialized differently.",
  },
  "response-removed": {
    what: "A response is removed",
    request: "major",
    response: "major",
    because: {
      request: "The API no longer handles this response from a receiver.",
      response: "Code that handles this status code no longer runs.",
    },
  },
  "response-status-changed": {
    what: "A response's status code changes to another code of the same class, for example from 200 to 201",
    request: "major",
    response: "major",
    because: {
      request: "The API no longer handles the old status code from a receiver.",
      response: "Code that handles only the old status code does not handle the new status code.",
    },
  },
  "response-added": {
    what: "A response with a new status code is added",
    request: "minor",
    response: "minor",
    because: {
      request: "The API still handles the existing responses from receivers.",
      response: "The existing responses do not change.",
    },
  },
  "header-removed": {
    what: "A response header is removed or renamed",
    response: "major",
    request: "major",
    because: "Clients that rely on the header fail.",
  },
  "header-added": {
    what: "A response header is added",
    response: "minor",
    request: "minor",
    because: "Clients ignore headers that they do not expect.",
  },
  "header-required": {
    what: "A response header becomes required",
    response: "minor",
    request: "major",
    because: "Clients can rely on the header.",
  },
  "header-optional": {
    what: "A response header becomes optional",
    response: "major",
    request: "minor",
    because: "Clients that rely on the header fail.",
  },
  "link-changed": {
    what: "A link between operations is added, changed, or removed",
    response: "minor",
    because: "The response stays the same; only the documented follow-up operations change.",
  },
  "event-removed": {
    what: "A webhook or callback is removed or renamed",
    response: "major",
    because: "Receivers wait for an event that the API no longer sends.",
  },
  "event-added": {
    what: "A webhook or callback is added",
    response: "minor",
    because: "Only clients that subscribe to the event receive it.",
  },
} as const satisfies Record<string, PolicyRow>;
