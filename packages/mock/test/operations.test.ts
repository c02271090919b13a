// Tests the mock with a contract that contains several operations.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type JsonObject, operationsOf, readContract } from "@vpcep/contract-reader";
import { type Mock, startMock } from "@vpcep/mock";

import { ask, projectId, serviceId } from "./ask.js";

const document = readContract();
const [details] = operationsOf(document).filter(
  ({ operationId }) => operationId === "getVpcEndpointService",
);
if (details === undefined) throw new Error("The contract has no operation.");
const { path, operation } = details;

/** Defines an operation that returns service IDs and has the same errors as the details operation. */
function listing(operationId: string, ids: readonly string[]): JsonObject {
  const schema = { type: "object", required: ["ids"], properties: { ids: idsSchema } };
  const examples = { [`${operationId}-ids`]: { value: { ids: [...ids] } } };
  const success = { description: "IDs.", content: { "application/json": { schema, examples } } };
  return {
    operationId,
    parameters: [{ $ref: "#/components/parameters/ProjectId" }],
    responses: { ...(operation["responses"] as JsonObject), 200: success },
  };
}

const idsSchema = { type: "array", items: { type: "string", examples: [serviceId] } };
const list = path.replace(/\/[^/]+$/, "");

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({
    contract: {
      ...document,
      paths: {
        [list]: { get: listing("listServices", ["a"]) },
        [path]: { get: operation },
        [`${list}/public`]: { get: listing("listPublicServices", ["b"]) },
      },
    },
  });
});
afterAll(() => mock.close());

const at = (tail = ""): string => `/v1/${projectId}/vpc-endpoint-services${tail}`;

test.each([
  ["the list", "?limit=10", { ids: ["a"] }],
  ["a path that ends in a literal segment", "/public", { ids: ["b"] }],
  ["the details", `/${serviceId}`, { id: serviceId, project_id: projectId }],
])("a request for %s returns that operation's example", async (_, tail, body) => {
  const response = await ask(mock, { path: at(tail) });
  expect(response).toMatchObject({ status: 200, body });
  expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f]{32}$/);
});

test("returns 404 for an undocumented sibling operation", async () => {
  const response = await ask(mock, { path: at("/describe") });
  expect(response).toMatchObject({ status: 404, body: { error_code: "APIGW.0101" } });
});

test("checks credentials, IDs, and methods for each operation", async () => {
  expect((await ask(mock, { path: at(), anonymous: true })).status).toBe(401);
  expect((await ask(mock, { path: at().replace(projectId, "x".repeat(65)) })).body).toMatchObject({
    error_code: "EndPoint.0014",
  });
  expect((await ask(mock, { path: at(), method: "PUT" })).status).toBe(405);
});

test("the Prefer header and the queue can select each operation's errors", async () => {
  const prefer = { Prefer: "example=error-throttled" };
  expect((await ask(mock, { path: at(), headers: prefer })).body).toMatchObject({
    error_code: "EndPoint.0022",
  });
  mock.queue(503, "listServices-ids" as "vpc-endpoint-service-printed");
  expect((await ask(mock, { path: at() })).status).toBe(503);
  expect(await ask(mock, { path: at() })).toMatchObject({ status: 200, body: { ids: ["a"] } });
});

test("lists the operation's examples if the requested example belongs to another operation", async () => {
  const headers = { Prefer: "example=vpc-endpoint-service-vip" };
  const response = await ask(mock, { path: at(), headers });
  expect(response.status).toBe(400);
  expect(JSON.stringify(response.body)).toContain("listServices-ids");
});

test("supports states and scenarios only for the details operation", async () => {
  mock.queue("creating");
  const state = await ask(mock, { path: at() });
  expect(state.status).toBe(400);
  expect(JSON.stringify(state.body)).toContain("no states");
  const scenario = await ask(mock, { path: at(), headers: { Prefer: "scenario=create" } });
  expect(scenario.status).toBe(400);
  expect(JSON.stringify(scenario.body)).toContain("no scenario");
});

test("generates bodies from the operation's schema", async () => {
  const { status, body } = await ask(mock, { path: at(), headers: { Prefer: "dynamic=true" } });
  expect(status).toBe(200);
  const { ids } = body as { ids: string[] };
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
});

test("rejects a contract without the details operation", async () => {
  const contract = { ...document, paths: { [list]: { get: listing("listServices", []) } } };
  await expect(startMock({ contract })).rejects.toThrow(/which the mock needs/);
});
