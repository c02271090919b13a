import {
  type ClientEvent,
  type ClientOptions,
  createClient,
  type VpcepClient,
} from "../src/index.js";

/** What a stub answers: a response, an error to throw, or a function that makes either. */
export type StubAnswer = Response | Error | ((url: string, init: RequestInit) => Promise<Response>);

export interface Stub {
  readonly vpcep: VpcepClient;
  /** What was sent, in order. */
  readonly requests: { url: string; init: RequestInit }[];
  readonly events: ClientEvent[];
  /** The waits before retries and polls, in milliseconds; none takes any time. */
  readonly sleeps: number[];
}

/** A client whose `fetch` gives the answers in their order, the last one again and again, and whose waits take no time. */
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

/** A JSON answer. */
export const json = (
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Response => new Response(JSON.stringify(body), { status, headers });

/** What a promise rejects with; fails when it resolves. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("It resolved.");
}
