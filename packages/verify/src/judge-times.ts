import type { Finding } from "./finding.js";
import { showValue } from "./show-value.js";

const form = /^(\d{4})-(\d\d)-(\d\d)T[\d:]{8}(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * Judges one time stamp that already has the form of the contract's pattern.
 *
 * Two forms are published: `YYYY-MM-DDTHH:MM:SSZ` in the text, and a fraction without a zone in the printed example.
 * Both are fine. A time with neither fraction nor zone, or with an offset, fits the pattern but was never shown.
 */
export function judgeTime(value: string, pointer: string): Finding[] {
  const parts = form.exec(value);
  if (parts === null) return [];
  const [, year, month, day, fraction, zone] = parts;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCDate() !== Number(day))
    return [
      { rule: "no-such-time", pointer, message: `${showValue(value)} is not in the calendar` },
    ];
  if (zone === undefined && fraction === undefined)
    return [
      {
        rule: "unusual-time",
        pointer,
        message: `${showValue(value)} has no zone; the documented form ends in Z`,
      },
    ];
  if (zone !== undefined && zone !== "Z")
    return [
      {
        rule: "unusual-time",
        pointer,
        message: `${showValue(value)} has an offset; the documented form is UTC and ends in Z`,
      },
    ];
  return [];
}
