// The 3.0 edition of the bundle, for tools that stop at OpenAPI 3.0. The wire is the same; what 3.0 cannot say is told
// in words or left out.
import { Converter } from "@apiture/openapi-down-convert";
import { isObject, type JsonObject } from "@vpcep/contract-reader";

/**
 * A copy of a bundled 3.1 description as OpenAPI 3.0.
 *
 * @throws Error when the result would still carry what only 3.1 has.
 */
export function toOpenApi30(contract: JsonObject): JsonObject {
  const { info } = contract;
  if (!isObject(info)) throw new Error("openapi/openapi.yaml: info is missing.");
  // 3.0 has no summary, and a license has a URL instead of an SPDX identifier.
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
    throw new Error(`The 3.0 edition still has ${left.join(" and ")}, which only 3.1 knows.`);
  return converted;
}
