// The only file that knows Prism. It validates the request and picks the response; sockets are ours.
import type { Contract } from "./read-contract.js";
import type { ContractAnswer } from "./contract-answer.js";

/** Which of the described answers is wanted; nothing means the first example of the success. */
export interface Wish {
  status?: number;
  example?: string;
  /** Media types that the caller accepts. */
  accept?: readonly string[];
  /** Generate a body from the schema in place of an example. */
  generated?: boolean;
}

/** Why there is no such answer: a status, and the part of the request that is at fault. */
export interface Refusal {
  status: number;
  detail: string;
  parameter?: string;
}

export type EngineResult =
  { kind: "answer"; answer: ContractAnswer } | { kind: "refusal"; refusal: Refusal };

export interface Engine {
  /** @param path Path of the request as it came in, without query. */
  answer(method: string, path: string, wish: Wish): Promise<EngineResult>;
}

const silence = (): void => undefined;
const logger = {
  child: () => logger,
  ...Object.fromEntries(
    ["trace", "debug", "info", "warn", "error", "fatal", "success"].map((level) => [
      level,
      silence,
    ]),
  ),
};

/**
 * Prepares Prism for a contract.
 *
 * Prism is loaded here and not with the package: it takes most of a second, four fifths of which go to word
 * lists for generated bodies.
 */
export async function createPrismEngine(contract: Contract): Promise<Engine> {
  const { createInstance, getHttpOperationsFromSpec } = await import("@stoplight/prism-http");
  // A copy, because Prism resolves references in place.
  const operations = await getHttpOperationsFromSpec(structuredClone(contract));
  const config = {
    isProxy: false as const,
    // Prism cannot check SDK-HMAC-SHA256 and takes any token; check-credentials.ts does both.
    checkSecurity: false,
    validateRequest: true,
    validateResponse: true,
    errors: false,
    upstreamProxy: undefined,
  };
  const prism = createInstance({ ...config, mock: { dynamic: false } }, { logger: logger });

  return {
    async answer(method, path, wish) {
      if (!isDecodable(path))
        return {
          kind: "refusal",
          refusal: { status: 400, detail: "The path is not valid UTF-8." },
        };
      const ask = prism.request(
        { method: method.toLowerCase() as "get", url: { path }, headers: {} },
        operations,
        {
          ...config,
          mock: {
            dynamic: wish.generated ?? false,
            ...(wish.generated === true ? { ignoreExamples: true } : {}),
            ...(wish.status === undefined ? {} : { code: wish.status }),
            ...(wish.example === undefined ? {} : { exampleKey: wish.example }),
            ...(wish.accept === undefined ? {} : { mediaTypes: [...wish.accept] }),
          },
        },
      );
      const result = await ask().catch((cause: unknown) => cause as Error);
      if (result instanceof Error)
        return { kind: "refusal", refusal: { status: 500, detail: result.message } };
      if (result._tag === "Left") {
        const problem = result.left as Error & { status?: number; detail?: string };
        return {
          kind: "refusal",
          refusal: { status: problem.status ?? 400, detail: problem.detail ?? problem.message },
        };
      }
      const { output, validations } = result.right;
      const [broken] = validations.input;
      if (broken !== undefined) {
        const parameter = broken.path?.[1] ?? /'([^']+)'/.exec(broken.message)?.[1];
        return {
          kind: "refusal",
          refusal: {
            status: 400,
            detail: broken.message,
            ...(parameter === undefined ? {} : { parameter }),
          },
        };
      }
      const [wrong] = validations.output;
      if (wrong !== undefined)
        return { kind: "refusal", refusal: { status: 500, detail: wrong.message } };
      const headers = Object.entries(output.headers ?? {})
        .map(([name, value]) => [name.toLowerCase(), value] as const)
        // The mock gives each answer an ID of its own.
        .filter(([name]) => name !== "x-request-id");
      return {
        kind: "answer",
        answer: {
          status: output.statusCode,
          headers: Object.fromEntries(headers),
          body: output.body,
        },
      };
    },
  };
}

/** Prism decodes the path and does not expect that to fail. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
