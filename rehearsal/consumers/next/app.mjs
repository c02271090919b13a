// Builds and starts the app, then calls `use` with the app's URL.
import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";

const next = "node_modules/next/dist/bin/next";

export async function withApp(use, variables = {}) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...variables };
  const built = spawnSync(process.execPath, [next, "build"], { env, stdio: "inherit" });
  if (built.status !== 0) throw new Error("the build failed");
  const port = await freePort();
  const args = [next, "start", "-H", "127.0.0.1", "-p", String(port)];
  const app = spawn(process.execPath, args, { env, stdio: "inherit" });
  try {
    const url = `http://127.0.0.1:${port}`;
    for (let tries = 0; !(await answers(url)); tries++)
      if (tries > 100) throw new Error("the app did not start");
    await use(url);
  } finally {
    app.kill();
  }
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function answers(url) {
  await new Promise((resolve) => setTimeout(resolve, 200));
  return fetch(url).then(
    () => true,
    () => false,
  );
}
