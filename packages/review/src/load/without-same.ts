import { referenceTokens } from "./reference-tokens.js";
import { sameClosure } from "./same-closure.js";
import { isObject } from "./site.js";

type Json = Readonly<Record<string, unknown>>;

/**
 * Two documents without the paths, webhooks and components that are the same on both sides, with everything to
 * which they lead, and that nothing else refers to. An engine has nothing to say of them, and pointers to what
 * is left stay as they are.
 */
export function withoutSame(base: Json, head: Json): { readonly base: Json; readonly head: Json } {
  const isSame = sameClosure(base, head);
  const olds = entries(base);
  const same = new Map(
    [...entries(head)].filter(([name, value]) => olds.has(name) && isSame(olds.get(name), value)),
  );

  const keep = (value: unknown): void => {
    if (typeof value === "string") {
      const tokens = referenceTokens(value) ?? [];
      const name = nameOf(tokens.slice(0, tokens[0] === "components" ? 3 : 2));
      const target = same.get(name);
      if (target === undefined) return;
      same.delete(name);
      keep(target);
    } else if (typeof value === "object" && value !== null) Object.values(value).forEach(keep);
  };
  for (const document of [base, head]) keep(pruned(document, new Set(same.keys())));
  const left = new Set(same.keys());
  return { base: pruned(base, left), head: pruned(head, left) };
}

// Security requirements name schemes without a reference, so all of these stay.
const whole = "securitySchemes";

/** The maps whose entries may be left out, by the keys that lead to them. */
function maps(document: Json): [string[], Json][] {
  const { components } = document;
  const kinds = isObject(components)
    ? Object.keys(components).filter((kind) => kind !== whole)
    : [];
  return [["paths"], ["webhooks"], ...kinds.map((kind) => ["components", kind])].flatMap(
    (path): [string[], Json][] => {
      const map = path.reduce<unknown>(
        (value, key) => (value as Json | undefined)?.[key],
        document,
      );
      return isObject(map) ? [[path, map]] : [];
    },
  );
}

function entries(document: Json): Map<string, unknown> {
  return new Map(
    maps(document).flatMap(([path, map]) =>
      Object.entries(map).map(([key, value]) => [nameOf([...path, key]), value] as const),
    ),
  );
}

function nameOf(path: readonly string[]): string {
  return JSON.stringify(path);
}

/** A copy without the entries of these names. */
function pruned(document: Json, left: ReadonlySet<string>): Json {
  const copy: Record<string, unknown> = { ...document };
  if (isObject(copy["components"])) copy["components"] = { ...copy["components"] };
  for (const [path, map] of maps(document)) {
    const [kind = "", inner] = path;
    const rest = Object.fromEntries(
      Object.entries(map).filter(([key]) => !left.has(nameOf([...path, key]))),
    );
    if (inner === undefined) copy[kind] = rest;
    else (copy[kind] as Record<string, unknown>)[inner] = rest;
  }
  return copy;
}
