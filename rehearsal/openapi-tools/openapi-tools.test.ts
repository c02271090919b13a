// Tests the tools that must keep working with the contract. openapi/INTEROPERABILITY.md lists all tools.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Mock, startMock } from "@vpcep/mock";

import { installRehearsal } from "../install.js";
import { generatorTools } from "./generators.js";
import { serverTools } from "./servers.js";
import { askTool, folder } from "./tool.js";

const gating = [...generatorTools, ...serverTools].filter(({ gates = [] }) => gates.length > 0);

let mock: Mock;
beforeAll(async () => {
  await installRehearsal(folder);
  mock = await startMock({ port: 0 });
}, 600_000);
afterAll(() => mock.close());

test("eight tools must work with the contract", () => {
  expect(gating).toHaveLength(8);
});

test.each(gating.map((tool) => [tool.name ?? tool.package, tool] as const))(
  "%s works with the contract",
  async (_, tool) => {
    const answers = await askTool(tool, { mock: mock.url });
    for (const question of tool.gates ?? [])
      expect([question, answers[question]]).toEqual([
        question,
        expect.objectContaining({ holds: true }),
      ]);
  },
  180_000,
);
