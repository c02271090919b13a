import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

import { serveInstalled } from "./serve-installed.js";
import { freePort, startProcess } from "../start-process.js";

export interface Registry {
  url: string;
  /** Environment variables that make npm use only this registry, with a separate cache and configuration. */
  environment: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/**
 * Starts an npm registry (Verdaccio) on 127.0.0.1. The registry stores only packages in our scope. Packages outside our
 * scope are served from the repository's `node_modules` folders.
 *
 * @param folder the folder for the registry's storage and npm's cache.
 */
export async function startRegistry(root: string, folder: string): Promise<Registry> {
  await mkdir(folder, { recursive: true });
  const world = await serveInstalled(root);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = join(folder, "verdaccio.json");
  // YAML is a superset of JSON.
  await writeFile(
    config,
    JSON.stringify({
      storage: join(folder, "storage"),
      auth: { htpasswd: { file: join(folder, "htpasswd") } },
      uplinks: { installed: { url: world.url, cache: true } },
      packages: {
        "@vpcep/*": { access: "$all", publish: "$all" },
        "**": { access: "$all", proxy: "installed" },
      },
      web: { enable: false },
      log: { type: "stdout", format: "pretty", level: "warn" },
    }),
  );
  const settings = join(folder, "npmrc");
  // The registry accepts any user, but npm requires a token to publish.
  await writeFile(
    settings,
    `registry=${url}/\n//127.0.0.1:${port}/:_authToken=rehearsal\naudit=false\nfund=false\nupdate-notifier=false\n`,
  );
  const verdaccio = createRequire(import.meta.url).resolve("verdaccio/bin/verdaccio");
  try {
    const server = await startProcess(
      [verdaccio, "--config", config, "--listen", `127.0.0.1:${port}`],
      {},
      () =>
        fetch(`${url}/-/ping`).then(
          ({ ok }) => ok,
          () => false,
        ),
    );
    return {
      url,
      environment: {
        NPM_CONFIG_USERCONFIG: settings,
        NPM_CONFIG_CACHE: join(folder, "npm-cache"),
        NPM_CONFIG_REGISTRY: `${url}/`,
      },
      stop: async () => {
        await server.stop();
        await world.close();
      },
    };
  } catch (error) {
    await world.close();
    throw error;
  }
}
