import { ReviewError } from "../review-error.js";
import type { EnginePlace, EngineVerdict } from "./engine-verdict.js";

interface RedoclyPlace {
  readonly file: string;
  readonly pointer: string;
}

interface RedoclyReport {
  readonly reportVersion: string;
  readonly changes: readonly {
    readonly kind: string;
    readonly property?: string;
    readonly base?: RedoclyPlace;
    readonly revision?: RedoclyPlace;
    readonly verdicts: readonly {
      readonly ruleId: string;
      readonly impact: string;
      readonly message: string;
    }[];
  }[];
}

/**
 * Takes the breaks out of a report of `redocly diff --format json`.
 *
 * @param ownPath gives a file of the report the name that the review uses
 * @throws ReviewError when the report has another form than the one that was read when this was written
 */
export function readRedoclyReport(
  text: string,
  ownPath: (file: string, side: "base" | "head") => string,
): EngineVerdict[] {
  const report = JSON.parse(text) as Partial<RedoclyReport>;
  if (report.reportVersion !== "1" || !Array.isArray(report.changes))
    throw new ReviewError(
      `redocly diff wrote a report of version ${String(report.reportVersion)}; ` +
        'only "1" is understood. Pin @redocly/cli to 2.77.0.',
    );
  return (report as RedoclyReport).changes.flatMap((change) => {
    const place = (side: "base" | "head", at?: RedoclyPlace): EnginePlace | undefined =>
      at && { file: ownPath(at.file, side), pointer: at.pointer.replace(/\/$/, "") };
    return change.verdicts
      .filter(({ impact }) => impact === "major")
      .map(({ ruleId, message }) => ({
        rule: ruleId,
        message,
        subject: change.property ?? change.kind,
        base: place("base", change.base),
        head: place("head", change.revision),
      }));
  });
}
