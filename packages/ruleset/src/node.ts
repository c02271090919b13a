/** An object of the description. */
export type Node = Readonly<Record<string, unknown>>;

/** The value as an object, or an empty one: a description with a hole in it is another rule's affair. */
export function node(value: unknown): Node {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Node)
    : {};
}

/** The value as a list, or an empty one. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
