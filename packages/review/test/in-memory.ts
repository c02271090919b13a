import { Description } from "../src/load/description.js";

/** A description that lies in no file. */
export function inMemory(value: unknown, label = "memory"): Description {
  const text = JSON.stringify(value);
  return new Description(
    { label, read: (file) => (file === "openapi.json" ? text : undefined) },
    "openapi.json",
  );
}
