import { expect, test } from "@playwright/test";

const path = "/v1/p/vpc-endpoint-services/s";

test("an HTTP request and a browser page both receive queued responses", async ({
  request,
  page,
}) => {
  const statuses = [];
  for (let call = 0; call < 3; call++) statuses.push((await request.get(path)).status());
  expect(statuses).toEqual([401, 503, 200]);
  await request.post("/_mock/queue", { data: ["failed"] });
  await page.goto(path);
  await expect(page.locator("body")).toContainText('"status":"failed"');
});
