type Json = unknown;

/** One mechanical change of one leaf. */
export interface Mutant {
  /** Pointer to the leaf, and what was done to it. */
  readonly name: string;
  readonly pointer: string;
  readonly document: Json;
}

/** What can be done to a leaf or a member, and whether that breaks: in answers, and in requests. */
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
    name: "take one",
    applies: (_, value) => typeof value === "number",
    change: (value) => Number(value) - 1,
  },
  {
    name: "turn round",
    applies: (_, value) => typeof value === "boolean",
    change: (value) => value !== true,
  },
  {
    name: "number for it",
    applies: (path, value) => typeof value === "string" && path.at(-1) === "type",
    change: () => "number",
  },
  {
    name: "null too",
    applies: (path, value) => typeof value === "string" && path.at(-1) === "type",
    change: (value) => [value, "null"],
  },
  {
    name: "add an entry",
    applies: (_, value) => Array.isArray(value) && value.every((one) => typeof one === "string"),
    change: (value) => [...(value as string[]), "added-entry"],
  },
  {
    name: "turn the list",
    applies: (_, value) => Array.isArray(value) && value.length > 1,
    change: (value) => [...(value as Json[])].reverse(),
  },
];

/**
 * Every mutant of a document: each member and each leaf, changed in each way that applies. Leaves inside
 * references are left alone: a broken reference is no change but a broken description.
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
