test("reads one endpoint service", async () => {
  const { read } = require(`./${process.env.SUBJECT}`) as {
    read(baseUrl: string): Promise<string>;
  };
  expect(await read(process.env.VPCEP_BASE_URL ?? "")).toBe("available");
});
