import { scenarioNames, type ScenarioName } from "./scenario.js";

/** What a `Prefer` header (RFC 7240) asks of the mock. */
export interface Preference {
  example?: string;
  code?: number;
  generated?: boolean;
  scenario?: ScenarioName;
}

/**
 * Reads `Prefer: example=…, code=…, scenario=…, dynamic=true`. Preferences that the mock does not know are
 * ignored, as RFC 7240 wants it.
 *
 * @returns A text that says what is wrong, when a known preference has an impossible value.
 */
export function parsePrefer(header: string | undefined): Preference | string {
  const preference: Preference = {};
  for (const part of (header ?? "").split(/[,;]/)) {
    const [name = "", ...rest] = part.split("=");
    const value = rest
      .join("=")
      .trim()
      .replace(/^"(.*)"$/, "$1");
    switch (name.trim().toLowerCase()) {
      case "example":
        preference.example = value;
        break;
      case "code": {
        const code = Number(value);
        if (!Number.isInteger(code) || !(code === 200 || (code >= 400 && code <= 599)))
          return `Prefer: code=${value} is not possible. Use 200 or a status from 400 to 599.`;
        preference.code = code;
        break;
      }
      case "dynamic":
        preference.generated = value === "true" || value === "";
        break;
      case "scenario": {
        const scenario = scenarioNames.find((known) => known === value);
        if (scenario === undefined)
          return `Prefer: scenario=${value} is not known. Use ${scenarioNames.join(", ")}.`;
        preference.scenario = scenario;
        break;
      }
    }
  }
  return preference;
}
