/** What is compared: a name, and a measurement that can be repeated. */
export interface Subject<Measurement> {
  name: string;
  measure: () => Promise<Measurement>;
}

/**
 * Measures subjects in turn, A B C A B C, and begins each round with another one, so that neither a slow minute
 * nor a place in the order favours anyone.
 *
 * @param warmUps rounds that are run first and thrown away.
 * @param onRound is told after each round, for a progress line.
 * @param budgetSeconds ends early, after a whole round, once so much time is gone: a slow machine measures less, not
 * longer.
 * @returns per subject, one measurement of each round, in the order of the rounds.
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
