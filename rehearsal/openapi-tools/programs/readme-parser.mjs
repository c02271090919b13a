// Validates and dereferences a description with @readme/openapi-parser.
import { dereference, validate } from "@readme/openapi-parser";

import { answer, must, valuesOf } from "./answer.mjs";

const [file] = process.argv.slice(2);
await answer("loads", async () => {
  const { valid, errors } = await validate(file);
  must(valid, errors?.[0]?.message ?? "not valid");
});
await answer("values", async () => valuesOf(await dereference(file)));
