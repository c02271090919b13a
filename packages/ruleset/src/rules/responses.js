// @ts-check
// Rules that make sure that the contract accepts future responses.
import { componentAt, list, node, walkLeaves, walkResponseSchemas, walkSchemas } from "../walk.js";

/** @typedef {import("../house-rule.js").HouseRule} HouseRule */

const state = "/components/schemas/Parcel/properties/state";
const known = "/components/schemas/KnownParcelState";

/** @type {HouseRule} */
export const enumExplained = {
  claim: "Each documented value, and no other value, has an explanation in x-enumDescriptions.",
  why: "The docs, the bundle's descriptions, and the generated types show the explanations.",
  remedy:
    "In `x-enumDescriptions`, add an explanation for each `enum` value and remove all others.",
  breaks: [
    {
      finds: "a value without an explanation",
      set: { [`${known}/x-enumDescriptions/lost`]: undefined },
      at: `${known}/enum/1`,
      says: 'The "state" value "lost" is not explained.',
    },
    {
      finds: "an explanation without a value",
      set: { [`${known}/x-enumDescriptions/eaten`]: "By the dog." },
      at: `${known}/x-enumDescriptions/eaten`,
      says: '"eaten" is explained for "state" but is not one of its values.',
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
              message: `The "${leaf.name}" value "${value}" is not explained.`,
              path: [...path, "enum", index],
            };
        }
        for (const value of Object.keys(explained))
          if (!values.includes(value))
            yield {
              message: `"${value}" is explained for "${leaf.name}" but is not one of its values.`,
              path: [...path, "x-enumDescriptions", value],
            };
      }
    }
  },
};

/** @type {HouseRule} */
export const responseEnumOpen = {
  claim:
    "Enums in responses are open: a component lists the documented values, and any other string is allowed.",
  why: "Responses must stay valid when the service adds a value, and generators export components as named types.",
  remedy:
    "Use `anyOf: [{$ref: <component with the values>}, {type: string, description: …}]` without a `type` next to it.",
  breaks: [
    {
      finds: "a closed enum",
      set: { "/components/schemas/Stop/properties/town/enum": ["Bonn"] },
      at: "/components/schemas/Stop/properties/town",
      says: "This enum is closed, so values that are added later would be invalid.",
    },
    {
      finds: "an open enum that doesn't describe other values",
      set: { [`${state}/anyOf/1/description`]: undefined },
      at: known,
      says: "This enum is closed, so values that are added later would be invalid.",
    },
    {
      finds: "a type next to anyOf",
      set: { [`${state}/type`]: "string" },
      at: state,
      says: "A `type` next to `anyOf` makes some generators drop the documented values.",
    },
    {
      finds: "inline values",
      set: {
        [`${state}/anyOf/0`]: {
          type: "string",
          enum: ["sent"],
          "x-enumDescriptions": { sent: "On its way." },
        },
      },
      at: `${state}/anyOf/0`,
      says: "These values are not in a component, so generators can't create a named type.",
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
            message: "A `type` next to `anyOf` makes some generators drop the documented values.",
            path,
          };
        if (componentAt(context, place) === undefined)
          yield {
            message:
              "These values are not in a component, so generators can't create a named type.",
            path: place,
          };
      }
      if ("enum" in schema && !inOpen.has(schema))
        yield {
          message: "This enum is closed, so values that are added later would be invalid.",
          path,
        };
    }
  },
};

/** @type {HouseRule} */
export const responseKeywordOpen = {
  claim:
    "Response schemas allow additional properties, don't allow null, and describe defaults in words.",
  why: "Future responses can have new fields, no field is documented as nullable, and generators mark properties with a `default` as required.",
  remedy: "Remove the keyword. If there is a default, mention it in the description.",
  breaks: [
    {
      finds: "a closed object",
      set: { "/components/schemas/Stop/additionalProperties": false },
      at: "/components/schemas/Stop/additionalProperties",
      says: "additionalProperties: false makes a body with a new field invalid.",
    },
    {
      finds: "an object that is closed with unevaluatedProperties",
      set: { "/components/schemas/Stop/unevaluatedProperties": false },
      at: "/components/schemas/Stop/unevaluatedProperties",
      says: "unevaluatedProperties: false makes a body with a new field invalid.",
    },
    {
      finds: "a nullable property",
      set: { "/components/schemas/Stop/properties/town/type": ["string", "null"] },
      at: "/components/schemas/Stop/properties/town",
      says: "The schema allows null, but the service doesn't document null values.",
    },
    {
      finds: "the default keyword",
      set: { "/components/schemas/Stop/properties/town/default": "Bonn" },
      at: "/components/schemas/Stop/properties/town/default",
      says: "A response schema must not contain the default keyword.",
    },
  ],
  *check(description) {
    for (const { schema, path } of walkResponseSchemas(description)) {
      for (const keyword of ["additionalProperties", "unevaluatedProperties"])
        if (schema[keyword] === false)
          yield {
            message: `${keyword}: false makes a body with a new field invalid.`,
            path: [...path, keyword],
          };
      const types = [schema["type"]].flat();
      if (types.includes("null") || schema["nullable"] === true)
        yield {
          message: "The schema allows null, but the service doesn't document null values.",
          path,
        };
      if ("default" in schema)
        yield {
          message: "A response schema must not contain the default keyword.",
          path: [...path, "default"],
        };
    }
  },
};
