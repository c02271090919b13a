// Converts the bundle to OpenAPI 3.0, for tools that don't support 3.1.
import { Converter } from "@apiture/openapi-down-convert";
import { isObject, type JsonObject } from "@vpcep/contract-reader";

/**
 * Converts a bundled OpenAPI 3.1 description to OpenAPI 3.0.
 *
 * @throws Error if the result still contains keywords that only OpenAPI 3.1 supports.
 */
export function toOpenApi30(contract: JsonObject): JsonObject {
  const { info } = contract;
  if (!isObject(info)) throw new Error("openapi/openapi.yaml has no info. Add it.");
  // OpenAPI 3.0 doesn't support `info.summary`, and identifies a license by URL instead of by SPDX identifier.
  const { summary, description, license, ...rest } = info;
  const identifier = isObject(license) ? license["identifier"] : undefined;
  const texts = [summary, description].filter((text) => typeof text === "string");
  const source = {
    ...contract,
    info: {
      ...rest,
      description: texts.join("\n\n"),
      ...(isObject(license)
        ? {
            license: {
              ...license,
              ...(typeof identifier === "string"
                ? { url: `https://spdx.org/licenses/${identifier}.html` }
                : {}),
            },
          }
        : {}),
    },
  };
  const converted = new Converter(source).convert() as JsonObject;
  const left = ["jsonSchemaDialect", "webhooks"].filter((key) => key in converted);
  if (left.length > 0)
    throw new Error(
      `openapi/openapi.yaml can't be converted to OpenAPI 3.0, which doesn't support ${left.join(" and ")}.`,
    );
  return converted;
}
