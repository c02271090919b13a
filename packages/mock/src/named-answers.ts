import type { Contract } from "./read-contract.js";

/** One named example of the contract: the status that it stands for and its media type. */
export interface NamedAnswer {
  example: string;
  /** Undefined for the `default` response, which stands for any other failure. */
  status: number | undefined;
  mediaType: string;
}

interface Response {
  content?: Record<string, { examples?: Record<string, unknown> }>;
  $ref?: string;
}

function resolve(contract: Contract, response: Response): Response {
  if (response.$ref === undefined) return response;
  let node: unknown = contract;
  for (const key of response.$ref.slice(2).split("/"))
    node = (node as Record<string, unknown>)[key];
  return node as Response;
}

/** Every named example of every response, in the order of the contract. */
export function namedAnswers(contract: Contract): NamedAnswer[] {
  const paths = contract["paths"] as Record<
    string,
    Record<string, { responses?: Record<string, Response> }>
  >;
  return Object.values(paths)
    .flatMap((item) => Object.values(item))
    .flatMap((operation) => Object.entries(operation.responses ?? {}))
    .flatMap(([status, response]) =>
      Object.entries(resolve(contract, response).content ?? {}).flatMap(([mediaType, content]) =>
        Object.keys(content.examples ?? {}).map((example) => ({
          example,
          status: status === "default" ? undefined : Number(status),
          mediaType,
        })),
      ),
    );
}
