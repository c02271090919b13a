import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";

import { startEngine, type Engine } from "../src/engine/redocly.js";
import { toHtml } from "../src/report/to-html.js";
import { toAnnotations, toJson } from "../src/report/to-json.js";
import { toMarkdown } from "../src/report/to-markdown.js";
import { toText } from "../src/report/to-text.js";
import type { Report } from "../src/report/report.js";
import { review } from "../src/review.js";
import { runCommand } from "../src/run-command.js";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "review-files-")));
let engine: Engine;
beforeAll(() => {
  engine = startEngine();
});
afterAll(() => {
  engine.stop();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: unknown): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof text === "string" ? text : JSON.stringify(text, null, 1));
  return file;
}

let pairs = 0;
async function reviewed(before: unknown, after: unknown, quick = true): Promise<Report> {
  const [base, head] = [before, after].map((text, index) =>
    write(`pair-${pairs}/${index === 0 ? "base" : "head"}.yaml`, text),
  );
  pairs++;
  return review({ root: folder, base, head, quick, engine: engine.run });
}

const described = (schema: unknown, more: object = {}) => ({
  openapi: "3.1.0",
  info: { title: "T", version: "1.0.0" },
  paths: {
    "/a": {
      get: {
        operationId: "getA",
        responses: { "200": { description: "ok", content: { "application/json": { schema } } } },
        ...more,
      },
    },
  },
});
const thing = (properties: object) => ({ type: "object", properties });
const text = { type: "string" };

test("reviews several pairs of files in one process", async () => {
  const removed = await reviewed(
    described(thing({ a: text, b: text })),
    described(thing({ a: text })),
  );
  const added = await reviewed(
    described(thing({ a: text })),
    described(thing({ a: text, b: text })),
  );
  expect([removed.verdict, added.verdict]).toEqual(["major", "minor"]);
  expect(removed.changes).toMatchObject([{ rule: "property-removed", confirmed: true, line: 22 }]);
});

test("removes examples, but not properties named `example`, from the second engine's input", async () => {
  const full = { ...thing({ a: text, example: text }), example: { example: "One." } };
  const { changes } = await reviewed(described(full), described(thing({ a: text })));
  expect(changes.map(({ rule, confirmed }) => ({ rule, confirmed }))).toEqual([
    { rule: "property-removed", confirmed: true },
    { rule: "example-changed", confirmed: false },
  ]);
});

test("keeps a finding's ID when lines move or unrelated names change", async () => {
  const [full, less] = [described(thing({ a: text, b: text })), described(thing({ a: text }))];
  const renamed = JSON.parse(
    JSON.stringify(less).replace('"getA"', '"readA"').replace('"T"', '"A longer title"'),
  ) as object;
  const idOf = ({ changes }: Report): unknown =>
    changes.find(({ rule }) => rule === "property-removed")?.id;
  const id = idOf(await reviewed(full, less));
  expect(id).toMatch(/^[0-9a-f]{12}$/);
  expect(idOf(await reviewed(full, renamed))).toBe(id);
});

test.each([
  [
    "a duplicate key",
    "openapi: 3.1.0\ninfo: {title: T, version: 1.0.0}\npaths: {}\npaths: {}\n",
    "appears twice",
  ],
  [
    "an unresolved reference",
    described(thing({ a: { $ref: "#/components/schemas/Gone" } })),
    "cannot be resolved",
  ],
  [
    "a reference to a network URL",
    described({ $ref: "https://h.example/a.json" }),
    "is a network URL",
  ],
  [
    "a reference outside the folder",
    described({ $ref: "../../../etc/passwd" }),
    "outside the repository",
  ],
  ["an invalid schema", described(thing({ a: "text" })), "a schema must be an object or a boolean"],
])("reports %s in the new version and exits with code 2", async (_, after, reason) => {
  const { exitCode, unjudged, verdict } = await reviewed(described(thing({ a: text })), after);
  expect({ exitCode, verdict: verdict !== "unknown" }).toEqual({ exitCode: 2, verdict: true });
  expect(unjudged.find(({ text: why }) => why.includes(reason))).toMatchObject({
    side: "head",
    isChange: true,
  });
});

test("reports a location that is invalid in both versions and still reviews the other changes", async () => {
  const broken = (properties: object) => described(thing({ x: "text", ...properties }));
  const { exitCode, unjudged, changes } = await reviewed(broken({}), broken({ a: text }));
  expect(unjudged).toMatchObject([{ isChange: false }]);
  expect({ exitCode, rules: changes.map(({ rule }) => rule) }).toEqual({
    exitCode: 1,
    rules: ["property-added"],
  });
});

test("completes the review if an example contains an `$id`", async () => {
  const example = (more: object) => ({
    ...described(
      thing({
        a: { type: "object", example: { $id: "7" } },
        b: { type: "object", example: { $id: "7", x: 1 } },
        ...more,
      }),
    ),
    openapi: "3.0.3",
  });
  const { exitCode, consequences } = await reviewed(example({}), example({ c: text }), false);
  expect(exitCode).toBe(1);
  expect(consequences.examples).toEqual([]);
  expect(consequences.types?.rows).toMatchObject([{ before: null, isBreak: false }]);
}, 60_000);

