import { number } from "../format.js";
import type { LineChart } from "../section.js";
import { escape, lineColours, style } from "./svg.js";

const width = 760;
const height = 420;
const plot = { left: 70, right: 560, top: 52, bottom: 366 };

/** Powers of ten that enclose the values. */
function decades(values: readonly number[]): number[] {
  const from = Math.floor(Math.log10(Math.min(...values)));
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(...values))));
  return Array.from({ length: to - from + 1 }, (_, step) => 10 ** (from + step));
}

/** Maps a range of decades onto pixels, logarithmically. */
function scale(ticks: readonly number[], from: number, to: number): (value: number) => number {
  const low = Math.log10(ticks[0] ?? 1);
  const high = Math.log10(ticks.at(-1) ?? 10);
  return (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from);
}

/** Moves labels apart that would lie on each other; keeps their order. */
function apart(positions: readonly number[], gap: number): number[] {
  const order = positions.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  for (let at = 1; at < order.length; at += 1) {
    const before = order[at - 1];
    const current = order[at];
    if (before && current) current.y = Math.max(current.y, before.y + gap);
  }
  return order.sort((a, b) => a.index - b.index).map(({ y }) => y);
}

/** Lines over a size with both axes logarithmic: linear growth is a slope of one decade per decade. */
export function drawLineChart(chart: LineChart): string {
  const all = chart.series.flatMap(({ points }) => points).filter(([, y]) => y > 0);
  const xTicks = decades(all.map(([x]) => x));
  const yTicks = decades(all.map(([, y]) => y));
  const x = scale(xTicks, plot.left, plot.right);
  const y = scale(yTicks, plot.bottom, plot.top);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(chart.title)}">`,
    style,
    `<rect class="ground" width="${width}" height="${height}" rx="6"/>`,
    `<text class="title" x="16" y="26">${escape(chart.title)}</text>`,
    `<text class="note" x="${plot.left}" y="44">${escape(chart.yLabel)}</text>`,
    `<text class="note" x="${(plot.left + plot.right) / 2}" y="${height - 14}" text-anchor="middle">${escape(chart.xLabel)}</text>`,
  ];
  for (const tick of yTicks)
    parts.push(
      `<line class="grid" x1="${plot.left}" x2="${plot.right}" y1="${y(tick)}" y2="${y(tick)}"/>`,
      `<text class="note" x="${plot.left - 8}" y="${y(tick) + 4}" text-anchor="end">${number(tick)}</text>`,
    );
  for (const tick of xTicks)
    parts.push(
      `<text class="note" x="${x(tick)}" y="${plot.bottom + 18}" text-anchor="middle">${number(tick)}</text>`,
    );
  const ends = chart.series.map(({ points }) => y(points.at(-1)?.[1] ?? 1));
  const labels = apart(ends, 16);
  chart.series.forEach(({ label, points }, index) => {
    const colour = lineColours[index % lineColours.length] ?? "#000";
    const path = points.map(([px, py]) => `${x(px).toFixed(1)},${y(py).toFixed(1)}`).join(" ");
    parts.push(`<polyline class="line" stroke="${colour}" points="${path}"/>`);
    for (const [px, py] of points)
      parts.push(
        `<circle cx="${x(px).toFixed(1)}" cy="${y(py).toFixed(1)}" r="3.5" fill="${colour}"/>`,
      );
    const last = x(points.at(-1)?.[0] ?? 1);
    const labelY = labels[index] ?? 0;
    parts.push(
      `<line stroke="${colour}" stroke-width="1" opacity="0.5" x1="${last + 6}" x2="${plot.right + 14}" y1="${ends[index] ?? 0}" y2="${labelY}"/>`,
      `<text x="${plot.right + 18}" y="${labelY + 4}">${escape(label)}</text>`,
    );
  });
  return `${parts.join("\n")}\n</svg>\n`;
}
