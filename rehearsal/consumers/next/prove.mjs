// Builds and starts the app with one client, then requests the page and the route.
import { copyFileSync } from "node:fs";
import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";

copyFileSync(`lib/${process.argv[2]}.js`, "lib/subject.js");
const next = "node_modules/next/dist/bin/next";
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
const built = spawnSync(process.execPath, [next, "build"], { env, stdio: "inherit" });
if (built.status !== 0) process.exit(1);
const port = await new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});
const app = spawn(process.execPath, [next, "start", "-H", "127.0.0.1", "-p", String(port)], {
  env,
  stdio: "inherit",
});
let failure;
try {
  for (let tries = 0; ; tries++) {
    try {
      const page = await (await fetch(`http://127.0.0.1:${port}/`)).text();
      const route = await (await fetch(`http://127.0.0.1:${port}/api`)).text();
      if (!page.includes("available") || !route.includes("available"))
        throw new Error(`error: ${page} ${route}`);
      break;
    } catch (error) {
      if (error.cause?.code !== "ECONNREFUSED" || tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
} catch (error) {
  failure = error;
} finally {
  app.kill();
}
if (failure) throw failure;
