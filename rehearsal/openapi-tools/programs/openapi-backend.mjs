// Starts an openapi-backend server with a handler for each security scheme.
import { createServer } from "node:http";

import { OpenAPIBackend } from "openapi-backend";

import { answer, answersCall, callPath, credentials, enforcesCredentials } from "./answer.mjs";

const [definition, mock] = process.argv.slice(2);
const api = new OpenAPIBackend({ definition, quick: false });
const body = await (
  await fetch(mock + callPath, { headers: { "X-Auth-Token": "mock-token" } })
).json();
let base;
await answer("loads", async () => {
  const names = { ProjectToken: "X-Auth-Token", AkSkSignature: "Authorization" };
  for (const [scheme, header] of Object.entries(names))
    api.registerSecurityHandler(
      scheme,
      ({ request }) => request.headers[header.toLowerCase()] === credentials[header],
    );
  api.register({
    getVpcEndpointService: () => ({ status: 200, body }),
    unauthorizedHandler: () => ({ status: 401, body: {} }),
    validationFail: () => ({ status: 400, body: {} }),
    notFound: () => ({ status: 404, body: {} }),
  });
  await api.init();
  const server = createServer(async (request, response) => {
    const { method, url: path, headers } = request;
    const result = await api.handleRequest({ method, path, headers });
    response.writeHead(result.status, { "content-type": "application/json" });
    response.end(JSON.stringify(result.body));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${server.address().port}`;
});
await answer("credentials", () => enforcesCredentials(base));
await answer("call", () => answersCall(base));
process.exit();
