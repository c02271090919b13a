import { createServer, type RequestListener, type Server } from "node:http";

/** Request handlers that simulate faults. The first path segment selects the handler. */
const ways: Readonly<Record<string, RequestListener>> = {
  redirect: (_, response) => response.writeHead(307, { Location: "/page/" }).end(),
  silent: () => undefined,
  stuck: (_, response) => void response.writeHead(200).write("{"),
  flood: (_, response) => response.end("[".repeat(1 << 20)),
  unavailable: (_, response) => response.writeHead(503).end(),
  page: (_, response) => response.setHeader("Content-Type", "text/html").end("<h1>Hello</h1>"),
};

/** Creates a server that simulates faults and allows requests from all origins. */
export const oddServer = (): Server =>
  createServer((request, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Headers", "X-Auth-Token");
    const [, way = ""] = request.url?.split("/") ?? [];
    if (request.method === "OPTIONS") response.end();
    else ways[way]?.(request, response);
  });
