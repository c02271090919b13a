/**
 * Whether this is a trial run (`--trial`), which has fewer rounds and stores its results in the temporary folder.
 */
export const trial = process.argv.includes("--trial");

/** Returns the given number of rounds, but at most two in a trial run. */
export const rounds = (full: number): number => (trial ? Math.min(full, 2) : full);
