interface Branch {
  enum?: unknown[];
  "x-enumDescriptions"?: Record<string, string>;
}

/**
 * Appends the meaning of each documented value to the description of its open enum, so that editors show it on
 * hover. Returns a copy.
 */
export function foldEnumMeanings<Node>(node: Node): Node {
  if (Array.isArray(node)) return node.map((item: unknown) => foldEnumMeanings(item)) as Node;
  if (typeof node !== "object" || node === null) return node;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) copy[key] = foldEnumMeanings(value);
  const meanings = Array.isArray(copy["anyOf"])
    ? (copy["anyOf"] as Branch[]).find((branch) => branch.enum)?.["x-enumDescriptions"]
    : undefined;
  if (meanings !== undefined && typeof copy["description"] === "string") {
    const list = Object.entries(meanings).map(
      ([value, meaning]) => `- \`${value}\`: ${meaning.trim()}`,
    );
    copy["description"] =
      `${copy["description"].trim()}\n\n${list.join("\n")}\n\nOther values may follow.`;
  }
  return copy as Node;
}
