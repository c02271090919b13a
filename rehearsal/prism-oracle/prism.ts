// Prism's engine as the second opinion on what the mock answers: it validates the request and picks the response.

/** The part of `@stoplight/prism-http` that is used; its own types are there only after the rehearsal's install. */
interface Prism {
  getHttpOperationsFromSpec(contract: object): Promise<unknown>;
  createInstance(
    config: object,
    components: object,
  ): {
    request(request: object, operations: unknown, config: object): () => Promise<Result>;
  };
}

type Result =
  | { _tag: "Left"; left: Error & { status?: number } }
  | {
      _tag: "Right";
      right: {
        output: { statusCode: number; body: unknown };
        validations: { input: unknown[] };
      };
    };

/** A request for both. */
export interface OracleRequest {
  method: string;
  /** Path as it is sent, without query. */
  path: string;
  accept?: string | undefined;
  /** Status that `Prefer: code=…` asks for. */
  code?: number | undefined;
  /** Example that `Prefer: example=…` asks for; needs its status and media type, which Prism does not find itself. */
  example?: { name: string; status: number; mediaType: string } | undefined;
}

/** Status and body of Prism's answer; undefined when it throws. */
export type Oracle = (
  request: OracleRequest,
) => Promise<{ status: number; body: unknown } | undefined>;

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

/** @param contract Bundled description; Prism resolves references in place, so it gets a copy. */
export async function startOracle(contract: object): Promise<Oracle> {
  const engine = (await import(
    // Not a literal: where the rehearsal is not installed, the compiler would not find it.
    ["@stoplight", "prism-http"].join("/")
  )) as Prism;
  const operations = await engine.getHttpOperationsFromSpec(structuredClone(contract));
  const config = {
    isProxy: false as const,
    // Prism cannot check SDK-HMAC-SHA256 and takes any token.
    checkSecurity: false,
    validateRequest: true,
    validateResponse: true,
    errors: false,
    upstreamProxy: undefined,
  };
  const prism = engine.createInstance(
    { ...config, mock: { dynamic: false } },
    {
      logger,
    },
  );

  return async ({ method, path, accept, code, example }) => {
    const mediaTypes =
      example === undefined ? accept?.split(",").map((type) => type.trim()) : [example.mediaType];
    const status = example?.status ?? code;
    try {
      const result = await prism.request(
        { method: method.toLowerCase(), url: { path }, headers: {} },
        operations,
        {
          ...config,
          mock: {
            dynamic: false,
            ...(status !== undefined && { code: status }),
            ...(example !== undefined && { exampleKey: example.name }),
            ...(mediaTypes !== undefined && { mediaTypes }),
          },
        },
      )();
      if (result._tag === "Left") {
        return { status: result.left.status ?? 500, body: undefined };
      }
      const { output, validations } = result.right;
      // What Prism's own server answers to a request that breaks the contract.
      if (validations.input.length > 0) return { status: 422, body: undefined };
      return { status: output.statusCode, body: output.body };
    } catch {
      return undefined;
    }
  };
}
