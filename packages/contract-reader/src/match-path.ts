import type { Operation } from "./operations.js";

/** The matching operation, and the encoded values of the path parameters. */
export interface PathMatch<Kind extends Pick<Operation, "path"> = Operation> {
  operation: Kind;
  /** Parameter values, keyed by name. A value is empty if it is missing from the path, as in `/v1//services`. */
  values: Readonly<Record<string, string>>;
}

/**
 * Creates a function that finds the operation for a path or URL. Literal segments take precedence over parameters
 * (OpenAPI 3.1, Paths Object). A literal in an earlier segment takes precedence over a literal in a later segment.
 *
 * @param operations Operations that use the same HTTP method.
 * @param anchored Whether to reject paths with a prefix, such as one added by a proxy.
 */
export function createPathMatcher<Kind extends Pick<Operation, "path">>(
  operations: readonly Kind[],
  anchored = true,
): (target: string) => PathMatch<Kind> | undefined {
  const matchers = operations
    .map((operation) => ({ operation, ...compile(operation.path, anchored) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
  return (target) => {
    // A request to a proxy contains the full URL.
    const [path = ""] = target.replace(/^https?:\/\/[^/?#]*/i, "").split(/[?#]/, 1);
    for (const { operation, pattern, names } of matchers) {
      const found = pattern.exec(path);
      if (found !== null)
        return {
          operation,
          values: Object.fromEntries(names.map((name, at) => [name, found[at + 1] ?? ""])),
        };
    }
    return undefined;
  };
}

const parameter = /\{([^{}]*)\}/;

function compile(
  path: string,
  anchored: boolean,
): { pattern: RegExp; names: string[]; rank: string } {
  // Elements at even indexes are literals, and elements at odd indexes are parameter names.
  const parts = path.split(parameter);
  const source = parts
    .map((part, at) =>
      at % 2 === 1 ? "([^/]*)" : part.replace(/[.*+?^$()|[\]{}\\]/g, String.raw`\$&`),
    )
    .join("");
  return {
    pattern: new RegExp(`${anchored ? "^" : ""}${source}$`),
    names: parts.filter((_, at) => at % 2 === 1),
    rank: path
      .split("/")
      .map((segment) => (parameter.test(segment) ? "1" : "0"))
      .join(""),
  };
}
