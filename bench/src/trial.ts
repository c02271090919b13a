/**
 * Whether this run only tries things out: fewer rounds, and its results stay in the scratch folder. Set by `--trial`.
 */
export const trial = process.argv.includes("--trial");

/** So many rounds, or two in a trial. */
export const rounds = (full: number): number => (trial ? Math.min(full, 2) : full);
