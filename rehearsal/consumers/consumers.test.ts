// Installs the tarballs in each project in this folder, and runs the project with our client and, for comparison, with
// openapi-fetch, ky, and axios. The results are written to results.json and to the client's README.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Mock, startMock } from "@vpcep/mock";

import { packPackages } from "../../scripts/release/pack-packages.js";
import { type Row, runConsumer } from "./run-consumer.js";
import { tableOf } from "./table.js";

const folder = dirname(fileURLToPath(import.meta.url));
const root = join(folder, "../..");
const readme = join(root, "packages/client/README.md");
const place = /(<!-- consumers -->)[^]*(<!-- \/consumers -->)/;
const resultsFile = join(folder, "results.json");

/** To run only some of the projects, list their names in `CONSUMERS`, for example `CONSUMERS=metro,next`. */
const only = process.env["CONSUMERS"]?.split(",");
const projects = (await readdir(folder, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory() && entry.name !== "shared")
  .filter(({ name }) => only?.includes(name) ?? true)
  .map(({ name }) => name);

let work: string;
let mock: Mock;
let tarballs: Record<string, string>;
const rows = new Map<string, Row[]>(
  Object.entries(
    JSON.parse(await readFile(resultsFile, "utf8").catch(() => "{}")) as Record<string, Row[]>,
  ),
);

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "consumers-"));
  const packed = await packPackages(root, work);
  tarballs = Object.fromEntries(packed.map(({ name, tarball }) => [name, tarball]));
  mock = await startMock();
});
afterAll(async () => {
  await mock.close();
  await rm(work, { recursive: true, force: true });
  const all = Object.fromEntries([...rows].sort(([a], [b]) => a.localeCompare(b)));
  await writeFile(resultsFile, `${JSON.stringify(all, null, 2)}\n`);
  const table = tableOf(Object.values(all).flat());
  const text = await readFile(readme, "utf8");
  await writeFile(readme, text.replace(place, `$1\n\n${table}\n\n$2`));
});

test.each(projects)(
  "%s: the client works wherever another library works",
  async (project) => {
    const results = await runConsumer(join(folder, project), tarballs, {
      VPCEP_BASE_URL: mock.url,
    });
    rows.set(project, results);
    for (const row of results) {
      const { "@vpcep/client": ours, ...others } = row.results;
      if (Object.values(others).includes("works"))
        expect({ title: row.title, ours }).toEqual({ title: row.title, ours: "works" });
    }
    expect(results.some((row) => row.results["@vpcep/client"] === "works")).toBe(true);
  },
  1_800_000,
);

test("the client's README has markers for the table", async () => {
  expect(await readFile(readme, "utf8")).toMatch(place);
});
