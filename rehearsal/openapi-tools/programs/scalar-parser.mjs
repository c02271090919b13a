// Validates and dereferences a description with @scalar/openapi-parser.
import { readFile } from "node:fs/promises";

import { dereference, validate } from "@scalar/openapi-parser";

import { answer, must, valuesOf } from "./answer.mjs";

const text = await readFile(process.argv[2], "utf8");
await answer("loads", async () => {
  const { valid, errors } = await validate(text);
  must(valid, errors?.[0]?.message ?? "not valid");
});
await answer("values", async () => valuesOf((await dereference(text)).schema));
