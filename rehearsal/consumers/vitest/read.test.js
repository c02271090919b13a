import { expect, test } from "vitest";

import { read } from "./subject.js";

test("reads an endpoint service", async () => {
  expect(await read(process.env.VPCEP_BASE_URL)).toBe("available");
});
