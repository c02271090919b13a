/**
 * Whether this is a trial run (`--trial`), with fewer rounds and with results in the temporary folder.
 */
export const trial = process.argv.includes("--trial");

/** The number of rounds, or two in a trial run. */
export const rounds = (full: number): number => (trial ? Math.min(full, 2) : full);
