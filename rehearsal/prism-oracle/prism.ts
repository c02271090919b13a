// Runs Prism's engine, which validates a request and selects a response.

/** The functions of `@stoplight/prism-http` that the test uses. The package is installed only for the rehearsal. */
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

/** A request that is sent to the mock and to Prism. */
export interface OracleRequest {
  method: string;
  /** The URL-encoded path, without a query string. */
  path: string;
  accept?: string | undefined;
  /** The status to request with `Prefer: code=…`. */
  code?: number | undefined;
  /** The example to request with `Prefer: example=…`. Prism also needs the example's status and media type. */
  example?: { name: string; status: number; mediaType: string } | undefined;
}

/** Returns the status and body of Prism's response, or `undefined` if Prism throws. */
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

/**
 * @param contract the bundled description. Prism gets a copy of the description, because Prism resolves references in
 * place.
 */
export async function startOracle(contract: object): Promise<Oracle> {
  const engine = (await import(
    // If the name were a string literal, type checks would need the package, which only the rehearsal installs.
    ["@stoplight", "prism-http"].join("/")
  )) as Prism;
  const operations = await engine.getHttpOperationsFromSpec(structuredClone(contract));
  const config = {
    isProxy: false as const,
    // Prism can't check SDK-HMAC-SHA256 signatures and accepts any token.
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
      // The status that Prism's server returns for an invalid request.
      if (validations.input.length > 0) return { status: 422, body: undefined };
      return { status: output.statusCode, body: output.body };
    } catch {
      return undefined;
    }
  };
}
