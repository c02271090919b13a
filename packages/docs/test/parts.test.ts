// Unit tests for individual site modules.
import { describe, expect, test } from "@jest/globals";
import type { JsonObject } from "@vpcep/contract-reader";

import { idIn, plainAddress } from "../src/browser/links.js";
import { find } from "../src/browser/search.js";
import { docsDescription } from "../src/description.js";
import { exampleOf, fieldsOf } from "../src/fields.js";
import { headerFiles, indexFiles, siteUrl } from "../src/host-files.js";
import { highlightLines, render } from "../src/markdown.js";
import { operationsMarkdown } from "../src/prose.js";
import { newestFirst } from "../src/versions.js";
import { otherValues } from "../src/text.js";

const contract: JsonObject = {
  info: { title: "T", version: "1.2.3", description: "Long." },
  servers: [{ url: "https://one.example", "x-region": "one" }, { url: "https://two.example" }],
  tags: [{ name: "t" }],
  security: [{ Token: [] }],
  paths: {
    "/items/{item_id}": {
      parameters: [
        {
          name: "item_id",
          in: "path",
          required: true,
          example: "i1",
          schema: { type: "string", minLength: 1, maxLength: 8, pattern: "^i" },
        },
      ],
      get: {
        operationId: "getItem",
        summary: "Get an item",
        tags: ["t"],
        parameters: [{ name: "view", in: "query", required: true, schema: { enum: ["full"] } }],
        responses: {
          "200": {
            description: "Here it is.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Item" } } },
          },
          "404": { description: "Gone.\n\nDo not ask again.", "x-error-codes": ["A.0001"] },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      Token: { type: "apiKey", in: "header", name: "X-Token", description: "From *somewhere*." },
    },
    schemas: {
      Kind: {
        type: "string",
        description: "A kind.",
        enum: ["a", "b"],
        "x-enumDescriptions": { a: "First.", b: "Second." },
      },
      ErrorBody: {
        properties: {
          error_code: {
            anyOf: [
              { enum: ["A.0001"], "x-enumDescriptions": { "A.0001": "It is gone." } },
              { type: "string" },
            ],
          },
        },
      },
      Item: {
        type: "object",
        required: ["kind"],
        properties: {
          kind: {
            description: "The item's own kind. It is one of:\n\n- this\n- that",
            anyOf: [{ $ref: "#/components/schemas/Kind" }, { type: "string" }],
          },
          parts: { type: "array", maxItems: 3, items: { $ref: "#/components/schemas/Item" } },
          size: { type: "integer", minimum: 1, maximum: 9, examples: [4] },
        },
      },
    },
  },
};

const drawn = docsDescription(contract) as {
  info: JsonObject;
  servers: JsonObject[];
  tags?: unknown;
  security?: unknown;
  paths: {
    "/items/{item_id}": {
      get: { description: string; responses: Record<string, { description: string }> };
    };
  };
  components: { schemas: { Item: { properties: { kind: JsonObject } } } };
};

describe("the OpenAPI description for Redoc", () => {
  test("keeps the description of an open-enum property and contains each value's meaning once", () => {
    const { kind } = drawn.components.schemas.Item.properties;
    expect(kind).toEqual({
      type: "string",
      description:
        "The item's own kind. It is one of:\n\n- this\n- that\n\n*More values may be added.*",
      enum: ["a", "b"],
      "x-enumDescriptions": { a: "First.", b: "Second." },
    });
  });

  test("adds call cards to operations, fields to successful responses, and error codes to error responses", () => {
    const { description, responses } = drawn.paths["/items/{item_id}"].get;
    expect(description).toMatch(/^<div class="call">[^\n]*<\/div>/);
    expect(description).toContain("X-Token: $OTC_TOKEN");
    expect(responses["200"]?.description).toContain(
      'href="#other/getitem/t=response&amp;c=200&amp;path=kind"',
    );
    expect(responses["404"]?.description).toContain("| `A.0001` | It is gone. |");
  });

  test("removes tags, security, and additional servers without modifying the contract", () => {
    expect([drawn.info["description"], drawn.tags, drawn.security, drawn.servers.length]).toEqual([
      "",
      undefined,
      undefined,
      1,
    ]);
    expect(contract["tags"]).toHaveLength(1);
  });
});

describe("fields", () => {
  const fields = fieldsOf(contract, { $ref: "#/components/schemas/Item" });

  test("lists types and limits, and stops recursion at a schema that contains itself", () => {
    expect(fields.map(({ path, form, required }) => [path, form, required])).toEqual([
      ["kind", "string", true],
      ["parts", "array of object, at most 3 items", false],
      ["size", "integer, 1 to 9", false],
    ]);
  });

  test("looks for example values in a body, the schema, and the documented values, in that order", () => {
    const [kind, , size] = fields;
    if (kind === undefined || size === undefined) throw new Error("Fields are missing.");
    expect([exampleOf(kind, [{ kind: "b" }]), exampleOf(kind, []), exampleOf(size, [{}])]).toEqual([
      '"b"',
      '"a"',
      "4",
    ]);
  });
});

