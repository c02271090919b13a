import type { BarChart } from "../section.js";
import { number } from "../format.js";
import { escape, style } from "./svg.js";

const width = 760;
const labelWidth = 245;
const valueWidth = 110;
const rowHeight = 26;
const top = 44;

/** Horizontal bars from zero, with whiskers between the quartiles. */
export function drawBarChart(chart: BarChart): string {
  const plot = width - labelWidth - valueWidth;
  const highest = Math.max(
    chart.mark?.value ?? 0,
    ...chart.bars.map((bar) => Math.max(bar.value, bar.high ?? 0)),
  );
  const x = (value: number): number => labelWidth + (value / highest) * plot;
  const height = top + chart.bars.length * rowHeight + 18;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(chart.title)}">`,
    style,
    `<rect class="ground" width="${width}" height="${height}" rx="6"/>`,
    `<text class="title" x="16" y="26">${escape(chart.title)}</text>`,
  ];
  chart.bars.forEach((bar, row) => {
    const y = top + row * rowHeight;
    const middle = y + rowHeight / 2 - 2;
    const kind = bar.ours === true ? "ours" : "peer";
    parts.push(
      `<text class="label ${kind}-label" x="${labelWidth - 10}" y="${middle + 4}" text-anchor="end">${escape(bar.label)}</text>`,
      `<rect class="${kind}" x="${labelWidth}" y="${y + 3}" width="${(x(bar.value) - labelWidth).toFixed(1)}" height="${rowHeight - 10}" rx="2"/>`,
    );
    if (bar.low !== undefined && bar.high !== undefined)
      parts.push(
        `<line class="whisker" x1="${x(bar.low).toFixed(1)}" x2="${x(bar.high).toFixed(1)}" y1="${middle}" y2="${middle}"/>`,
      );
    const end = Math.max(x(bar.value), x(bar.high ?? 0));
    parts.push(
      `<text class="value" x="${(end + 8).toFixed(1)}" y="${middle + 4}">${number(bar.value)} ${escape(chart.unit)}</text>`,
    );
  });
  if (chart.mark !== undefined) {
    const at = x(chart.mark.value).toFixed(1);
    const bottom = height - 18;
    parts.push(
      `<line class="mark" x1="${at}" x2="${at}" y1="${top - 4}" y2="${bottom}"/>`,
      `<text class="note" x="${at}" y="${bottom + 12}" text-anchor="middle">${escape(chart.mark.label)}</text>`,
    );
  }
  return `${parts.join("\n")}\n</svg>\n`;
}
