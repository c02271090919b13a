import { readFile } from "node:fs/promises";

import { Ajv2020 } from "ajv/dist/2020.js";

const contract = JSON.parse(
  await readFile(new URL("../../../openapi/dist/openapi.json", import.meta.url), "utf8"),
);
// Keywords of OpenAPI are annotations; formats are, too, as JSON Schema 2020-12 has it.
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(contract, "contract");

/** Stops at the first violation, which is its default. */
export const isValid = ajv.getSchema("contract#/components/schemas/VpcEndpointService");
