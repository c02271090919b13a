import { rmSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { type Mock, startMock } from "@vpcep/mock";
import { watch } from "chokidar";

import { filesOf, serveSite } from "./serve.js";
import { browserScript, buildSite } from "./site.js";
import { bundleContract } from "./versions.js";

const here = dirname(dirname(fileURLToPath(import.meta.url)));

/** File changes that occur within this interval trigger only one rebuild. */
const burstMs = 60;

export interface PreviewInput {
  /** The watched folder, which contains `openapi.yaml`, `components/`, and `provenance.yaml`. */
  contractFolder: string;
  /** Port for the docs on 127.0.0.1. Default: a free port. */
  docsPort?: number;
  /** Port for the mock on 127.0.0.1. Default: a free port. */
  mockPort?: number;
  /** Function that is called with a one-line message for each event. */
  log: (line: string) => void;
}

export interface Preview {
  docsUrl: string;
  mockUrl: string;
  close(): Promise<void>;
}

/**
 * Serves the docs and the mock, and watches the contract. When the contract changes, the page reloads and the mock uses
 * the new contract. If the contract has an error, the docs and the mock stay unchanged, and the page shows the error
 * until the error is fixed. Unlike the built site, the preview isn't prerendered, and it may send requests to the mock.
 *
 * @throws Error if the contract has an error on startup, or if a port is in use.
 */
export async function startPreview(input: PreviewInput): Promise<Preview> {
  let contract = await bundleContract(input.contractFolder);
  const folder = await ownFolder();
  const closing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const browserPart = await browserScript("preview.ts");
    const listeners = new Set<ServerResponse>();
    let mock: Mock = await startMock({ contract, port: input.mockPort ?? 0 });
    closing.push(() => mock.close());
    const mockUrl = mock.url;
    let generation = 0;
    let current = "";
    let broken: string | undefined;

    const draw = async (): Promise<void> => {
      const out = join(folder, String(generation++));
      const before = current;
      await buildSite({
        contractFolder: input.contractFolder,
        out,
        contract,
        preview: { mockUrl, script: browserPart },
      });
      current = out;
      if (before !== "") await rm(before, { recursive: true, force: true });
    };
    const write = (listener: ServerResponse, event: string, data: string): void => {
      listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    };
    const follow = async (): Promise<void> => {
      const started = performance.now();
      try {
        const next = await bundleContract(input.contractFolder);
        const contractChanged = JSON.stringify(next) !== JSON.stringify(contract);
        contract = next;
        await draw();
        if (contractChanged) {
          await mock.close();
          mock = await startMock({ contract, port: Number(new URL(mockUrl).port) });
        }
        broken = undefined;
        for (const listener of listeners) write(listener, "changed", "");
        input.log(`Updated in ${Math.round(performance.now() - started)} ms.`);
      } catch (error) {
        broken = error instanceof Error ? error.message : String(error);
        for (const listener of listeners) write(listener, "broken", broken);
        input.log(`Not updated, because the contract has an error: ${broken}`);
      }
    };
    await draw();
    const site = await serveSite({
      port: input.docsPort ?? 0,
      find: async (path) => {
        const served = await filesOf(current)(path);
        // Omit the policy header, because it blocks requests to the mock. The page's own policy allows requests to the
        // mock.
        return served && { ...served, headers: { "Cache-Control": "no-store" } };
      },
      also: (request, response) => {
        if (request.url !== "/events") return false;
        response.writeHead(200, {
          "Content-Type": "text/event-stream",
          "Cache-Control": "no-store",
        });
        response.write("retry: 500\n\n");
        listeners.add(response);
        response.on("close", () => listeners.delete(response));
        if (broken !== undefined) write(response, "broken", broken);
        return true;
      },
    });
    closing.push(() => site.close());

    let working: Promise<void> = Promise.resolve();
    let burst: NodeJS.Timeout | undefined;
    const watcher = watch([input.contractFolder, join(here, "guide"), join(here, "theme")], {
      ignoreInitial: true,
      ignored: /[\\/](dist|node_modules|\.[\w-]+)([\\/]|$)/,
    });
    closing.push(async () => {
      clearTimeout(burst);
      await watcher.close();
      await working;
    });
    watcher.on("all", () => {
      clearTimeout(burst);
      burst = setTimeout(() => {
        working = working.then(follow);
      }, burstMs);
    });
    await new Promise<void>((resolve) =>
      watcher.once("ready", () => {
        resolve();
      }),
    );
    return { docsUrl: site.url, mockUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Creates a temporary folder in the package, and removes folders left behind by previews that were killed. */
async function ownFolder(): Promise<string> {
  const parent = join(here, ".tmp");
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    const pid = /^preview-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(parent, name), { recursive: true, force: true });
  }
  const folder = await mkdtemp(join(parent, `preview-${process.pid}-`));
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
