import { Description } from "../src/load/description.js";

/** Creates an OpenAPI description from an object or JSON text. `others` contains referenced files, by name. */
export function inMemory(
  value: unknown,
  label = "memory",
  others: Readonly<Record<string, unknown>> = {},
): Description {
  const files: Readonly<Record<string, unknown>> = { ...others, "openapi.json": value };
  return new Description(
    {
      label,
      read(file) {
        if (!Object.hasOwn(files, file)) return undefined;
        return typeof files[file] === "string" ? files[file] : JSON.stringify(files[file]);
      },
    },
    "openapi.json",
  );
}
