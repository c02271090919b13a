// Parses the `Accept` (RFC 9110) and `Prefer` (RFC 7240) headers.
import { isPossible } from "./choose-response.js";
import { scenarioNames, type ScenarioName } from "./scenario.js";

/** The preferences that the mock supports. */
export interface Preference {
  example?: string;
  code?: number;
  dynamic?: boolean;
  scenario?: ScenarioName;
}

/**
 * Parses `Prefer: example=…, code=…, scenario=…, dynamic=true`. Ignores other preferences, as RFC 7240 requires.
 *
 * @throws RangeError if a value is invalid; the message lists the valid values.
 */
export function parsePrefer(header: string | undefined): Preference {
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
      case "code":
        preference.code = Number(value);
        if (!isPossible(preference.code))
          throw new RangeError(
            `Prefer: code=${value} is invalid. Use 200, or a status from 400 to 599.`,
          );
        break;
      case "dynamic":
        preference.dynamic = value === "true" || value === "";
        break;
      case "scenario":
        preference.scenario = readScenario(value);
        break;
    }
  }
  return preference;
}

function readScenario(value: string): ScenarioName {
  const scenario = scenarioNames.find((known) => known === value);
  if (scenario === undefined)
    throw new RangeError(`Prefer: scenario=${value} is unknown. Use ${scenarioNames.join(", ")}.`);
  return scenario;
}

/**
 * Parses an `Accept` header. The most specific media range takes precedence. An `Accept` header without a
 * media type accepts all media types.
 *
 * @returns A function that returns the quality value of a media type, from 0 (not accepted) to 1.
 */
export function parseAccept(header: string | undefined): (mediaType: string) => number {
  const ranges = (header ?? "").split(",").flatMap((text) => {
    const [range = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
    const [, type, subtype] = /^([^\s/;]+)\/([^\s/;]+)$/.exec(range) ?? [];
    if (type === undefined || subtype === undefined) return [];
    const quality = Number(
      parameters.find((parameter) => /^q\s*=/.test(parameter))?.split("=")[1] ?? 1,
    );
    return [{ type, subtype, quality: Number.isNaN(quality) ? 1 : quality }];
  });
  if (ranges.length === 0) return () => 1;
  return (mediaType) => {
    const [type, subtype] = mediaType.split("/");
    const exact = ranges.find((range) => range.type === type && range.subtype === subtype);
    const family = ranges.find((range) => range.type === type && range.subtype === "*");
    const any = ranges.find((range) => range.type === "*" && range.subtype === "*");
    return (exact ?? family ?? any)?.quality ?? 0;
  };
}
