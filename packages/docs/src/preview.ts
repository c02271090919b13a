import { mkdtemp, rm } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { type Mock, startMock } from "@vpcep/mock";
import { watch } from "chokidar";
import { build } from "esbuild";

import { buildSite } from "./build-site.js";
import { bundleContract } from "./bundle-contract.js";
import { filesOf, serveSite } from "./serve-site.js";

const here = dirname(dirname(fileURLToPath(import.meta.url)));

/** Changes of a file come in bursts; one rebuild for each burst. */
const burstMs = 60;

export interface PreviewInput {
  /** Folder with `openapi.yaml`, `components/` and `provenance.yaml`; watched. */
  contractFolder: string;
  /** Port of the docs on 127.0.0.1. Default: any that is free. */
  docsPort?: number;
  /** Port of the mock on 127.0.0.1. Default: any that is free. */
  mockPort?: number;
  /** Called with one line for everything that happens. */
  log: (line: string) => void;
}

export interface Preview {
  docsUrl: string;
  mockUrl: string;
  close(): Promise<void>;
}

/**
 * Serves the docs and the mock side by side and follows every change of the contract: the page reloads itself,
 * the mock answers by the new contract. A broken contract leaves both as they were. Unlike the built site, the
 * page is not drawn beforehand and may ask the mock.
 */
export async function startPreview(input: PreviewInput): Promise<Preview> {
  const folder = await mkdtemp(join(tmpdir(), "vpcep-docs-"));
  const browserScript = await previewScript();
  const listeners = new Set<ServerResponse>();
  let contract = await bundleContract(input.contractFolder);
  let mock: Mock = await startMock({
    contract: contract,
    port: input.mockPort ?? 0,
  });
  const mockUrl = mock.url;
  let generation = 0;
  let current = "";

  const draw = async (): Promise<void> => {
    const out = join(folder, String(generation++));
    await buildSite({
      contractFolder: input.contractFolder,
      out,
      contract,
      preview: { mockUrl, script: browserScript },
    });
    current = out;
  };
  const tell = (event: string, data: string): void => {
    for (const listener of listeners)
      listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };

  let working: Promise<void> = draw();
  await working;
  const follow = async (): Promise<void> => {
    const started = performance.now();
    try {
      const next = await bundleContract(input.contractFolder);
      const contractChanged = JSON.stringify(next) !== JSON.stringify(contract);
      contract = next;
      await draw();
      if (contractChanged) {
        const { port } = new URL(mockUrl);
        await mock.close();
        mock = await startMock({ contract: contract, port: Number(port) });
      }
      tell("changed", "");
      input.log(`Changed; drawn again in ${Math.round(performance.now() - started)} ms.`);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      tell("broken", message);
      input.log(`Not shown, because it is broken: ${message}`);
    }
  };
  let burst: NodeJS.Timeout | undefined;
  const watcher = watch([input.contractFolder, join(here, "guide"), join(here, "theme")], {
    ignoreInitial: true,
    ignored: /[\\/](dist|node_modules|\.[\w-]+)([\\/]|$)/,
  });
  watcher.on("all", () => {
    clearTimeout(burst);
    burst = setTimeout(() => {
      working = working.then(follow);
    }, burstMs);
  });
  await new Promise((resolve) =>
    watcher.once("ready", () => {
      resolve(undefined);
    }),
  );

  const site = await serveSite({
    port: input.docsPort ?? 0,
    find: async (path) => {
      const served = await filesOf(current)(path);
      // The page carries its own policy, which lets it ask the mock; a header would forbid it again.
      return served && { ...served, headers: { "Cache-Control": "no-store" } };
    },
    also: (request, response) => {
      if (request.url !== "/events") return false;
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      response.write("retry: 500\n\n");
      listeners.add(response);
      response.on("close", () => listeners.delete(response));
      return true;
    },
  });
  return {
    docsUrl: site.url,
    mockUrl,
    async close() {
      clearTimeout(burst);
      await watcher.close();
      await working;
      await Promise.all([site.close(), mock.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function previewScript(): Promise<string> {
  const result = await build({
    entryPoints: [join(here, "src/browser/preview.ts")],
    bundle: true,
    format: "iife",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  return result.outputFiles[0]?.text ?? "";
}
