import type { PolicyRow } from "./policy-row.js";

/** What changes of operations, parameters, bodies and responses are worth. */
export const operationPolicy = {
  "operation-removed": {
    what: "An operation or a whole path is removed or renamed",
    request: "major",
    because: "Requests that worked find nothing.",
  },
  "operation-added": {
    what: "An operation is added",
    request: "minor",
    because: "Nobody could call it before.",
  },
  "operation-id-changed": {
    what: "`operationId` is changed or removed",
    request: "none",
    types: "major",
    because: "Nothing changes on the wire, but generated clients name their methods after it.",
  },
  "operation-id-added": {
    what: "`operationId` is given for the first time",
    request: "none",
    types: "minor",
    because: "Nothing changes on the wire; generated clients get a better name for the method.",
  },
  "path-parameter-renamed": {
    what: "A path parameter is renamed",
    request: "none",
    types: "major",
    because: "The URL stays the same, but generated clients take the value by its name.",
  },
  "parameter-removed": {
    what: "A parameter is removed, renamed or moved",
    request: "major",
    response: "major",
    because: {
      request: "Requests that carry it are refused, or what they ask for is ignored.",
      response: "Receivers of the event that rely on it fail.",
    },
  },
  "parameter-added": {
    what: "An optional parameter is added",
    request: "minor",
    response: "minor",
    because: {
      request: "Requests without it are still right.",
      response: "Receivers of the event ignore what they do not know.",
    },
  },
  "parameter-added-required": {
    what: "A required parameter is added",
    request: "major",
    response: "minor",
    because: {
      request: "Requests without it are refused.",
      response: "Receivers of the event ignore what they do not know.",
    },
  },
  "parameter-required": {
    what: "A parameter becomes required",
    request: "major",
    response: "minor",
    because: {
      request: "Requests without it are refused.",
      response: "Receivers of the event can rely on it.",
    },
  },
  "parameter-optional": {
    what: "A parameter becomes optional",
    request: "minor",
    response: "major",
    because: {
      request: "Requests that carry it are still right.",
      response: "Receivers of the event that rely on it fail.",
    },
  },
  "parameter-serialization-changed": {
    what: "A parameter is written differently (`style`, `explode`, `allowReserved`, `allowEmptyValue`, or media type)",
    request: "major",
    response: "major",
    because: {
      request: "The same value is written in another form.",
      response: "The same value is written in another form.",
    },
  },
  "parameter-serialization-wider": {
    what: "A parameter may be written in one more way (`allowReserved` or `allowEmptyValue` becomes true)",
    request: "minor",
    response: "major",
    because: {
      request: "Whatever was written before is still understood.",
      response: "Receivers of the event may get what they could not get before.",
    },
  },
  "parameter-takes-list": {
    what: "A parameter takes a list instead of a single value, and a list of one is written like the value",
    request: "minor",
    response: "major",
    because: {
      request: "A single value is still understood.",
      response: "Receivers of the event may get more than one value.",
    },
  },
  "body-added": {
    what: "An optional request body is added",
    request: "minor",
    response: "minor",
    because: {
      request: "Requests without it are still right.",
      response: "Receivers of the event ignore what they do not know.",
    },
  },
  "body-added-required": {
    what: "A required request body is added, or the body becomes required",
    request: "major",
    response: "minor",
    because: {
      request: "Requests without a body are refused.",
      response: "Receivers of the event can rely on it.",
    },
  },
  "body-removed": {
    what: "The request body is removed",
    request: "major",
    response: "major",
    because: {
      request: "What senders put there is refused or ignored.",
      response: "Receivers of the event look for it and fail.",
    },
  },
  "body-optional": {
    what: "The request body becomes optional",
    request: "minor",
    response: "major",
    because: {
      request: "Requests with a body are still right.",
      response: "Receivers of the event that rely on it fail.",
    },
  },
  "media-type-removed": {
    what: "A media type is removed or renamed",
    request: "major",
    response: "major",
    because: "Bodies in that form are refused, or readers get a form that they did not ask for.",
  },
  "media-type-added": {
    what: "A media type is added",
    request: "minor",
    response: "minor",
    because: "What was understood still is; readers choose by `Accept`.",
  },
  "media-type-wider": {
    what: "A media type becomes part of a range such as `application/*`",
    request: "minor",
    response: "major",
    because: {
      request: "Bodies in that form are still accepted.",
      response: "Readers may get a form that they could not get before.",
    },
  },
  "encoding-wider": {
    what: "A part of a form may have one more media type",
    request: "minor",
    response: "major",
    because: {
      request: "Parts in the forms that were allowed still are.",
      response: "Readers may get a form that they could not get before.",
    },
  },
  "encoding-changed": {
    what: "The encoding of a part of a form changes",
    request: "major",
    response: "major",
    because: "The same value is written in another form.",
  },
  "response-removed": {
    what: "A response is removed, or its status changes",
    request: "major",
    response: "major",
    because: {
      request: "The API no longer understands this answer of a receiver.",
      response: "Code that handles the status never runs, and nothing says what comes instead.",
    },
  },
  "response-added": {
    what: "A response with another status is added",
    request: "minor",
    response: "minor",
    because: {
      request: "The answers that receivers gave are still understood.",
      response: "The answers that were documented still are.",
    },
  },
  "header-removed": {
    what: "A response header is removed or renamed",
    response: "major",
    request: "major",
    because: "Readers that rely on it fail.",
  },
  "header-added": {
    what: "A response header is added",
    response: "minor",
    request: "minor",
    because: "Readers ignore what they do not know.",
  },
  "header-required": {
    what: "A response header becomes required",
    response: "minor",
    request: "major",
    because: "Readers can rely on it.",
  },
  "header-optional": {
    what: "A response header becomes optional",
    response: "major",
    request: "minor",
    because: "Readers that rely on it fail.",
  },
  "link-changed": {
    what: "A link between operations is added, changed or removed",
    response: "minor",
    because: "The answer stays the same; only the documented way on changes.",
  },
  "event-removed": {
    what: "A webhook or callback is removed or renamed",
    response: "major",
    because: "Receivers wait for a call that never comes.",
  },
  "event-added": {
    what: "A webhook or callback is added",
    response: "minor",
    because: "Nobody gets it without asking for it.",
  },
} as const satisfies Record<string, PolicyRow>;
