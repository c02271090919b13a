import type { Level } from "./level.js";

/** One row of the policy: a kind of change, and what it is worth on either way of the data. */
export interface PolicyRow {
  /** The change, in words for the page of the policy. */
  readonly what: string;
  /** What it is worth where callers send data: parameters, request bodies, security, the operation itself. */
  readonly request?: Level;
  /** What it is worth where callers read data: response bodies and headers, events that the API sends. */
  readonly response?: Level;
  /** What it is worth to code that was generated from the description, apart from the wire. */
  readonly types?: Level;
  /** Why it counts as it does; a text for each way where the reasons differ. */
  readonly because: string | Readonly<Record<"request" | "response", string>>;
}

const narrower = {
  request: "Requests that were accepted may be refused.",
  response: "Readers get nothing that they could not get before.",
};
const wider = {
  request: "Whatever was accepted still is.",
  response: "Readers may get what they could not get before.",
};

/** Whom a break hurts, where the words that fit every constraint say too little. */
type Harm = Readonly<Record<"request" | "response", string>>;
const anyHarm: Harm = { request: narrower.request, response: wider.response };

/** Two rows for a constraint that can be tightened or loosened, with opposite effects on the two ways. */
export function constraint<Name extends string>(name: Name, what: string, harm = anyHarm) {
  return {
    [`${name}-narrower`]: {
      what: `${what} allows less`,
      request: "major",
      response: "minor",
      because: { ...narrower, request: harm.request },
    },
    [`${name}-wider`]: {
      what: `${what} allows more`,
      request: "minor",
      response: "major",
      because: { ...wider, response: harm.response },
    },
  } as Record<`${Name}-narrower` | `${Name}-wider`, PolicyRow>;
}

/** The same, with a third row for a change that allows some values and forbids others. */
export function comparable<Name extends string>(name: Name, what: string, harm = anyHarm) {
  return {
    ...constraint(name, what, harm),
    [`${name}-different`]: {
      what: `${what} allows other values`,
      request: "major",
      response: "major",
      because: harm,
    },
  } as Record<`${Name}-narrower` | `${Name}-wider` | `${Name}-different`, PolicyRow>;
}
