import { placeText } from "./collect-changes.js";
import type { Report } from "./report.js";

const commands = { major: "error", minor: "notice", patch: undefined, none: undefined } as const;

/** Workflow commands that make GitHub show each change at its line; one line per change. */
export function toAnnotations({ changes }: Report): string {
  return changes
    .filter(({ side }) => side === "head")
    .flatMap(({ level, file, line, text, because, places, accepted }) => {
      const command = accepted === null ? commands[level] : "notice";
      if (command === undefined) return [];
      const where = places.map(placeText).join("; ");
      return [
        `::${command} file=${value(file)},line=${line},title=${value(text)}::${data(`${where}: ${because}`)}`,
      ];
    })
    .map((line) => `${line}\n`)
    .join("");
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function value(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
