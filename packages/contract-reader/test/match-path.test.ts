import { expect, test } from "@jest/globals";

import { createPathMatcher } from "../src/index.js";

const templates = [
  "/v1/{project_id}/services/{service_id}",
  "/v1/{project_id}/services",
  "/v1/{project_id}/services/public",
  "/v1/{project_id}/files/{name}.json",
  "/v1/{project-id}/a.b",
].map((path) => ({ path }));
const match = createPathMatcher(templates);

test.each([
  [
    "/v1/p/services/s",
    "/v1/{project_id}/services/{service_id}",
    { project_id: "p", service_id: "s" },
  ],
  ["/v1/p/services", "/v1/{project_id}/services", { project_id: "p" }],
  ["/v1/p/services/public", "/v1/{project_id}/services/public", { project_id: "p" }],
  [
    "/v1/p/services/public-1?limit=1",
    "/v1/{project_id}/services/{service_id}",
    { service_id: "public-1" },
  ],
  ["/v1//services/", "/v1/{project_id}/services/{service_id}", { project_id: "", service_id: "" }],
  ["/v1/p/files/list.json#top", "/v1/{project_id}/files/{name}.json", { name: "list" }],
  ["/v1/p/a.b", "/v1/{project-id}/a.b", { "project-id": "p" }],
  [
    "https://host.example:443/v1/p%2Fq/services",
    "/v1/{project_id}/services",
    { project_id: "p%2Fq" },
  ],
])("%s matches %s", (target, path, values) => {
  const found = match(target);
  expect(found?.operation.path).toBe(path);
  expect(found?.values).toMatchObject(values);
});

test.each([
  "/v1/p/axb",
  "/v1/p/services/s/more",
  "/v2/p/services",
  "/prefix/v1/p/services",
  "",
  "/",
])("%j does not match", (target) => {
  expect(match(target)).toBeUndefined();
});

test("an unanchored matcher accepts paths with a prefix", () => {
  const behindProxy = createPathMatcher(templates, false);
  expect(behindProxy("https://proxy.example/cloud/v1/p/services/s?x=1")?.values).toEqual({
    project_id: "p",
    service_id: "s",
  });
  expect(behindProxy("/v1/p/services/s/more")).toBeUndefined();
});
