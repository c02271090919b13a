import assert from "node:assert/strict";
import test from "node:test";

import { read } from "./subject.mjs";

test("reads an endpoint service", async () => {
  assert.equal(await read(process.env.VPCEP_BASE_URL), "available");
});
