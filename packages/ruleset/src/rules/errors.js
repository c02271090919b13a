// @ts-check
// Rules for error responses and request IDs.
import {
  componentAt,
  isError,
  list,
  node,
  walkMediaTypes,
  walkResponses,
  walkSchemas,
} from "../walk.js";

/** @typedef {import("../house-rule.js").HouseRule} HouseRule */
/** @typedef {import("../house-rule.js").Path} Path */

/** @type {HouseRule} */
export const responseRequestId = {
  claim: "Every response documents the X-Request-Id header.",
  why: "Support needs the request ID, and the client adds it to every API error.",
  remedy: "Reference components/headers/RequestId.yaml under `headers: X-Request-Id`.",
  breaks: [
    {
      finds: "a response without the header",
      set: { "/components/responses/NotFound/headers": undefined },
      at: "/components/responses/NotFound",
      says: "The 404 response has no X-Request-Id header.",
    },
  ],
  *check(description) {
    for (const { status, response, path } of walkResponses(description))
      if (!("X-Request-Id" in node(response["headers"])))
        yield { message: `The ${status} response has no X-Request-Id header.`, path };
  },
};

const shared = ["ErrorBody", "GatewayErrorBody", "IamErrorBody"];
const notFound = "/components/responses/NotFound/content";

/** @type {HouseRule} */
export const errorBodyShared = {
  claim: "Every error response has a JSON body with one of the shared error schemas.",
  why: "The client can parse only errors that match a shared schema.",
  remedy: `Reference ${shared.join(", ")}, or several of them under \`anyOf\`.`,
  breaks: [
    {
      finds: "an error body without a shared schema",
      set: { [`${notFound}/application~1json/schema`]: { type: "object" } },
      at: `${notFound}/application~1json/schema`,
      says: "The 404 error response has a body that doesn't use a shared error schema.",
    },
    {
      finds: "an `anyOf` alternative that isn't a shared schema",
      set: {
        "/components/responses/UnexpectedError/content/application~1json/schema/anyOf/1": {
          type: "object",
        },
      },
      at: "/components/responses/UnexpectedError/content/application~1json/schema/anyOf/1",
      says: "The default error response has a body that doesn't use a shared error schema.",
    },
    {
      finds: "an error without a JSON body",
      set: { [notFound]: undefined },
      at: "/components/responses/NotFound",
      says: "The 404 error response has no JSON body.",
    },
  ],
  *check(description, context) {
    for (const { status, response, path } of walkResponses(description)) {
      if (!isError(status)) continue;
      const json = node(node(response["content"])["application/json"]);
      if (json["schema"] === undefined) {
        yield { message: `The ${status} error response has no JSON body.`, path };
        continue;
      }
      const schemaPath = [...path, "content", "application/json", "schema"];
      const branches = list(node(json["schema"])["anyOf"]);
      const places =
        branches.length === 0
          ? [schemaPath]
          : branches.map((_, index) => [...schemaPath, "anyOf", index]);
      for (const place of places)
        if (!shared.includes(componentAt(context, place)?.name ?? ""))
          yield {
            message: `The ${status} error response has a body that doesn't use a shared error schema.`,
            path: place,
          };
    }
  },
};

/**
 * Returns the `error_code` values that are documented for error responses, with their paths.
 *
 * @param {unknown} description
 * @returns {Map<string, Path>}
 */
function documentedErrorCodes(description) {
  /** @type {Map<string, Path>} */
  const codes = new Map();
  for (const { status, mediaType, path } of walkMediaTypes(description)) {
    if (!isError(status)) continue;
    for (const at of walkSchemas(mediaType["schema"], [...path, "schema"]))
      if (at.property === "error_code")
        for (const { schema, path: place } of walkSchemas(at.schema, at.path))
          for (const [index, code] of list(schema["enum"]).entries())
            if (!codes.has(String(code))) codes.set(String(code), [...place, "enum", index]);
  }
  return codes;
}

/** @type {HouseRule} */
export const errorCodeListed = {
  claim: "Responses list the same error codes as the shared error body.",
  why: "The docs show the error codes for each status, and verify checks responses against that list.",
  remedy:
    "Add the code and its meaning to KnownErrorCode, and add the code to the `x-error-codes` of each response that can contain it.",
  breaks: [
    {
      finds: "a documented code that no response lists",
      set: { "/components/schemas/KnownErrorCode/enum/1": "Parcel.0002" },
      at: "/components/schemas/KnownErrorCode/enum/1",
      says: 'No response lists the documented code "Parcel.0002".',
    },
    {
      finds: "a listed code that is not documented",
      set: { "/components/responses/NotFound/x-error-codes/1": "Parcel.0003" },
      at: "/components/responses/NotFound/x-error-codes/1",
      says: 'The 404 response lists the undocumented code "Parcel.0003".',
    },
  ],
  *check(description) {
    const documented = documentedErrorCodes(description);
    const listed = new Set();
    for (const { status, response, path } of walkResponses(description))
      for (const [index, code] of list(response["x-error-codes"]).entries()) {
        listed.add(code);
        if (!documented.has(String(code)))
          yield {
            message: `The ${status} response lists the undocumented code "${String(code)}".`,
            path: [...path, "x-error-codes", index],
          };
      }
    for (const [code, path] of documented)
      if (!listed.has(code))
        yield { message: `No response lists the documented code "${code}".`, path };
  },
};
