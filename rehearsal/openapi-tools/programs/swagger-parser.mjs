// Validates and dereferences a description with @apidevtools/swagger-parser.
import SwaggerParser from "@apidevtools/swagger-parser";

import { answer, valuesOf } from "./answer.mjs";

const [file] = process.argv.slice(2);
let api;
await answer("loads", async () => {
  api = await SwaggerParser.validate(file);
});
await answer("values", () => valuesOf(api));
