// Starts a loopback server that returns the same body for every request and keeps connections alive. Sends the server's
// URL to the parent process.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

const body = await readFile(process.argv[2]);
const headers = {
  "content-type": "application/json",
  "content-length": body.length,
  "x-request-id": "4e6f1b0c2d8a4f7e9b3c5d6a7e8f9012",
};
const server = createServer(
  { maxHeaderSize: 65_536, keepAliveTimeout: 120_000 },
  (request, response) => {
    response.writeHead(200, headers).end(body);
  },
);
server.listen(0, "127.0.0.1", () => process.send(`http://127.0.0.1:${server.address().port}`));
process.on("disconnect", () => process.exit(0));
