import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";

import { type Preview, startPreview } from "../src/preview.js";
import { launch, open, taken } from "./browser.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

let folder: string;
let preview: Preview;
let browser: Browser;
let page: Page;
let strangers: string[];
let errors: string[];
const lines: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "preview-"));
  await cp(join(root, "openapi"), folder, { recursive: true });
  [preview, browser] = await Promise.all([
    startPreview({ contractFolder: folder, log: (line) => lines.push(line) }),
    launch(),
  ]);
  ({ page, strangers, errors } = await open(browser, preview.docsUrl));
  await taken(page);
}, 120_000);

afterAll(async () => {
  await Promise.all([browser.close(), preview.close()]);
  await rm(folder, { recursive: true });
});

const contractFile = (): string => join(folder, "openapi.yaml");

test("Try it asks the mock and shows its answer", async () => {
  await page.getByText("Try it", { exact: true }).click();
  await page.getByRole("button", { name: "Send" }).click();
  const status = page.getByRole("status");
  await status.filter({ hasText: "200 OK" }).waitFor();
  expect(await page.locator(".try-it pre").innerText()).toContain('"status": "available"');
  await page.getByLabel("X-Auth-Token").fill("wrong");
  await page.getByRole("button", { name: "Send" }).click();
  await status.filter({ hasText: "401 Unauthorized" }).waitFor();
  const asked = [...new Set(strangers.map((url) => new URL(url).origin))];
  expect(asked).toEqual([preview.mockUrl]);
});

test("a change of the contract comes to the screen and to the mock", async () => {
  const text = await readFile(contractFile(), "utf8");
  await writeFile(contractFile(), text.replace(/^( {2}title: ).*$/m, "$1A new title"));
  await page.getByRole("heading", { level: 1, name: "A new title" }).waitFor();
  expect(lines.at(-1)).toMatch(/^Changed; drawn again in \d+ ms\.$/);
  const answer = await fetch(`${preview.mockUrl}/v1/p/vpc-endpoint-services/s`);
  expect(answer.status).toBe(401);
});

test("a broken contract is named on the screen, and the page stays", async () => {
  const text = await readFile(contractFile(), "utf8");
  await writeFile(contractFile(), `${text}\nbroken: [`);
  const alert = page.getByRole("alert").filter({ hasText: "The contract is broken" });
  await alert.waitFor();
  expect(await alert.innerText()).toContain("openapi.yaml");
  expect(await page.getByRole("heading", { level: 1, name: "A new title" }).count()).toBe(1);
  await writeFile(contractFile(), text);
  await alert.waitFor({ state: "detached" });
  expect(errors.filter((error) => !error.includes("401"))).toEqual([]);
});
