// Serves the repository's installed third-party packages as an upstream registry, so that the rehearsal needs no
// network.
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, dirname, join } from "node:path";

export interface InstalledRegistry {
  url: string;
  close(): Promise<void>;
}

/** Serves tarballs of all installed package versions, and each package's metadata at `/<name>`. */
export async function serveInstalled(root: string): Promise<InstalledRegistry> {
  const lock = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, { link?: boolean }>;
  };
  const places = new Map<string, string[]>();
  for (const [place, { link }] of Object.entries(lock.packages)) {
    const name = place.split("node_modules/").at(-1);
    if (!place.includes("node_modules/") || link === true || name === undefined) continue;
    places.set(name, [...(places.get(name) ?? []), place]);
  }

  /** The package folder for each tarball path. Entries are added when a package's metadata is requested. */
  const tarballs = new Map<string, string>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://127.0.0.1").pathname);
    const folder = tarballs.get(path);
    const answer =
      folder === undefined ? sendVersions(path.slice(1), response) : sendTarball(folder, response);
    answer.catch(() => {
      response.writeHead(404).end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function sendVersions(name: string, response: ServerResponse): Promise<void> {
    const versions: Record<string, object> = {};
    let latest = "";
    for (const place of places.get(name) ?? []) {
      const file = join(root, place, "package.json");
      // The lock file also lists packages for other platforms, which aren't installed.
      const text = await readFile(file, "utf8").catch(() => undefined);
      if (text === undefined) continue;
      const manifest = JSON.parse(text) as { version: string };
      const path = `/${name}/-/${basename(place)}-${manifest.version}.tgz`;
      tarballs.set(path, join(root, place));
      versions[manifest.version] = { ...manifest, name, dist: { tarball: `${url}${path}` } };
      latest = manifest.version;
    }
    if (latest === "") throw new Error(`${name} is not installed.`);
    response
      .writeHead(200, { "content-type": "application/json" })
      .end(JSON.stringify({ name, "dist-tags": { latest }, versions }));
  }

  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** Packs the package folder. npm strips a tarball's top-level folder, whatever its name. */
async function sendTarball(folder: string, response: ServerResponse): Promise<void> {
  await readFile(join(folder, "package.json"));
  const name = basename(folder);
  const tar = spawn(
    "tar",
    ["-czf", "-", "-C", dirname(folder), `--exclude=${name}/node_modules`, name],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  response.writeHead(200, { "content-type": "application/octet-stream" });
  tar.stdout.pipe(response);
}
