import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

import { assetCaching, pageCaching, siteHeaders } from "./host-files.js";

export interface Served {
  body: Buffer;
  /** File name. The file extension determines the media type. */
  name: string;
  headers: Readonly<Record<string, string>>;
}

export interface SiteServer {
  /** URL with a trailing slash. */
  url: string;
  /** Closes all connections and stops the server. */
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".yaml": "application/yaml; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
};

/**
 * Returns a function that finds files in a built site and adds the headers that a static host would set.
 *
 * @param base - Path to the site, with leading and trailing slashes.
 */
export function filesOf(folder: string, base = "/"): (path: string) => Promise<Served | undefined> {
  return async (whole) => {
    if (whole !== notFound && !whole.startsWith(base)) return undefined;
    const path = whole === notFound ? whole : `/${whole.slice(base.length)}`;
    const inside = normalize(decodeURIComponent(path)).replace(/^(\.\.(\/|$))+/, "");
    let file = join(folder, inside);
    if (!file.startsWith(folder)) return undefined;
    try {
      if ((await stat(file)).isDirectory()) file = join(file, "index.html");
      const caching = path.includes("/assets/") ? assetCaching : pageCaching;
      return {
        body: await readFile(file),
        name: file,
        headers: { ...siteHeaders(), "Cache-Control": caching },
      };
    } catch {
      return undefined;
    }
  };
}

export interface ServeInput {
  /** Finds the file for a path. If the path has no file, the server responds with 404. */
  find: (path: string) => Promise<Served | undefined>;
  /** Port on 127.0.0.1. Default: 0, which selects a free port. */
  port?: number;
  /** Handles a request that isn't for a file. Returns true if the function handled the request. */
  also?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** The page that static hosts return with a 404 status. */
const notFound = "/404.html";

/**
 * Serves files on 127.0.0.1, and compresses them if the browser accepts gzip.
 *
 * @throws Error with the code `EADDRINUSE` if the port is in use.
 */
export async function serveSite({ find, port = 0, also }: ServeInput): Promise<SiteServer> {
  const server = createServer((request, response) => {
    if (also?.(request, response) === true) return;
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    find(pathname)
      .then(async (served) => {
        if (served !== undefined) send(request, response, served, 200);
        else send(request, response, await find(notFound), 404);
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  served: Served | undefined,
  status: number,
): void {
  if (served === undefined) {
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("Not found\n");
    return;
  }
  const type = types[extname(served.name)] ?? "application/octet-stream";
  const accepted = request.headers["accept-encoding"] ?? "";
  const zip = accepted.includes("gzip") && type !== "font/woff2";
  const body = zip ? gzipSync(served.body) : served.body;
  response.writeHead(status, {
    ...served.headers,
    "Content-Type": type,
    "Content-Length": body.length,
    Vary: "Accept-Encoding",
    ...(zip ? { "Content-Encoding": "gzip" } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
