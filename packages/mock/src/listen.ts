// Opens and closes server sockets.
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Maximum number of attempts to find a port that is free on both loopback addresses. */
const mostAttempts = 20;

/** Listens on one address, or on both loopback addresses with the same port. */
export async function listen(
  serve: () => Server,
  host: string | undefined,
  port: number,
): Promise<Server[]> {
  if (host !== undefined) return [await listenOn(serve(), host, port)];
  for (let attempt = 1; ; attempt++) {
    const first = await listenOn(serve(), "127.0.0.1", port);
    try {
      return [first, await listenOn(serve(), "::1", (first.address() as AddressInfo).port)];
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      // IPv6 is not available on this machine.
      if (code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT") return [first];
      await closeAll([first]);
      if (code !== "EADDRINUSE" || port !== 0 || attempt >= mostAttempts) throw cause;
    }
  }
}

function listenOn(server: Server, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, ipv6Only: host === "::1" }, () => {
      resolve(server);
    });
  });
}

/** Returns the server's host and port in URL format. */
export function addressOf([server]: readonly Server[], host = "127.0.0.1"): string {
  const { port } = server?.address() as AddressInfo;
  const reachable = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return reachable.includes(":") ? `[${reachable}]:${port}` : `${reachable}:${port}`;
}

export async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((resolve) => {
          server.close(() => {
            resolve();
          });
          server.closeAllConnections();
        }),
    ),
  );
}
