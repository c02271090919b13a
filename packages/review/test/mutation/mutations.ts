type Json = unknown;

/** A copy of a document with one mutated value. */
export interface Mutant {
  /** The name of the mutation operator applied at `pointer`. */
  readonly name: string;
  readonly pointer: string;
  readonly document: Json;
}

/** A mutation that can be applied to a member or value. */
interface Operator {
  readonly name: string;
  readonly applies: (path: readonly string[], value: Json) => boolean;
  readonly change: (value: Json) => Json;
}

const removed = Symbol("removed");

const operators: readonly Operator[] = [
  { name: "remove", applies: (path) => path.length > 1, change: () => removed },
  {
    name: "other text",
    applies: (_, value) => typeof value === "string",
    change: (value) => `${String(value)}x`,
  },
  {
    name: "empty text",
    applies: (_, value) => typeof value === "string" && value !== "",
    change: () => "",
  },
  {
    name: "add one",
    applies: (_, value) => typeof value === "number",
    change: (value) => Number(value) + 1,
  },
  {
    name: "subtract one",
    applies: (_, value) => typeof value === "number",
    change: (value) => Number(value) - 1,
  },
  {
    name: "negate",
    applies: (_, value) => typeof value === "boolean",
    change: (value) => value !== true,
  },
  {
    name: "set type to number",
    applies: (path, value) => typeof value === "string" && path.at(-1) === "type",
    change: () => "number",
  },
  {
    name: "allow null",
    applies: (path, value) => typeof value === "string" && path.at(-1) === "type",
    change: (value) => [value, "null"],
  },
  {
    name: "add an entry",
    applies: (_, value) => Array.isArray(value) && value.every((one) => typeof one === "string"),
    change: (value) => [...(value as string[]), "added-entry"],
  },
  {
    name: "reverse the list",
    applies: (_, value) => Array.isArray(value) && value.length > 1,
    change: (value) => [...(value as Json[])].reverse(),
  },
];

/**
 * Returns all mutants of a document. Each mutant is the result of applying one operator to one member or value. Skips
 * references, because a broken reference makes the description invalid.
 */
export function mutantsOf(document: Json): Mutant[] {
  const mutants: Mutant[] = [];
  const visit = (value: Json, path: readonly string[]): void => {
    if (path.at(-1) === "$ref") return;
    for (const { name, applies, change } of operators) {
      if (path.length === 0 || !applies(path, value)) continue;
      const next = change(value);
      mutants.push({
        name,
        pointer: pointerOf(path),
        document: replaceAt(document, path, next),
      });
    }
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) visit(inner as Json, [...path, key]);
  };
  visit(document, []);
  return mutants;
}

function replaceAt(value: Json, path: readonly string[], next: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  if (Array.isArray(value)) {
    const copy: Json[] = value.map((one: Json, index) =>
      String(index) === key ? replaceAt(one, rest, next) : one,
    );
    return copy.filter((one) => one !== removed);
  }
  const entries = Object.entries(value as Record<string, Json>).map(
    ([name, one]) => [name, name === key ? replaceAt(one, rest, next) : one] as const,
  );
  return Object.fromEntries(entries.filter(([, one]) => one !== removed));
}

function pointerOf(path: readonly string[]): string {
  return path.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
