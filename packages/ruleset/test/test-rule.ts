import { expect, test } from "@jest/globals";

import { breakAt } from "./break-at.js";
import { findingsOf } from "./findings-of.js";
import { goodContract } from "./good-contract.js";

export interface Break {
  /** Completes the sentence "finds …". */
  finds: string;
  /** What to write where; `undefined` takes it out. */
  set: Readonly<Record<string, unknown>>;
  /** Where the finding lies, as a JSON Pointer. */
  at: string;
  says: string;
}

/** States that a rule is silent on the good contract, and what it says to each break of it. */
export function testRule(rule: string, breaks: readonly Break[]): void {
  const findings = async (contract: unknown): Promise<{ at: string; message: string }[]> =>
    (await findingsOf(contract))
      .filter((finding) => finding.rule === rule)
      .map(({ at, message }) => ({ at, message: message.replace(/ Remedy: .*/s, "") }));

  test(`${rule} is silent on a good contract`, async () => {
    expect(await findings(goodContract())).toEqual([]);
  });

  for (const { finds, set, at, says } of breaks)
    test(`${rule} finds ${finds}`, async () => {
      const contract = goodContract();
      for (const [pointer, value] of Object.entries(set)) breakAt(contract, pointer, value);
      expect(await findings(contract)).toEqual([{ at, message: says }]);
    });
}
