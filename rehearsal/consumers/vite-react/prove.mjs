// Serves the built page, opens it in Chromium, and checks its content.
import { chromium } from "playwright-core";
import { preview } from "vite";

const server = await preview({ preview: { host: "127.0.0.1", port: 0 } });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH,
  args: ["--no-sandbox"],
});
try {
  const page = await browser.newPage();
  page.on("console", (message) => console.log(message.text()));
  await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/`);
  const output = page.locator("output", { hasNotText: "loading" });
  const status = await output.textContent({ timeout: 20_000 });
  if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
  if (status !== "available") throw new Error(`error: the page shows ${status}`);
} finally {
  await browser.close();
  await server.close();
}
process.exit();
