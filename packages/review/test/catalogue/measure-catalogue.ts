import type { EngineVerdict } from "../../src/engine/redocly-diff.js";
import { redoclyDiff } from "../../src/engine/redocly-diff.js";
import { judge } from "../../src/judge.js";
import { placeText } from "../../src/report/collect-changes.js";
import { inMemory } from "../in-memory.js";
import type { Engine } from "../../src/engine/redocly.js";
import type { CataloguePair } from "./read-catalogue.js";

/** The review result for one catalog pair. */
export interface Measured {
  readonly pair: CataloguePair;
  readonly level: string;
  readonly engine: readonly EngineVerdict[];
  readonly corrected: readonly string[];
  readonly isLevelRight: boolean;
  readonly isChangeFound: boolean;
  readonly changes: readonly string[];
}

/** Reviews every catalog pair. If an engine is passed, the reviews include the engine's findings. */
export async function measureCatalogue(
  pairs: readonly CataloguePair[],
  engine: Engine | undefined,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const pair of pairs) {
    const [base, head] = [inMemory(pair.before), inMemory(pair.after)];
    const verdicts = engine === undefined ? [] : await redoclyDiff(base, head, engine.run);
    const { verdict, changes, corrected } = judge(base, head, verdicts);
    const found = changes.some(
      ({ rule, places }) =>
        rule === pair.change?.rule &&
        places.some((place) => placeText(place).endsWith(pair.change?.place ?? "")),
    );
    measured.push({
      pair,
      level: verdict,
      engine: verdicts,
      corrected: corrected.map(({ by }) => by),
      isLevelRight: verdict === pair.level,
      isChangeFound: pair.change === undefined || found,
      changes: changes.map(
        ({ level, rule, text, places }) =>
          `${level} ${rule} [${places.map(placeText).join("; ")}] ${text}`,
      ),
    });
  }
  return measured;
}
