import assert from "node:assert/strict";
import test from "node:test";

test("reads one endpoint service", async () => {
  const { read } = await import(`./${process.env.SUBJECT}.mjs`);
  assert.equal(await read(process.env.VPCEP_BASE_URL), "available");
});
