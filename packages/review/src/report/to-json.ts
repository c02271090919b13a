import type { Report } from "./report.js";
import { hidden, oneLine } from "./shown.js";
import { placeSentences, placesOf } from "./groups.js";

/** Formats the report as JSON that matches `report.schema.json`. Escapes hidden characters. */
export function toJson(report: Report): string {
  // `JSON.stringify` omits undefined values, so replace them with null.
  const text = JSON.stringify(report, (_key, value: unknown) => value ?? null, 2);
  return `${text.replace(hidden, jsonEscape)}\n`;
}

function jsonEscape(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

// An annotation must be short enough to read next to the code.
const placesShown = 6;
const commands = { major: "error", minor: "notice", patch: undefined, none: undefined } as const;

/**
 * Returns GitHub workflow commands that annotate each change at its line. Annotates removed items at the line of their
 * parent.
 */
export function toAnnotations({ changes, unjudged }: Report): string {
  const lines = changes.flatMap((change) => {
    const command = change.accepted === null ? commands[change.level] : "notice";
    if (command === undefined) return [];
    const { file, line } = change.side === "head" ? change : (change.counterpart ?? change);
    const where = placeSentences(placesOf([change]), placesShown).join("; ");
    return [annotation(command, file, line, change.text, `${where}: ${change.because}`)];
  });
  const places = unjudged
    .filter(({ side, isChange }) => side === "head" && isChange)
    .map(({ file, line, text }) => annotation("error", file, line, "cannot be judged", text));
  return [...places, ...lines].map((one) => `${one}\n`).join("");
}

function annotation(
  command: string,
  file: string,
  line: number,
  title: string,
  message: string,
): string {
  const data = (text: string): string => oneLine(text).replaceAll("%", "%25");
  const value = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  return `::${command} file=${value(file)},line=${line},title=${value(title)}::${data(message)}`;
}
