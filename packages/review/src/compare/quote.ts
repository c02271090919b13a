/** A value as a message shows it: code, on one line, never longer than a glance. */
export function quote(value: unknown): string {
  const text =
    typeof value === "string"
      ? value
      : ((JSON.stringify(value) as string | undefined) ?? "nothing");
  const line = text.replace(/\s+/g, " ").replaceAll("`", "'");
  return `\`${line.length > 80 ? `${line.slice(0, 79)}…` : line}\``;
}
