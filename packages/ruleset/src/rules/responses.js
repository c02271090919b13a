// @ts-check
// What a client may rely on: bodies of later editions stay valid.
import { componentAt, list, node, walkLeaves, walkResponseSchemas, walkSchemas } from "../walk.js";

/** @typedef {import("../house-rule.js").HouseRule} HouseRule */

const state = "/components/schemas/Parcel/properties/state";
const known = "/components/schemas/KnownParcelState";

/** @type {HouseRule} */
export const enumExplained = {
  claim: "Every documented value is explained in x-enumDescriptions, and no other.",
  why: "The docs, the bundle's descriptions and the generated types show these sentences.",
  remedy:
    "Give each value of `enum` one sentence in `x-enumDescriptions` beside it, and no value more.",
  breaks: [
    {
      finds: "a value without an explanation",
      set: { [`${known}/x-enumDescriptions/lost`]: undefined },
      at: `${known}/enum/1`,
      says: 'The value "lost" of "state" is not explained.',
    },
    {
      finds: "an explanation without a value",
      set: { [`${known}/x-enumDescriptions/eaten`]: "By the dog." },
      at: `${known}/x-enumDescriptions/eaten`,
      says: '"eaten" is explained for "state", but is no value of it.',
    },
  ],
  *check(description) {
    for (const leaf of walkLeaves(description)) {
      const at = leaf.kind === "property" ? leaf.path : [...leaf.path, "schema"];
      for (const { schema, path, property } of walkSchemas(leaf.schema, at)) {
        if (property !== undefined || !("enum" in schema)) continue;
        const values = list(schema["enum"]).map(String);
        const explained = node(schema["x-enumDescriptions"]);
        for (const [index, value] of values.entries()) {
          const meaning = explained[value];
          if (typeof meaning !== "string" || meaning.trim() === "")
            yield {
              message: `The value "${value}" of "${leaf.name}" is not explained.`,
              path: [...path, "enum", index],
            };
        }
        for (const value of Object.keys(explained))
          if (!values.includes(value))
            yield {
              message: `"${value}" is explained for "${leaf.name}", but is no value of it.`,
              path: [...path, "x-enumDescriptions", value],
            };
      }
    }
  },
};

/** @type {HouseRule} */
export const responseEnumOpen = {
  claim:
    "An enum of a response is open: a component lists the documented values, and any other string is allowed.",
  why: "A value that is added later must stay valid, and generators export a component as a type.",
  remedy:
    "Write `anyOf: [{$ref: <component with the values>}, {type: string, description: …}]`, without `type` beside it.",
  breaks: [
    {
      finds: "a closed enum",
      set: { "/components/schemas/Stop/properties/town/enum": ["Bonn"] },
      at: "/components/schemas/Stop/properties/town",
      says: "This enum calls a value that is added later invalid.",
    },
    {
      finds: "an open enum whose rest is not described",
      set: { [`${state}/anyOf/1/description`]: undefined },
      at: known,
      says: "This enum calls a value that is added later invalid.",
    },
    {
      finds: "a type beside the choices, with which a generator loses the values",
      set: { [`${state}/type`]: "string" },
      at: state,
      says: "A `type` beside the choices makes generators lose the documented values.",
    },
    {
      finds: "values without a component",
      set: {
        [`${state}/anyOf/0`]: {
          type: "string",
          enum: ["sent"],
          "x-enumDescriptions": { sent: "On its way." },
        },
      },
      at: `${state}/anyOf/0`,
      says: "These values are no component, so no generator gives them a name.",
    },
  ],
  *check(description, context) {
    const inOpen = new Set();
    for (const { schema, path } of walkResponseSchemas(description)) {
      const [values, rest, ...more] = list(schema["anyOf"]).map(node);
      const isOpen =
        values !== undefined &&
        "enum" in values &&
        rest?.["type"] === "string" &&
        !("enum" in rest) &&
        typeof rest["description"] === "string" &&
        more.length === 0;
      if (isOpen) {
        inOpen.add(values);
        const place = [...path, "anyOf", 0];
        if ("type" in schema)
          yield {
            message: "A `type` beside the choices makes generators lose the documented values.",
            path,
          };
        if (componentAt(context, place) === undefined)
          yield {
            message: "These values are no component, so no generator gives them a name.",
            path: place,
          };
      }
      if ("enum" in schema && !inOpen.has(schema))
        yield { message: "This enum calls a value that is added later invalid.", path };
    }
  },
};

/** @type {HouseRule} */
export const responseKeywordOpen = {
  claim:
    "A response closes no object, allows no null, and tells what the service sets by default in words.",
  why: "Fields are added over the years and none is documented as null; generators make a property with `default` required.",
  remedy: "Take the keyword out; a default is told in the description.",
  breaks: [
    {
      finds: "a closed object",
      set: { "/components/schemas/Stop/additionalProperties": false },
      at: "/components/schemas/Stop/additionalProperties",
      says: "additionalProperties: false calls a body with a new field invalid.",
    },
    {
      finds: "an object closed another way",
      set: { "/components/schemas/Stop/unevaluatedProperties": false },
      at: "/components/schemas/Stop/unevaluatedProperties",
      says: "unevaluatedProperties: false calls a body with a new field invalid.",
    },
    {
      finds: "a nullable property",
      set: { "/components/schemas/Stop/properties/town/type": ["string", "null"] },
      at: "/components/schemas/Stop/properties/town",
      says: "The schema allows null, which no edition documents.",
    },
    {
      finds: "the keyword default",
      set: { "/components/schemas/Stop/properties/town/default": "Bonn" },
      at: "/components/schemas/Stop/properties/town/default",
      says: "The keyword default has no place in a response.",
    },
  ],
  *check(description) {
    for (const { schema, path } of walkResponseSchemas(description)) {
      for (const keyword of ["additionalProperties", "unevaluatedProperties"])
        if (schema[keyword] === false)
          yield {
            message: `${keyword}: false calls a body with a new field invalid.`,
            path: [...path, keyword],
          };
      const types = [schema["type"]].flat();
      if (types.includes("null") || schema["nullable"] === true)
        yield { message: "The schema allows null, which no edition documents.", path };
      if ("default" in schema)
        yield {
          message: "The keyword default has no place in a response.",
          path: [...path, "default"],
        };
    }
  },
};
