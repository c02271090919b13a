import type { Json } from "./json.js";

/** A section of an operation, such as the one of a status. */
export interface PrintedPlace {
  operationId: string;
  section: string;
}

/** Remembers where each part of the contract was spelled out, so that later places can point back there. */
export class PrintedParts {
  readonly #first = new Map<Json | undefined, PrintedPlace>();

  /** Where the part was spelled out before, in words, and whether in another operation; nothing at first. */
  before(
    part: Json | undefined,
    here: PrintedPlace,
  ): { words: string; elsewhere: boolean } | undefined {
    const first = this.#first.get(part);
    if (first === undefined) {
      this.#first.set(part, here);
      return undefined;
    }
    const elsewhere = first.operationId !== here.operationId;
    const words = elsewhere ? `${first.section} of \`${first.operationId}\`` : first.section;
    return { words, elsewhere };
  }
}
