// Tests documentation viewers in a browser, a conversion to a Postman collection, and the `redocly score` command.
import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

import type { Page } from "playwright-core";

import { launchChromium } from "../../scripts/chromium.js";
import { type Answers, attempt, files, modules, program, run, type Tool } from "./tool.js";

const types: Readonly<Record<string, string>> = {
  js: "text/javascript",
  css: "text/css",
  json: "application/json",
  html: "text/html; charset=utf-8",
};

interface Viewer {
  package: string;
  name: string;
  /** The HTML page. The contract is at `/openapi.json`, and the package's files are under `/package/`. */
  html: string;
  ask(page: Page): Promise<Answers>;
}

/** Opens the viewer's page in Chromium, with the mock as the only server in the contract. */
async function look(viewer: Viewer, mock: string): Promise<Answers> {
  const text = await readFile(files["3.1"].replace(/yaml$/, "json"), "utf8");
  const description = JSON.stringify({ ...(JSON.parse(text) as object), servers: [{ url: mock }] });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://page").pathname;
    const file = join(modules, viewer.package, path.replace(/^\/package\//, ""));
    const isFile = path.startsWith("/package/") && existsSync(file);
    const kind = path.split(".").at(-1) ?? "";
    response.setHeader("content-type", types[path === "/" ? "html" : kind] ?? "text/plain");
    if (path === "/") response.end(viewer.html);
    else if (path === "/openapi.json") response.end(description);
    else if (isFile) createReadStream(file).pipe(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
    page.setDefaultTimeout(15_000);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const answers = await viewer.ask(page);
    const folder = process.env["TOOL_SCREENSHOTS"];
    if (folder !== undefined)
      await page.screenshot({ path: join(folder, `${viewer.package.replace("/", "-")}.png`) });
    return answers;
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

/** Waits until the page shows the given text. Shadow roots are searched too. */
const shows = (page: Page, text: string | RegExp): Promise<unknown> =>
  page.getByText(text).first().waitFor();

const viewers: readonly Viewer[] = [
  {
    package: "swagger-ui-dist",
    name: "Swagger UI",
    html: `<!doctype html><link rel="stylesheet" href="/package/swagger-ui.css"><div id="ui"></div>
<script src="/package/swagger-ui-bundle.js"></script>
<script>window.ui = SwaggerUIBundle({ url: "/openapi.json", dom_id: "#ui", docExpansion: "full", defaultModelExpandDepth: 5, defaultModelRendering: "model" });</script>`,
    ask: async (page) => ({
      loads: await attempt(async () => {
        await shows(page, "VPC Endpoint service details");
        if ((await page.locator(".errors-wrapper").count()) > 0)
          throw new Error("it reports errors");
      }),
      credentials: await attempt(async () => {
        await page.getByRole("button", { name: "Authorize" }).first().click();
        for (const header of ["X-Auth-Token", "Authorization"])
          await page
            .locator(".auth-container")
            .getByText(header, { exact: true })
            .first()
            .waitFor();
        await page.locator(".auth-container input").first().fill("mock-token");
        await page.locator(".auth-btn-wrapper .authorize").first().click();
        await page.locator(".close-modal").first().click();
      }),
      values: await attempt(() => shows(page, /toa_open/)),
      call: await attempt(async () => {
        await page.getByRole("button", { name: "Try it out" }).click();
        await page.getByRole("button", { name: "Execute", exact: true }).click();
        await page
          .locator(".live-responses-table .response-col_status", { hasText: "200" })
          .waitFor();
      }),
    }),
  },
  {
    package: "rapidoc",
    name: "RapiDoc",
    html: `<!doctype html><script type="module" src="/package/dist/rapidoc-min.js"></script>
<rapi-doc spec-url="/openapi.json" render-style="read" schema-expand-level="5" default-schema-tab="schema" load-fonts="false"></rapi-doc>`,
    ask: async (page) => ({
      loads: await attempt(() => shows(page, "VPC Endpoint service details")),
      credentials: await attempt(async () => {
        await shows(page, "X-Auth-Token");
        await shows(page, "Authorization");
      }),
      values: await attempt(() => shows(page, /toa_open/)),
      call: await attempt(async () => {
        await page.evaluate(() => {
          const element = document.querySelector("rapi-doc") as unknown as {
            setApiKey(scheme: string, value: string): void;
          };
          element.setApiKey("ProjectToken", "mock-token");
        });
        await page.locator('[part~="btn-try"]').first().click();
        await shows(page, /Response Status/i);
        await shows(page, /OK:200/);
      }),
    }),
  },
];

export const viewerTools: readonly Tool[] = [
  ...viewers.map((viewer): Tool => ({
    package: viewer.package,
    name: viewer.name,
    kind: "viewer",
    edition: "3.1",
    ask: ({ mock }) => look(viewer, mock),
  })),
  {
    package: "openapi-to-postmanv2",
    name: "openapi-to-postmanv2, Newman",
    kind: "viewer",
    edition: "3.1",
    ask: (context) => program(context, "postman", files["3.1"], context.mock),
  },
  {
    package: "@redocly/cli",
    name: "Redocly score",
    kind: "viewer",
    edition: "3.1",
    async ask({ work }) {
      const cli = join(modules, "@redocly/cli/bin/cli.js");
      const output = await run(work, cli, "score", files["3.1"], "--format", "json");
      const { agentReadiness, discoverability } = JSON.parse(
        output.slice(output.indexOf("{"), output.lastIndexOf("}") + 1),
      ) as Record<string, number>;
      const note = `agent readiness ${agentReadiness}, discoverability ${discoverability}`;
      return { loads: { holds: true, note } };
    },
  },
];
