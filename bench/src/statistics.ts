/** Median, quartiles, minimum, and maximum of a sample, in the same unit as the sample. */
export interface Summary {
  count: number;
  median: number;
  lowerQuartile: number;
  upperQuartile: number;
  min: number;
  max: number;
}

/** The sample's `q` quantile (`q` from 0 to 1), with linear interpolation. */
export function quantile(sample: readonly number[], q: number): number {
  if (sample.length === 0) throw new RangeError("The sample is empty.");
  const sorted = [...sample].sort((a, b) => a - b);
  const position = (sorted.length - 1) * q;
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? 0;
  return below + (above - below) * (position - Math.floor(position));
}

/** Summarizes a sample. The report shows the quartiles to indicate how much the values vary. */
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
 * Summarizes the ratios of the sample values to the baseline values. Each ratio compares two values from the same
 * round, because a temporary slowdown affects both values and leaves their ratio unchanged.
 */
export function ratios(sample: readonly number[], base: readonly number[]): Summary {
  if (sample.length !== base.length)
    throw new RangeError(
      `The samples have different numbers of rounds: ${sample.length} and ${base.length}.`,
    );
  return summarize(sample.map((value, round) => value / (base[round] ?? Number.NaN)));
}

/**
 * Returns the growth exponent, estimated by a linear fit to the logarithms of all points. An exponent of 1 means linear
 * growth, and a smaller exponent means slower growth.
 */
export function growthExponent(points: readonly (readonly [size: number, cost: number])[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length;
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}
