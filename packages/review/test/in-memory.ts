import { Description } from "../src/load/description.js";

/** Creates an OpenAPI description from an object instead of a file. */
export function inMemory(value: unknown, label = "memory"): Description {
  const text = JSON.stringify(value);
  return new Description(
    { label, read: (file) => (file === "openapi.json" ? text : undefined) },
    "openapi.json",
  );
}
