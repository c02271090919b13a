import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Mock, startMock } from "@vpcep/mock";

import { launchChromium } from "../../../scripts/chromium.js";
import { onLoopback } from "./loopback.js";
import { runProgram } from "./run-program.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const projectId = "6e9dfd51d1124e8d8498dce894923a0d";
const serviceId = "4189d3c2-8882-4871-a3c2-d380272eed88";
let mock: Mock;

beforeAll(async () => {
  mock = await startMock({ settleAfterMs: 1500 });
});
afterAll(() => mock.close());

const run = (example: string, ...args: string[]) =>
  runProgram(
    join(root, "../../node_modules/.bin/tsx"),
    [`examples/${example}.ts`, ...args],
    {
      VPCEP_BASE_URL: mock.url,
      VPCEP_PROJECT_ID: projectId,
      VPCEP_TOKEN: "mock-token",
      VPCEP_ACCESS_KEY: "MOCKACCESSKEY",
      VPCEP_SECRET_KEY: "mock-secret-key",
    },
    root,
  );

test("prints the ports as a table", async () => {
  expect(await run("list-ports", serviceId)).toEqual({
    code: 0,
    stdout:
      "PROTOCOL     CLIENT PORT  SERVER PORT\nTCP          8080         90\nTCP          8081         80\n",
    stderr: "",
  });
});

test("waits until a new endpoint service is available", async () => {
  mock.startScenario({ projectId, serviceId: "new-one" }, "create");
  const { code, stdout, stderr } = await run("wait-until-available", "new-one", "300");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/available\n.* is ready\.\n$/);
});

test("prints why an endpoint service could not be created", async () => {
  mock.startScenario({ projectId, serviceId: "bad-one" }, "create-fails");
  const { code, stderr } = await run("wait-until-available", "bad-one", "300");
  expect([code, stderr]).toEqual([1, "EndPoint.0001 The backend port could not be bound.\n"]);
});

test("signs the request with access keys", async () => {
  const { code, stdout, stderr } = await run("sign-with-access-keys", serviceId);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(new RegExp(`^${serviceId} is available \\(request [0-9a-f]{32}\\)\n$`));
});

test("shows the ports on a web page", async () => {
  const types = { html: "text/html", js: "text/javascript", mjs: "text/javascript" };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "", "http://localhost");
    const file =
      pathname === "/"
        ? "examples/browser/index.html"
        : pathname
            .replace("/node_modules/@vpcep/client/", "")
            .replace("/node_modules/@vpcep/types/", "../types/")
            .replace("/node_modules/openapi-fetch/", "../../node_modules/openapi-fetch/");
    readFile(join(root, file)).then(
      (content) => {
        const type = types[file.split(".").pop() as keyof typeof types];
        response.setHeader("Content-Type", type).end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await onLoopback(server, async (port) => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const query = new URLSearchParams({ baseUrl: mock.url, projectId, serviceId });
      await page.goto(`http://127.0.0.1:${port}/?${query.toString()}`);
      await page.fill("input", "wrong");
      await page.click("button");
      await page.getByText("401").waitFor();
      await page.fill("input", "mock-token");
      await page.click("button");
      await page.getByText(`${serviceId} is available.`).waitFor();
      expect(await page.locator("li").allTextContents()).toEqual([
        "TCP 8080 → 90",
        "TCP 8081 → 80",
      ]);
    } finally {
      await browser.close();
    }
  });
});