test("escapes text from the description in every format", async () => {
  const evil =
    "\u001b[31mred\u001b[0m \u202eright to left\u202c \u200bhidden @everyone #1 <img src=x onerror=alert(1)> " +
    "![i](https://evil.example/i.png) [l](https://evil.example) https://evil.example `x` </details> \u0007";
  const named = described(thing({ [evil]: text, a: { type: "string", description: "One." } }));
  const other = described(thing({ a: { type: "string", description: evil } }));
  const report = await reviewed(named, other);
  expect(report.verdict).toBe("major");
  const shown = [
    toText(report),
    toMarkdown(report),
    toHtml(report),
    toJson(report),
    toAnnotations(report),
  ];
  for (const one of shown) {
    // eslint-disable-next-line no-control-regex -- the output must not contain these characters
    expect(one).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e]/);
    expect(one).toMatch(/202e/);
  }
  const [, markdown = "", html = ""] = shown;
  // Outside code spans, the text must not create mentions, links, images, or HTML.
  const bare = markdown.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, "");
  expect(bare).not.toMatch(/@everyone|evil\.example|<img|#1\b|!\[/);
  expect(html).not.toMatch(/<img|<a |<script/);
  expect(html).toContain("&lt;img");
});

test("shortens a long comment by omitting wording changes and additions, but not breaking changes", async () => {
  const names = (count: number, kind: string): object =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${kind}_${index}`, text]));
  // Each addition needs a different location so that the report doesn't group the additions.
  const growing = (isNew: boolean): object =>
    Object.fromEntries(
      Array.from({ length: 900 }, (_, i) => [
        `part_${i}`,
        thing(isNew ? { [`new_${i}`]: text } : {}),
      ]),
    );
  const wordy = (words: string) => ({ ...text, description: words.repeat(40) });
  const report = await reviewed(
    described(thing({ ...names(350, "gone"), ...growing(false), w: wordy("One word. ") })),
    described(thing({ ...growing(true), w: wordy("Other words. ") })),
  );
  const markdown = toMarkdown(report);
  expect(markdown.length).toBeLessThan(65_536);
  expect(markdown.split("\n")[2]).toMatch(/350 breaking, 900 additions, 1 wording/);
  // The comment shortens the list of names; the HTML and JSON reports contain every name.
  expect(markdown).toContain("`gone_0` is removed, and 349 more: `gone_1`, ");
  const [page, json] = [toHtml(report), toJson(report)];
  const missing = Array.from({ length: 350 }, (_, index) => `gone_${index}`).filter(
    (name) => !page.includes(`<code>${name}</code>`) || !json.includes(`\`${name}\``),
  );
  expect(missing).toEqual([]);
  expect(markdown).toMatch(/\d+ of 900 additions omitted for length/);
}, 60_000);

test("groups changes with the same cause and shows their count", async () => {
  const many = (gone: boolean) => ({
    openapi: "3.1.0",
    info: { title: "T", version: "1.0.0" },
    paths: Object.fromEntries(
      ["/a", "/b", "/c"].map((path) => [
        path,
        {
          get: {
            responses: {
              "200": { description: "ok" },
              ...(gone ? {} : { "429": { description: "slow" } }),
            },
          },
        },
      ]),
    ),
  });
  const report = await reviewed(many(false), many(true));
  expect(report.changes).toHaveLength(3);
  expect(toText(report).match(/429 response: the response is removed/g)).toHaveLength(1);
  expect(report.changelog).toEqual([
    "**Breaking:** 429 response, `GET /a`, `GET /b`, `GET /c`, in 3 locations: the response is removed.",
  ]);
  expect(toMarkdown(report)).toContain("(3 times)");
});

test("shows a wording change as a word diff", async () => {
  const worded = (description: string) => described(thing({ a: { type: "string", description } }));
  const report = await reviewed(
    worded("Check the status every ten seconds until it is stable."),
    worded("Check the status every few seconds until it is stable."),
  );
  expect(toText(report)).toContain("[-ten-]{+few+}");
  expect(toHtml(report)).toContain("<del>ten</del><ins>few</ins>");
});

test("writes all reports for an invalid contract in `--head-dir` and ignores links that point outside the folder", async () => {
  const repository = join(folder, "repository");
  const contract = (properties: object) => described(thing(properties));
  write("repository/openapi/openapi.yaml", contract({ a: text }));
  write("secret.yaml", thing({ secret: text }));
  write("head/openapi/openapi.yaml", contract({ a: { $ref: "linked.yaml" } }));
  symlinkSync(join(folder, "secret.yaml"), join(folder, "head/openapi/linked.yaml"));
  const run = async (out: string) => {
    let printed = "";
    const args = [
      "--base",
      "openapi/openapi.yaml",
      "--head-dir",
      "../head",
      "--quick",
      "--out",
      out,
    ];
    const code = await runCommand(args, repository, {
      out: (one) => (printed += one),
      error: () => undefined,
    });
    const read = (name: string): string => readFileSync(join(repository, out, name), "utf8");
    return { code, printed, read };
  };
  const linked = await run("linked");
  expect(linked.code).toBe(2);
  expect(linked.read("report.json")).not.toContain('secret\\"');
  expect(linked.read("comment.md")).toContain("outside the repository");

  write("head/openapi/openapi.yaml", "openapi: [3.1.0");
  const broken = await run("broken");
  expect(broken.code).toBe(2);
  for (const name of ["report.txt", "comment.md", "report.html", "report.json"])
    expect(broken.read(name)).toContain("is not valid YAML");
  const schema = JSON.parse(
    readFileSync(new URL("../report.schema.json", import.meta.url), "utf8"),
  ) as object;
  const validate = new Ajv2020({ strict: false }).compile(schema);
  for (const { read } of [linked, broken])
    expect([validate(JSON.parse(read("report.json"))), validate.errors]).toEqual([true, null]);
}, 60_000);
