/** A break that a comparison engine reports, in the places of our files. */
export interface EngineVerdict {
  /** Name of the engine's rule. */
  readonly rule: string;
  readonly message: string;
  /** What the engine looks at: `added`, `removed`, or the key that was modified. */
  readonly subject: string;
  readonly base: EnginePlace | undefined;
  readonly head: EnginePlace | undefined;
}

/** A file of the side and a pointer in it. */
export interface EnginePlace {
  readonly file: string;
  readonly pointer: string;
}
