/** A subject to compare: its name, and a function that measures the subject once. */
export interface Subject<Measurement> {
  name: string;
  measure: () => Promise<Measurement>;
}

/**
 * Measures every subject once per round, and starts each round with a different subject, so that neither a temporary
 * slowdown nor the order favors any subject.
 *
 * @param warmUps number of initial rounds whose results are discarded.
 * @param onRound function that is called after each round and can show the progress.
 * @param budgetSeconds time limit in seconds. The measurement ends after the round in which the time limit is reached.
 * @returns the measurements of each subject, in the order of the rounds.
 */
export async function interleave<Measurement>(
  subjects: readonly Subject<Measurement>[],
  rounds: number,
  warmUps = 0,
  onRound: (round: number, rounds: number) => void = () => undefined,
  budgetSeconds = 75,
): Promise<Map<string, Measurement[]>> {
  const results = new Map(subjects.map(({ name }) => [name, [] as Measurement[]]));
  const started = performance.now();
  const spent = (): boolean => performance.now() - started > budgetSeconds * 1000;
  for (let round = -warmUps; round < rounds && !(round > 0 && spent()); round += 1) {
    for (let place = 0; place < subjects.length; place += 1) {
      const subject = subjects[(place + round + warmUps) % subjects.length];
      if (subject === undefined) continue;
      const measurement = await subject.measure();
      if (round >= 0) results.get(subject.name)?.push(measurement);
    }
    if (round >= 0) onRound(round + 1, rounds);
  }
  return results;
}
