import { Description } from "../src/load/description.js";

/** Creates an OpenAPI description from an object instead of a file. `others` contains referenced files, by name. */
export function inMemory(
  value: unknown,
  label = "memory",
  others: Readonly<Record<string, unknown>> = {},
): Description {
  const files: Readonly<Record<string, unknown>> = { ...others, "openapi.json": value };
  return new Description(
    {
      label,
      read: (file) => (Object.hasOwn(files, file) ? JSON.stringify(files[file]) : undefined),
    },
    "openapi.json",
  );
}
