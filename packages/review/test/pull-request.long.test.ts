import { readFileSync } from "node:fs";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";

import type { Report } from "../src/report/report.js";
import { TemporaryRepository } from "./temporary-repository.js";

const service = "openapi/components/schemas/VpcEndpointService.yaml";
const schema = JSON.parse(
  readFileSync(new URL("../report.schema.json", import.meta.url), "utf8"),
) as object;

let repository: TemporaryRepository;
beforeEach(() => {
  repository = new TemporaryRepository();
});
afterEach(() => {
  repository.remove();
});

async function report(...args: string[]): Promise<{ code: number; report: Report }> {
  const { code, out, errors } = await repository.review("--format", "json", ...args);
  expect(errors).toEqual([]);
  return { code, report: JSON.parse(out) as Report };
}

test("fails for a breaking change until a changeset announces the change", async () => {
  repository.withContract().git("checkout", "--quiet", "-b", "change");
  const unchanged = await report();
  expect(unchanged).toMatchObject({ code: 0, report: { verdict: "none", changes: [] } });

  repository.edit(service, "  - port_id\n", "").edit(service, "Unique ID of", "The unique ID of");
  repository.commit("Make port_id optional");
  const silent = await report();
  expect(silent).toMatchObject({
    code: 1,
    report: {
      verdict: "major",
      packages: "major",
      announcement: { dueVersion: "2.0.0", announced: "none", fit: "small" },
    },
  });
  const [change] = silent.report.changes;
  expect(change).toMatchObject({
    rule: "property-optional",
    level: "major",
    direction: "response",
    affects: ["readers"],
    text: "the property `port_id` becomes optional",
    confirmed: true,
    places: [{ part: "200 response", operation: expect.stringMatching(/^GET \/v1\//) as unknown }],
  });
  expect(silent.report.consequences.types?.rows).toEqual([
    expect.objectContaining({ before: "string", after: "string | undefined", isBreak: true }),
  ]);
  expect(silent.report.consequences.facts.map(({ id }) => id)).toContain("port-id");
  expect(silent.report.changelog[0]).toMatch(/^\*\*Breaking:\*\* .*`port_id` becomes optional\.$/);
  const validate = new Ajv2020({ strict: false }).compile(schema);
  expect({ valid: validate(silent.report), errors: validate.errors }).toEqual({
    valid: true,
    errors: null,
  });

  repository.write(
    ".changeset/optional.md",
    '---\n"@vpcep/openapi": minor\n---\n\nMake port_id optional.\n',
  );
  expect(await report("--quick")).toMatchObject({
    code: 1,
    report: { announcement: { fit: "small" } },
  });
  repository
    .write(
      ".changeset/optional.md",
      '---\n"@vpcep/openapi": major\n---\n\nMake port_id optional.\n',
    )
    .commit("Announce");
  expect(await report("--quick")).toMatchObject({
    code: 0,
    report: { announcement: { fit: "right" } },
  });
}, 180_000);

test("accepts a listed breaking change until its entry expires, and fails if an entry is unused", async () => {
  repository.withContract().git("checkout", "--quiet", "-b", "change");
  repository.edit(service, "  - port_id\n", "");
  const id = (await report("--quick")).report.changes[0]?.id ?? "";
  const entry = (expires: string): string =>
    `accepted:\n  - id: ${id}\n    reason: No client uses the property.\n    expires: ${expires}\n`;

  repository.write("review.accepted.yaml", entry("2999-12-31"));
  repository.write(
    ".changeset/less.md",
    '---\n"@vpcep/openapi": minor\n---\n\nMake port_id optional.\n',
  );
  expect(await report("--quick")).toMatchObject({
    code: 0,
    report: { verdict: "minor", changes: [{ accepted: "No client uses the property." }] },
  });
  repository.write("review.accepted.yaml", entry("2020-01-01"));
  const expired = await report("--quick");
  expect(expired.code).toBe(1);
  expect(expired.report.faults).toEqual([expect.stringContaining("expired on 2020-01-01")]);
  repository.git("checkout", "--quiet", "--", service);
  repository.write("review.accepted.yaml", entry("2999-12-31"));
  const unused = await report("--quick");
  expect(unused.code).toBe(1);
  expect(unused.report.faults).toEqual([expect.stringContaining("matches no breaking change")]);
}, 180_000);

test("prints a one-line error and exits with code 2 if the contracts can't be compared", async () => {
  const cannot = async (line: RegExp, ...args: string[]): Promise<void> => {
    const { code, out, errors } = await repository.review("--quick", ...args);
    expect({ args, code, out, lines: errors.length }).toEqual({ args, code: 2, out: "", lines: 1 });
    expect(errors[0]).toMatch(line);
  };
  repository.write("README.md", "# Empty\n").commit("empty");
  const empty = repository.git("rev-parse", "HEAD").trim();
  repository.withContract();
  await cannot(/nowhere is neither a file nor a commit/, "--base", "nowhere");
  await cannot(/has no openapi\/openapi\.yaml\. Choose another commit/, "--base", empty);
  await cannot(/No release tag found/, "--since-release");
  await cannot(/Unknown --format pdf/, "--format", "pdf");
  await cannot(/Unknown option '--nonsense'/, "--nonsense");

  repository.git("checkout", "--quiet", "--orphan", "other");
  repository.commit("unrelated");
  await cannot(/no common history/, "--base", "main");

  repository.edit(service, "properties:", "properties: [");
  const broken = await repository.review("--quick", "--base", "HEAD");
  expect(broken.code).toBe(2);
  expect(broken.out).toMatch(/VpcEndpointService\.yaml:\d+ is not valid YAML/);
}, 60_000);

test("explains how to fetch the missing history in a shallow clone", async () => {
  repository.withContract().edit(service, "Unique ID of", "The unique ID of").commit("words");
  const first = repository.git("rev-parse", "HEAD~1").trim();
  const shallow = new TemporaryRepository();
  try {
    shallow.git("fetch", "--quiet", "--depth", "1", `file://${repository.folder}`, "main");
    shallow.git("checkout", "--quiet", "FETCH_HEAD");
    const { code, errors } = await shallow.review("--base", first);
    expect(code).toBe(2);
    expect(errors).toEqual([expect.stringMatching(/shallow clone\. Run: git fetch --unshallow/)]);
  } finally {
    shallow.remove();
  }
}, 60_000);

test("shows the same change in Markdown, text, and HTML without modifying the working tree", async () => {
  repository.withContract().edit(service, "  - port_id\n", "");
  const before = repository.git("status", "--porcelain");
  const markdown = await repository.review("--base", "HEAD", "--out", ".git/out", "--annotations");
  expect(markdown.out).toMatch(
    /^::error file=openapi\/components\/schemas\/VpcEndpointService\.yaml,line=\d+,title=/,
  );
  const text = await repository.review("--base", "HEAD", "--quick");
  const html = readFileSync(join(repository.folder, ".git/out/report.html"), "utf8");
  const written = readFileSync(join(repository.folder, ".git/out/comment.md"), "utf8");
  expect(written).toContain("#### Breaking (1)");
  expect(written.length).toBeLessThan(65_536);
  expect(text.out.split("\n")[0]).toBe(
    "Verdict: major (1 breaking, 0 additions, 0 wording). Due: 2.0.0. Not announced: `info.version` is 1.0.0 and no changeset announces a release.",
  );
  for (const one of [written, text.out])
    expect(one).toContain("property `port_id` becomes optional");
  expect(html).toContain("the property <code>port_id</code> becomes optional");
  expect(repository.git("status", "--porcelain")).toBe(before);
}, 120_000);
