import { describe, expect, it } from "@jest/globals";

import {
  appendToken,
  examplesOf,
  foldMeanings,
  follow,
  formatPointer,
  fragmentTokens,
  getAt,
  openEnumOf,
  operationsOf,
  parsePointer,
  readContract,
} from "../src/index.js";

describe("JSON Pointers", () => {
  it("JSON Pointers can represent keys that contain slashes and tildes", () => {
    const tokens = ["paths", "/v1/{id}", "a~b", "~1"];
    expect(formatPointer(tokens)).toBe("/paths/~1v1~1{id}/a~0b/~01");
    expect(parsePointer(formatPointer(tokens))).toEqual(tokens);
    expect(appendToken("/paths", "/a")).toBe("/paths/~1a");
  });

  it("`getAt` finds only an object's own properties", () => {
    expect(getAt({ a: [1, { b: null }] }, "/a/1/b")).toBeNull();
    expect(getAt({ a: 1 }, "/toString")).toBeUndefined();
    expect(getAt({ a: 1 }, "/a/b")).toBeUndefined();
    expect(getAt({ a: 1 }, "")).toEqual({ a: 1 });
  });
});

describe("references", () => {
  const document = {
    a: { $ref: "#/b" },
    b: { $ref: "#/c~1d" },
    "c/d": { type: "string" },
    round: { $ref: "#/trip" },
    trip: { $ref: "#/round" },
  };

  it("`follow` resolves a chain of references", () => {
    expect(follow(document, document.a)).toEqual({ type: "string" });
    expect(follow(document, { type: "object" })).toEqual({ type: "object" });
  });

  it("`follow` rejects references that are circular, cannot be resolved, or point to another document", () => {
    expect(() => follow(document, document.round)).toThrow("#/trip → #/round → #/trip is circular");
    expect(() => follow(document, { $ref: "#/x" })).toThrow("#/x cannot be resolved");
    expect(() => follow(document, { $ref: "b.yaml" })).toThrow("b.yaml points to another document");
  });

  it("`fragmentTokens` decodes percent-encoded references", () => {
    expect(fragmentTokens("#/paths/~1a%20b")).toEqual(["paths", "/a b"]);
    expect(fragmentTokens("#/100%")).toEqual(["100%"]);
    expect(fragmentTokens("#anchor")).toBeUndefined();
  });
});

describe("operations", () => {
  const document = {
    security: [{ Token: [] }],
    paths: {
      "x-note": "no path item",
      "/a": {
        parameters: [{ name: "id", in: "path" }, { $ref: "#/components/parameters/Page" }],
        get: {
          operationId: "getA",
          parameters: [{ name: "id", in: "path", example: "own" }],
          responses: { 200: { $ref: "#/components/responses/Ok" }, "x-note": "no response" },
        },
        delete: { security: [], responses: {} },
      },
    },
    components: {
      parameters: { Page: { name: "page", in: "query" } },
      responses: {
        Ok: { content: { "application/json": { examples: { small: { value: { id: 1 } } } } } },
      },
    },
  };

  it("operations inherit parameters and security requirements", () => {
    const [get, remove] = operationsOf(document);
    expect(get?.pointer).toBe("/paths/~1a/get");
    expect(get?.parameters).toEqual([
      { name: "id", in: "path", example: "own" },
      { name: "page", in: "query" },
    ]);
    expect(get?.security).toEqual([{ Token: [] }]);
    expect([...(get?.responses.keys() ?? [])]).toEqual(["200"]);
    expect(remove?.security).toEqual([]);
  });

  it("`examplesOf` returns examples with their status and media type", () => {
    expect(examplesOf(document)).toEqual([
      {
        name: "small",
        operationId: "getA",
        status: "200",
        mediaType: "application/json",
        summary: undefined,
        value: { id: 1 },
        pointer: "/content/application~1json/examples/small",
      },
    ]);
  });
});

describe("open enums", () => {
  const known = { type: "string", enum: ["a", "b"], "x-enumDescriptions": { a: "First.\n" } };
  const document = { components: { schemas: { Known: known } } };
  const reference = { $ref: "#/components/schemas/Known" };

  it.each([
    ["inline values", { anyOf: [known, { type: "string" }] }, undefined],
    ["a type beside them", { type: "string", anyOf: [known, { type: "string" }] }, undefined],
    ["values in a component", { anyOf: [reference, { type: "string" }] }, "Known"],
    ["the reverse order", { anyOf: [{ type: "string" }, reference] }, "Known"],
  ])("`openEnumOf` recognizes an open enum with %s", (_, schema, component) => {
    expect(openEnumOf(document, schema)).toEqual({
      values: [
        { value: "a", meaning: "First." },
        { value: "b", meaning: undefined },
      ],
      component,
      others: undefined,
    });
  });

  it.each([
    ["a closed enum", known],
    ["a second branch with a length limit", { anyOf: [known, { type: "string", maxLength: 3 }] }],
    ["three branches", { anyOf: [known, { type: "string" }, { type: "integer" }] }],
    ["two enums", { anyOf: [known, known] }],
  ])("`openEnumOf` rejects %s", (_, schema) => {
    expect(openEnumOf(document, schema)).toBeUndefined();
  });

  it("`foldMeanings` appends the meanings of the values to the description", () => {
    const schema = { description: "A thing.\n", anyOf: [reference, { type: "string" }] };
    const folded = foldMeanings({ ...document, schema });
    expect(folded.schema.description).toBe(
      "A thing.\n\n- `a`: First.\n- `b`\n\nMore values may be added.",
    );
    expect(schema.description).toBe("A thing.\n");
  });
});

it("reads this repository's contract", () => {
  const operation = operationsOf(readContract()).find(
    ({ operationId }) => operationId === "getVpcEndpointService",
  );
  expect(operation?.parameters.map(({ name }) => name)).toEqual([
    "project_id",
    "vpc_endpoint_service_id",
  ]);
});
