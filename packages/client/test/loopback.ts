import { createServer, type Server } from "node:net";

/** Runs a server on 127.0.0.1 during a test. */
export async function onLoopback<Result>(
  server: Server,
  use: (port: number) => Promise<Result>,
): Promise<Result> {
  const sockets = new Set<{ destroy(): void }>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  try {
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("The server has no port.");
    return await use(address.port);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Returns a port on 127.0.0.1 that has no listener. */
export const closedPort = (): Promise<number> =>
  onLoopback(createServer(), (port) => Promise.resolve(port));
