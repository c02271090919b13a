import type { Level } from "./level.js";

/** A policy row: a kind of change and its level in requests and responses. */
export interface PolicyRow {
  /** Change description on the policy page. */
  readonly what: string;
  /** Level for data that clients send: parameters, request bodies, security, and the operation itself. */
  readonly request?: Level;
  /** Level for data that clients read: response bodies, response headers, and events that the API sends. */
  readonly response?: Level;
  /** Level for generated code, regardless of direction. */
  readonly types?: Level;
  /** Reason for the level, separate for each direction if the reasons differ. */
  readonly because: string | Readonly<Record<"request" | "response", string>>;
}

const narrower = {
  request: "Requests that used to be accepted may be rejected.",
  response: "Clients receive only values that were already allowed.",
};
const wider = {
  request: "Requests that used to be accepted still are.",
  response: "Clients may receive values that were not allowed before.",
};

/** Why a stricter request or a less strict response breaks clients, if a constraint needs a more specific reason. */
type Harm = Readonly<Record<"request" | "response", string>>;
const anyHarm: Harm = { request: narrower.request, response: wider.response };

/**
 * Two rows for a constraint that can be tightened or loosened, which affects requests and responses in opposite ways.
 */
export function constraint<Name extends string>(name: Name, what: string, harm = anyHarm) {
  return {
    [`${name}-narrower`]: {
      what: `${what} becomes stricter`,
      request: "major",
      response: "minor",
      because: { ...narrower, request: harm.request },
    },
    [`${name}-wider`]: {
      what: `${what} becomes less strict`,
      request: "minor",
      response: "major",
      because: { ...wider, response: harm.response },
    },
  } as Record<`${Name}-narrower` | `${Name}-wider`, PolicyRow>;
}

/** Like {@link constraint}, with a third row for a change that allows some values and forbids others. */
export function comparable<Name extends string>(name: Name, what: string, harm = anyHarm) {
  return {
    ...constraint(name, what, harm),
    [`${name}-different`]: {
      what: `${what} allows different values`,
      request: "major",
      response: "major",
      because: harm,
    },
  } as Record<`${Name}-narrower` | `${Name}-wider` | `${Name}-different`, PolicyRow>;
}
