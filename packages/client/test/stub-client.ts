import {
  type ClientEvent,
  type ClientOptions,
  createClient,
  type VpcepClient,
} from "../src/index.js";

/** A response, an error to throw, or a function that returns a response. */
export type StubAnswer = Response | Error | ((url: string, init: RequestInit) => Promise<Response>);

export interface Stub {
  readonly vpcep: VpcepClient;
  /** The requests, in order. */
  readonly requests: { url: string; init: RequestInit }[];
  readonly events: ClientEvent[];
  /** Delays before retries and polls, in milliseconds. The stub does not actually wait. */
  readonly sleeps: number[];
}

/**
 * Creates a client whose `fetch` returns the responses in order, then repeats the last one. The client records delays,
 * but does not actually wait.
 */
export function stubClient(
  answers: readonly StubAnswer[],
  options: Partial<ClientOptions> = {},
): Stub {
  const requests: Stub["requests"] = [];
  const events: ClientEvent[] = [];
  const sleeps: number[] = [];
  const vpcep = createClient({
    region: "eu-de",
    projectId: "project",
    token: "the-token",
    random: () => 0.5,
    sleep: (ms: number) => {
      sleeps.push(ms);
      return Promise.resolve();
    },
    onEvent: (event: ClientEvent) => events.push(event),
    fetch: (url: string, init: RequestInit) => {
      const answer = answers[Math.min(requests.length, answers.length - 1)];
      requests.push({ url, init });
      if (answer instanceof Error) return Promise.reject(answer);
      if (typeof answer === "function") return answer(url, init);
      return Promise.resolve(answer?.clone() ?? new Response());
    },
    ...options,
  } as ClientOptions);
  return { vpcep, requests, events, sleeps };
}

/** A JSON response. */
export const json = (
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Response => new Response(JSON.stringify(body), { status, headers });

/** Returns a promise's rejection reason. Throws an error if the promise resolves. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("It resolved.");
}
