/** Median, quartiles and ends of a sample. All in the unit of the sample. */
export interface Summary {
  count: number;
  median: number;
  lowerQuartile: number;
  upperQuartile: number;
  min: number;
  max: number;
}

/** The value below which the share `q` (0 to 1) of the sample lies, by linear interpolation. */
export function quantile(sample: readonly number[], q: number): number {
  if (sample.length === 0) throw new RangeError("A quantile of nothing was asked for.");
  const sorted = [...sample].sort((a, b) => a - b);
  const position = (sorted.length - 1) * q;
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? 0;
  return below + (above - below) * (position - Math.floor(position));
}

/** Describes a sample; the spread that reports print is that between the quartiles. */
export function summarize(sample: readonly number[]): Summary {
  return {
    count: sample.length,
    median: quantile(sample, 0.5),
    lowerQuartile: quantile(sample, 0.25),
    upperQuartile: quantile(sample, 0.75),
    min: quantile(sample, 0),
    max: quantile(sample, 1),
  };
}

/**
 * Ratio of each measurement to the one of the same round in the base, summarised: a slow minute of the machine
 * slows both of a pair and leaves their ratio alone.
 */
export function ratios(sample: readonly number[], base: readonly number[]): Summary {
  if (sample.length !== base.length)
    throw new RangeError(`Rounds differ: ${sample.length} against ${base.length}.`);
  return summarize(sample.map((value, round) => value / (base[round] ?? Number.NaN)));
}

/**
 * Exponent of the growth between sizes, fitted through all points in logarithms: 1 is linear, below 1 is better.
 */
export function growthExponent(points: readonly (readonly [size: number, cost: number])[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length;
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}
