import { Description } from "../src/load/description.js";

/** Creates a description from a value instead of a file. */
export function inMemory(value: unknown, label = "memory"): Description {
  const text = JSON.stringify(value);
  return new Description(
    { label, read: (file) => (file === "openapi.json" ? text : undefined) },
    "openapi.json",
  );
}
