// An Express application with express-openapi-validator, which checks requests, credentials, and responses.
import express from "express";
import * as OpenApiValidator from "express-openapi-validator";

import { answer, answersCall, callPath, enforcesCredentials, must } from "./answer.mjs";

const [apiSpec, mock] = process.argv.slice(2);
const app = express();
let body = await (
  await fetch(mock + callPath, { headers: { "X-Auth-Token": "mock-token" } })
).json();
let base;
await answer("loads", async () => {
  app.use(
    OpenApiValidator.middleware({ apiSpec, validateRequests: true, validateResponses: true }),
  );
  app.get("/v1/:project_id/vpc-endpoint-services/:vpc_endpoint_service_id", (_, response) => {
    response.json(body);
  });
  // eslint-disable-next-line no-unused-vars -- Express recognizes an error handler by its four parameters
  app.use((error, _request, response, _next) => {
    response.status(error.status ?? 500).json({ message: error.message });
  });
  const server = await new Promise((resolve) => {
    const started = app.listen(0, "127.0.0.1", () => resolve(started));
  });
  base = `http://127.0.0.1:${server.address().port}`;
  await fetch(base + callPath);
});
await answer("credentials", () => enforcesCredentials(base));
await answer("call", () => answersCall(base));
await answer("values", async () => {
  const good = body;
  body = { ...good, status: "frozen" };
  const later = await fetch(base + callPath, { headers: { "X-Auth-Token": "t" } });
  must(later.status === 200, "no other state is allowed");
  body = { ...good, status: 7 };
  const wrong = await fetch(base + callPath, { headers: { "X-Auth-Token": "t" } });
  must(wrong.status === 500, "a numeric status is accepted");
});
process.exit();
