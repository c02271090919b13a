import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@jest/globals";

import { evaluateCondition } from "../src/evaluate-condition.js";
import { readWorkflows } from "../src/read-workflows.js";
import { fillTemplate, resolveExpression, WorkflowError } from "../src/resolve-expression.js";
import { withFolder } from "./make-har.js";

const context = {
  inputs: { token: "t", project_id: "p" },
  statusCode: 404,
  headers: { "x-request-id": "abc" },
  body: { error_code: "EndPoint.0005", list: [{ "a/b": 1 }] },
};

test.each([
  ["$statusCode == 404", true],
  ["$statusCode == 200", false],
  ["$statusCode == 200 || $statusCode == 404", true],
  ["$statusCode >= 400 && $statusCode < 500", true],
  ["$statusCode != 404 && $statusCode > 0", false],
  ["$response.body#/error_code == 'endpoint.0005'", true],
  ["$response.body#/list/0/a~1b == 1", true],
  ["$response.body#/nowhere == null", false],
  ["$response.header.X-Request-Id == 'abc'", true],
  ["$inputs.token != 'other'", true],
])("the condition %s is %s", (condition, holds) => {
  expect(evaluateCondition(condition, context)).toBe(holds);
});

test.each(["$statusCode", "$url == 1", "$statusCode == 4o4", "$steps.a.outputs.b == 1", ""])(
  "the condition %j is refused, not passed over",
  (condition) => {
    expect(() => evaluateCondition(condition, context)).toThrow(WorkflowError);
  },
);

test("expressions are filled into texts, as a whole or in part", () => {
  expect(fillTemplate("$inputs.project_id", context)).toBe("p");
  expect(fillTemplate("/v1/{$workflows.a-b.inputs.project_id}/x", context)).toBe("/v1/p/x");
  expect(fillTemplate("no!such!id", context)).toBe("no!such!id");
  expect(() => resolveExpression("$inputs.unknown", context)).toThrow('"unknown" is not known');
});

test("the six workflows are there", async () => {
  const folder = fileURLToPath(new URL("../../../openapi/workflows/", import.meta.url));
  const names = (await readWorkflows(folder)).map(({ workflowId }) => workflowId);
  expect(names).toEqual([
    "fetch-details",
    "malformed-id",
    "no-token",
    "unknown-id",
    "wrong-method",
    "wrong-token",
  ]);
});

test("a step that asks for more than the runner can do is refused", async () => {
  await withFolder(async (folder) => {
    await mkdir(folder, { recursive: true });
    await writeFile(
      join(folder, "a.yaml"),
      "workflows: [{ workflowId: a, steps: [{ stepId: b, onFailure: [] }] }]",
    );
    await expect(readWorkflows(folder)).rejects.toThrow('does not support "onFailure"');
  });
});
