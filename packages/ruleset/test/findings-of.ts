import spectralCore from "@stoplight/spectral-core";
import spectralParsers from "@stoplight/spectral-parsers";

import ruleset from "../src/index.js";

const spectral = new spectralCore.Spectral();
spectral.setRuleset(ruleset);

export interface Finding {
  rule: string;
  /** JSON Pointer into the contract as it is written. */
  at: string;
  message: string;
}

/** What Spectral finds in a contract with the house rules alone. */
export async function findingsOf(contract: unknown): Promise<Finding[]> {
  // Without a name, Spectral would not follow local references back to where they lead.
  const document = new spectralCore.Document(
    JSON.stringify(contract),
    spectralParsers.Json,
    "contract.json",
  );
  const results = await spectral.run(document);
  return results.map(({ code, message, path }) => ({
    rule: String(code),
    at: `/${path.map((step) => String(step).replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`,
    message,
  }));
}
