// npm run review:example: reviews the worked example in docs/review-example.md, and updates the comment and the
// screenshots in docs/. Requires a build and Chromium (CHROMIUM_PATH). With --check, the command only checks whether
// the comment is up to date. Exit codes: 0 (done or up to date), 1 (the comment is stale), 2 (the review could not
// run).
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { runTool } from "@vpcep/run-tool";
import { format, resolveConfig } from "prettier";

import { launchChromium } from "../packages/docs/src/chromium.js";
import { readContractData } from "./pull-request/contract-data.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = "docs/review-example.md";
const schemas = "openapi/components/schemas";

/** The pull request's edits: the file, the old text, and the new text. */
const edits: readonly (readonly [file: string, from: string | RegExp, to: string])[] = [
  ["openapi/openapi.yaml", "/{vpc_endpoint_service_id}:", "/{service_id}:"],
  ["openapi/openapi.yaml", / {8}"429":\n.*\n/, ""],
  [
    "openapi/components/parameters/VpcEndpointServiceId.yaml",
    "name: vpc_endpoint_service_id",
    "name: service_id",
  ],
  [
    `${schemas}/VpcEndpointService.yaml`,
    "  id:\n    type: string\n",
    "  id:\n    type: string\n    format: uuid\n",
  ],
  [
    `${schemas}/VpcEndpointService.yaml`,
    / {2}vip_port_id:\n(?: {4}.*\n)+/,
    "  remark:\n    type: string\n    description: A note from the owner of the endpoint service.\n",
  ],
  [`${schemas}/VpcEndpointService.yaml`, / {2}- id: vip-port-id-only-with-vip\n(?: {4}.*\n)+/, ""],
  [
    `${schemas}/VpcEndpointService.yaml`,
    "takes one to two minutes.",
    "usually takes less than two minutes.",
  ],
  [`${schemas}/KnownServiceStatus.yaml`, "  - deleting\n", "  - deleting\n  - deleted\n"],
  [
    `${schemas}/KnownServiceStatus.yaml`,
    /$/,
    "  deleted: The endpoint service has been deleted.\n",
  ],
];

/** Writes the committed contract to a folder and applies the edits. */
async function makeHead(folder: string): Promise<void> {
  for (const { path, text } of await readContractData(root, "HEAD")) {
    let edited = text;
    for (const [file, from, to] of edits.filter(([name]) => name === path)) {
      const before = edited;
      edited = before.replace(from, to);
      if (edited === before)
        throw new Error(
          `${file} no longer contains ${String(from)}. Correct the edits in scripts/review-example.ts.`,
        );
    }
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), edited);
  }
}

/** Runs the review, and returns the review's comment without the marker and the last sections. */
async function reviewExample(folder: string): Promise<string> {
  const head = join(folder, "head");
  await makeHead(head);
  const args = ["packages/review/src/cli.ts", "--base", "HEAD", "--head-dir", head];
  const { code, stderr } = await runTool("tsx", [...args, "--out", folder], root);
  if (code !== 1) throw new Error(`The review ended with exit code ${code}:\n${stderr}`);
  const comment = await readFile(join(folder, "comment.md"), "utf8");
  return comment
    .replace(/^<!--.*-->\s*/, "")
    .replace(/<details><summary>Facts to recheck[^]*$/, "")
    .trim();
}

async function takeScreenshots(report: string): Promise<void> {
  const browser = await launchChromium();
  try {
    for (const width of [1000, 360]) {
      const tab = await browser.newPage({ viewport: { width, height: 1000 } });
      await tab.goto(pathToFileURL(report).href);
      await tab.screenshot({ path: join(root, `docs/images/review-example-${width}.png`) });
    }
  } finally {
    await browser.close();
  }
}

// The example must not contain links to a commit, which the review adds to the comment in GitHub Actions.
delete process.env["GITHUB_SERVER_URL"];
const folder = await mkdtemp(join(tmpdir(), "review-example-"));
try {
  const text = await readFile(join(root, page), "utf8");
  const place = /(<!-- comment: .* -->\r?\n)[^]*(<!-- \/comment -->)/;
  const comment = await reviewExample(folder);
  const written = await format(
    text.replace(place, (_, start: string, end: string) => `${start}\n${comment}\n\n${end}`),
    { ...(await resolveConfig(join(root, page))), parser: "markdown" },
  );
  const isCurrent = written === text.replaceAll("\r\n", "\n");
  if (!process.argv.includes("--check")) {
    await writeFile(join(root, page), written);
    await takeScreenshots(join(folder, "report.html"));
    console.log(`${page} and its screenshots are up to date.`);
  } else if (!isCurrent) {
    console.error(`${page} is stale. Run npm run review:example.`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
} finally {
  await rm(folder, { recursive: true, force: true });
}
