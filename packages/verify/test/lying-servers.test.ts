import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import type { Report } from "../src/report.js";
import { answerLies } from "./answer-lies.js";
import { fieldLies } from "./field-lies.js";
import type { Lie } from "./lie.js";
import { runVerify } from "./run-verify.js";
import { type Liar, projectId, serviceId, startLiar } from "./start-liar.js";
import { timeLies } from "./time-lies.js";

const lies: readonly Lie[] = [...fieldLies, ...timeLies, ...answerLies];

let liar: Liar;
beforeAll(async () => {
  liar = await startLiar();
});
afterAll(() => liar.close());

async function verdict(lie: Lie | undefined): Promise<{ code: number; report: Report }> {
  liar.tell(lie);
  const target = ["--base-url", liar.url, "--project-id", projectId, "--service-id", serviceId];
  const { code, out } = await runVerify([...target, "--format", "json", "--timeout", "2"]);
  return { code, report: JSON.parse(out) as Report };
}

test("there are many ways to lie", () => {
  expect(lies.length).toBeGreaterThanOrEqual(60);
  expect(new Set(lies.map(({ says }) => says)).size).toBe(lies.length);
});

test("the same server without a lie keeps the contract, with nothing to remark", async () => {
  const { code, report } = await verdict(undefined);
  expect(report.findings).toEqual([]);
  expect(report.verdict).toBe("kept");
  expect(code).toBe(0);
});

describe("a server that says", () => {
  test.each(lies.map((lie) => [lie.says, lie] as const))("%s is found out", async (_, lie) => {
    const { code, report } = await verdict(lie);
    const found = report.findings.map(
      ({ severity, rule, pointer }) => `${severity} ${rule} ${pointer}`,
    );
    expect(found.sort()).toEqual([...lie.found].sort());
    expect(code).toBe(lie.found.some((line) => line.startsWith("violation")) ? 1 : 0);
    for (const finding of report.findings)
      expect(finding.where).toEqual([lie.on ?? "fetch-details"]);
  });
});
