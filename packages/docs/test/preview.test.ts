import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";

import { type Preview, startPreview } from "../src/preview.js";
import { launch, open, ready } from "./browser.js";

const here = dirname(dirname(fileURLToPath(import.meta.url)));

let folder: string;
let preview: Preview;
let browser: Browser;
let page: Page;
let foreign: string[];
let errors: string[];
const lines: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "preview-"));
  await cp(join(here, "../../openapi"), folder, { recursive: true });
  [preview, browser] = await Promise.all([
    startPreview({ contractFolder: folder, log: (line) => lines.push(line) }),
    launch(),
  ]);
  ({ page, foreign, errors } = await open(browser, preview.docsUrl));
  await ready(page);
});

afterAll(async () => {
  await Promise.all([browser.close(), preview.close()]);
  await rm(folder, { recursive: true });
  const left = await readdir(join(here, ".tmp"));
  expect(left.filter((name) => name.startsWith(`preview-${process.pid}-`))).toEqual([]);
});

const token = () => page.getByRole("textbox", { name: "X-Auth-Token" });
const contractFile = (): string => join(folder, "openapi.yaml");

test("the Try it panel sends a request to the mock and shows the response", async () => {
  await page.getByText("Try it", { exact: true }).click();
  await page.getByRole("button", { name: "Send" }).click();
  const status = page.locator(".try-it .status");
  await status.filter({ hasText: "200 OK" }).waitFor();
  expect(await page.locator(".try-it pre").innerText()).toContain('"status": "available"');
  await token().fill("wrong");
  await page.getByRole("button", { name: "Send" }).click();
  await status.filter({ hasText: "401 Unauthorized" }).waitFor();
  expect([...new Set(foreign.map((url) => new URL(url).origin))]).toEqual([preview.mockUrl]);
});

test("shows three successive changes on the page and in the mock, and keeps the reader's input", async () => {
  await token().fill("mine");
  const text = await readFile(contractFile(), "utf8");
  for (const title of ["First title", "Second title", "Third title"]) {
    await writeFile(contractFile(), text.replace(/^( {2}title: ).*$/m, `$1${title}`));
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    expect(lines.at(-1)).toMatch(/^Updated in \d+ ms\.$/);
  }
  expect(await token().inputValue()).toBe("mine");
  const answer = await fetch(`${preview.mockUrl}/v1/p/vpc-endpoint-services/s`);
  expect(answer.status).toBe(401);
});

test("shows a contract error, even after a reload, and keeps the previous content", async () => {
  const text = await readFile(contractFile(), "utf8");
  await writeFile(contractFile(), `${text}\nbroken: [`);
  const alert = page.getByRole("alert").filter({ hasText: "The contract has an error" });
  await alert.waitFor();
  await page.reload();
  await alert.waitFor();
  expect(await alert.innerText()).toContain("openapi.yaml");
  expect(await page.getByRole("heading", { level: 1, name: "Third title" }).count()).toBe(1);
  await writeFile(contractFile(), text);
  await alert.waitFor({ state: "detached" });
  expect(errors.filter((error) => !error.includes("401"))).toEqual([]);
});

test("removes temporary files if the preview fails to start", async () => {
  const { port } = new URL(preview.docsUrl);
  await expect(
    startPreview({ contractFolder: folder, docsPort: Number(port), log: () => undefined }),
  ).rejects.toMatchObject({ code: "EADDRINUSE" });
});
