import { defineConfig } from "@playwright/test";

const mock = `http://localhost:${process.env.MOCK_PORT}`;

export default defineConfig({
  testMatch: "*.play.mjs",
  use: {
    baseURL: mock,
    extraHTTPHeaders: { "X-Auth-Token": "mock-token" },
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: ["--no-sandbox"] },
  },
  webServer: {
    command: `npx vpcep-mock --port ${process.env.MOCK_PORT} --queue "401, 503"`,
    url: `${mock}/_mock/health`,
  },
});