test("openapi.md contains lists, types, lengths, and patterns", () => {
  const [text = ""] = operationsMarkdown(contract);
  expect(text).toContain("- **`item_id`** (path, string, 1 to 8 characters, required):");
  expect(text).toContain("  Pattern: `^i`. Example: `i1`.");
  expect(text).toContain("It is one of:\n\n  - this\n  - that\n");
  expect(text).toContain("  - `a`: First.");
  expect(text).toContain("/items/$ITEM_ID?view=$VIEW");
});

describe("Markdown", () => {
  test("adds IDs to headings and error rows, and copy buttons to code blocks", () => {
    const { html, sections } = render(
      "# Title\n\n## Get `it`\n\nText.\n\n```bash\ncurl x\n```\n\n## Get it\n\n| Status | What |\n| - | - |\n| **404** | gone |\n| `EndPoint.0005` | gone |\n",
    );
    expect(sections.map(({ id, title }) => [id, title])).toEqual([
      ["title", "Title"],
      ["get-it", "Get it"],
      ["get-it-2", "Get it"],
    ]);
    expect(html).toContain('<button type="button" data-copy>Copy command</button>');
    expect(html).toMatch(/<tr [^>]*id="status-404"><td [^>]*data-label="Status">/);
    expect(html).toMatch(/<tr [^>]*id="EndPoint.0005">/);
  });

  test("preserves all characters in code, including white space", () => {
    const source = 'if (a) {\n    print("x")  # why\n\n\treturn 1 }';
    const text = highlightLines(source)
      .replaceAll(/<\/span>/g, "\n")
      .replaceAll(/<[^>]*>/g, "");
    expect(text).toBe(`${source}\n`);
    // Redoc drops text nodes that contain only white space.
    expect(highlightLines(source)).not.toMatch(/>\s+</);
  });
});

test.each([
  ["https://h/#/a#b", "https://h/#b", "b"],
  ["#/a", "#a", "a"],
  ["#/", "", ""],
  [
    "#other/x/t=response&c=200&path=ports[]/protocol",
    "#other/x/t=response&c=200&path=ports[]/protocol",
    "other/x/t=response&c=200&path=ports[]/protocol",
  ],
  ["#a%20b", "#a%20b", "a b"],
  ["#100%", "#100%", "100%"],
])("converts %s to the URL %s, which doesn't contain Redoc's route", (address, plain, id) => {
  expect(plainAddress(address)).toBe(plain);
  expect(idIn(address.replace("https://h/", ""))).toBe(id);
});

test("finds only entries that contain all search words, and ranks title matches first", () => {
  const index = [
    ["Errors", "Guide", "errors.html", "what to do about a token"],
    ["Get a token", "Authentication", "authentication.html#get-a-token", "the command asks"],
  ] as const;
  expect(find(index, "token").map(([title]) => title)).toEqual(["Get a token", "Errors"]);
  expect(find(index, "token command").map(([title]) => title)).toEqual(["Get a token"]);
  expect(find(index, "  ")).toEqual([]);
  expect(find(index, "nothing")).toEqual([]);
});

test("sorts semantic versions from newest to oldest, with release candidates after their release", () => {
  expect(["1.0.0-rc.2", "1.0.0", "1.10.0", "1.0.0-rc.10", "1.2.0"].sort(newestFirst)).toEqual([
    "1.10.0",
    "1.2.0",
    "1.0.0",
    "1.0.0-rc.10",
    "1.0.0-rc.2",
  ]);
});

describe("files for hosts", () => {
  test("the header files enable caching for the assets in all versions", () => {
    const files = headerFiles(["/docs/", "/docs/v1.0.0/"]);
    expect(files["_headers"]).toContain(
      "\n/docs/assets/*\n  Cache-Control: public, max-age=31536000, immutable",
    );
    expect(files["_headers"]).toContain("\n/docs/v1.0.0/assets/*\n");
    expect(files["vercel.json"]).toContain('"/docs/v1.0.0/assets/(.*)"');
    expect(files[".htaccess"]).toContain("ErrorDocument 404 /docs/404.html");
  });

  test("the sitemap uses absolute URLs", () => {
    expect(indexFiles("https://h/docs/", ["index.html", "errors.html"])["sitemap.xml"]).toContain(
      "<loc>https://h/docs/errors.html</loc>",
    );
  });

  test("a relative DOCS_URL causes an error that contains an example URL", () => {
    expect(siteUrl("https://h/docs")).toBe("https://h/docs/");
    expect(siteUrl("")).toBe("");
    expect(() => siteUrl("docs/")).toThrow('DOCS_URL is "docs/". Set it to an absolute URL');
  });
});

test("describes the undocumented values of an open enum in a complete sentence", () => {
  expect(otherValues("A state that is new.", "*")).toBe("*Any other value:* a state that is new.");
  expect(otherValues("`BMS`, for example.")).toBe("Any other value: `BMS`, for example.");
  expect(otherValues(undefined, "*")).toBe("*More values may be added.*");
});
