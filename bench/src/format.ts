import type { Summary } from "./statistics.js";

/** Rounds to three significant digits without using an exponent, for example `1,230`. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return "–";
  return Number(value.toPrecision(3)).toLocaleString("en-US", { maximumSignificantDigits: 3 });
}

/** Formats the median, with the quartiles in parentheses. */
export function spread(summary: Summary): string {
  return `${number(summary.median)} (${number(summary.lowerQuartile)} – ${number(summary.upperQuartile)})`;
}

/** Formats the median ratio, with the quartiles in parentheses, such as `1.04× (1.02 – 1.07)`. */
export function ratio(summary: Summary): string {
  const fixed = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));
  return `${fixed(summary.median)}× (${fixed(summary.lowerQuartile)} – ${fixed(summary.upperQuartile)})`;
}

/** Formats bytes as kilobytes (1,000 bytes) with one decimal place. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toLocaleString("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1 })} kB`;
}
