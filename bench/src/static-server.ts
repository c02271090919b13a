import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".yaml": "application/yaml",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
};
const incompressible = new Set([".png", ".woff2"]);

/**
 * Serves a folder on loopback. Files are compressed with gzip and can be cached for a day. The benchmarks use this
 * server for all pages.
 */
export async function serveFolder(
  folder: string,
): Promise<{ url: string; close: () => Promise<void> }> {
  const kept = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname);
    const path = normalize(asked.endsWith("/") ? `${asked}index.html` : asked);
    const ending = extname(path);
    const zipped = !incompressible.has(ending);
    const content = kept.get(path) ?? readFile(join(folder, path));
    Promise.resolve(content).then(
      (bytes) => {
        const body = kept.get(path) ?? (zipped ? gzipSync(bytes) : bytes);
        kept.set(path, body);
        response.writeHead(200, {
          "content-type": types[ending] ?? "application/octet-stream",
          "cache-control": "max-age=86400",
          ...(zipped ? { "content-encoding": "gzip" } : {}),
        });
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
