import type { Level } from "./level.js";

/** One row of the policy: a kind of change, and its level in requests and in responses. */
export interface PolicyRow {
  /** Description of the change for the policy page. */
  readonly what: string;
  /** Level where clients send data: parameters, request bodies, security, the operation itself. */
  readonly request?: Level;
  /** Level where clients read data: response bodies and headers, events that the API sends. */
  readonly response?: Level;
  /** Level for generated code, independent of requests and responses. */
  readonly types?: Level;
  /** Reason for the level; one text per direction if the reasons differ. */
  readonly because: string | Readonly<Record<"request" | "response", string>>;
}

const narrower = {
  request: "Requests that used to be accepted may be rejected.",
  response: "Clients receive no values that were not allowed before.",
};
const wider = {
  request: "Requests that used to be accepted still are.",
  response: "Clients may receive values that were not allowed before.",
};

/** Reasons why a breaking change breaks clients, for constraints that need more specific texts. */
type Harm = Readonly<Record<"request" | "response", string>>;
const anyHarm: Harm = { request: narrower.request, response: wider.response };

/** Two rows for a constraint that can be tightened or loosened, with opposite effects on requests and responses. */
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
