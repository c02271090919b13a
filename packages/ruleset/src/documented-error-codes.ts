import type { Path } from "./house-rule.js";
import { list } from "./node.js";
import { isError } from "./walk-responses.js";
import { walkMediaTypes } from "./walk-media-types.js";
import { walkSchemas } from "./walk-schemas.js";

/** The documented values of `error_code` in the bodies of error responses, with where each is written. */
export function documentedErrorCodes(description: unknown): Map<string, Path> {
  const codes = new Map<string, Path>();
  for (const { status, mediaType, path } of walkMediaTypes(description)) {
    if (!isError(status)) continue;
    for (const at of walkSchemas(mediaType["schema"], [...path, "schema"]))
      if (at.property?.name === "error_code")
        for (const { schema, path: place } of walkSchemas(at.schema, at.path))
          for (const [index, code] of list(schema["enum"]).entries())
            if (!codes.has(String(code))) codes.set(String(code), [...place, "enum", index]);
  }
  return codes;
}
