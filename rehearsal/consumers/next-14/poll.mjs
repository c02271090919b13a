// Requests a route that polls a test server until its third response, which has the status `available`: node poll.mjs
// <client>.
import { createServer } from "node:http";

import { withApp } from "./app.mjs";

let answers = 0;
const service = createServer((request, response) => {
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify({ status: ++answers > 2 ? "available" : "creating" }));
});
await new Promise((resolve) => service.listen(0, "127.0.0.1", resolve));
const variables = {
  POLLED_URL: `http://127.0.0.1:${service.address().port}`,
  SUBJECT: process.argv[2],
};
try {
  await withApp(async (url) => {
    const status = await (await fetch(`${url}/poll`)).text();
    if (status !== "available") throw new Error(`error: still ${status} after ${answers} answers`);
  }, variables);
} finally {
  service.closeAllConnections();
  service.close();
}
