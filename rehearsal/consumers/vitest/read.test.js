import { expect, test } from "vitest";

test("reads one endpoint service", async () => {
  const { read } = await import(`./${process.env.SUBJECT}.js`);
  expect(await read(process.env.VPCEP_BASE_URL)).toBe("available");
});
