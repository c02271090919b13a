type Json = unknown;

const strangers: readonly Json[] = [null, "x", "", 0, -1, 1.5, 70_000, true, false, [], {}, ["x"]];

/**
 * Returns the given value and variants of it in which inner values are removed, added, changed, or replaced with values
 * of other types.
 */
export function probeValues(value: Json): Json[] {
  const probes: Json[] = [value, ...strangers];
  if (Array.isArray(value)) {
    probes.push([], [...(value as Json[]), ...(value as Json[])]);
    const [first, ...rest] = value as Json[];
    if (first !== undefined) for (const inner of probeValues(first)) probes.push([inner, ...rest]);
  } else if (typeof value === "object" && value !== null) {
    probes.push({ ...value, stranger: 1 });
    for (const [key, inner] of Object.entries(value)) {
      probes.push(Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)));
      for (const other of probeValues(inner)) probes.push({ ...value, [key]: other });
    }
  } else if (typeof value === "string")
    probes.push(`${value}x`, value.slice(1), value.toUpperCase());
  else if (typeof value === "number") probes.push(value + 1, value - 1, value + 0.5);
  return probes;
}
