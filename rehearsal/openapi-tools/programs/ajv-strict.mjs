// Compiles every stand-alone schema with Ajv in strict mode and checks the documented values.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

import { answer, must } from "./answer.mjs";

const [folder] = process.argv.slice(2);
const read = async (name) => JSON.parse(await readFile(join(folder, name), "utf8"));
const compile = async (name) =>
  formats.default(new Ajv2020({ strict: true, allErrors: true })).compile(await read(name));

await answer("loads", async () => {
  const names = await readdir(folder);
  must(names.length > 5, "most schemas are missing");
  for (const name of names) await compile(name);
});
await answer("values", async () => {
  const known = await compile("KnownServiceStatus.json");
  must(known("deleting") && !known("vanished"), "the documented statuses are missing");
  const service = await compile("VpcEndpointService.json");
  service({ status: "frozen" });
  must(
    !service.errors?.some(({ instancePath }) => instancePath === "/status"),
    "other statuses are rejected",
  );
});
