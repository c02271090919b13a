import type { Level } from "./level.js";

/** A policy row: a type of change and its levels in requests and responses. */
export interface PolicyRow {
  /** Description of the change, shown on the policy page. */
  readonly what: string;
  /** Level for data that clients send: parameters, request bodies, security, and the operation itself. */
  readonly request?: Level;
  /** Level for data that clients read: response bodies, response headers, and events that the API sends. */
  readonly response?: Level;
  /** Level for generated code, regardless of the direction of the data. */
  readonly types?: Level;
  /** Reason for the level, or one reason for each direction if the reasons differ. */
  readonly because: string | Readonly<Record<"request" | "response", string>>;
}

const narrower = {
  request: "Requests that were previously accepted may be rejected.",
  response: "Clients receive only values that were already allowed.",
};
const wider = {
  request: "Requests that were previously accepted are still accepted.",
  response: "Clients may receive values that were not allowed before.",
};

/** Reasons why a stricter request constraint or a less strict response constraint breaks clients. */
type Harm = Readonly<Record<"request" | "response", string>>;
const anyHarm: Harm = { request: narrower.request, response: wider.response };

/**
 * Returns two policy rows: one for a constraint that becomes stricter and one for a constraint that becomes less
 * strict. In each row, the change breaks either requests or responses, but not both.
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

/** Like {@link constraint}, but adds a third row for changes that allow some new values and forbid some old ones. */
export function comparable<Name extends string>(name: Name, what: string, harm = anyHarm) {
  return {
    ...constraint(name, what, harm),
    [`${name}-different`]: {
      what: `${what} changes so that new values are allowed and some old values are rejected`,
      request: "major",
      response: "major",
      because: harm,
    },
  } as Record<`${Name}-narrower` | `${Name}-wider` | `${Name}-different`, PolicyRow>;
}
