import { readFile } from "node:fs/promises";

import { Ajv2020 } from "ajv/dist/2020.js";

const contract = JSON.parse(
  await readFile(new URL("../../../openapi/dist/openapi.json", import.meta.url), "utf8"),
);
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(contract, "contract");

/** Finds every violation, as ours does. */
export const isValid = ajv.getSchema("contract#/components/schemas/VpcEndpointService");
