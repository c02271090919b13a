import type { Operation } from "./operations.js";

/** An operation whose path template a path fits, with what stands in place of its parameters, still encoded. */
export interface PathMatch<Kind extends Pick<Operation, "path"> = Operation> {
  operation: Kind;
  /** By name of the parameter; empty when the path leaves it out, as in `/v1//services`. */
  values: Readonly<Record<string, string>>;
}

/**
 * Prepares the search for the operation that a path is for. Literal text wins over a parameter (OpenAPI 3.1, Paths
 * Object, "concrete definitions are matched first"), the earlier the segment the more.
 *
 * @param operations Those of one method.
 * @param anchored Whether a path must begin where a template begins. Without it a prefix is allowed, as proxies add it.
 * @returns The match for a path or a whole address, query and fragment ignored; undefined when none fits.
 */
export function createPathMatcher<Kind extends Pick<Operation, "path">>(
  operations: readonly Kind[],
  anchored = true,
): (target: string) => PathMatch<Kind> | undefined {
  const matchers = operations
    .map((operation) => ({ operation, ...compile(operation.path, anchored) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
  return (target) => {
    // Proxies send the whole address.
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
  // Literal text and names of parameters take turns.
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
