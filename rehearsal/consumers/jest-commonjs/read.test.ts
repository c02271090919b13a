import { read } from "./subject";

test("reads an endpoint service", async () => {
  expect(await read(process.env.VPCEP_BASE_URL ?? "")).toBe("available");
});
