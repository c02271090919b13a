import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@jest/globals";
import { getAt, readContract } from "@vpcep/contract-reader";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist/schemas");
const bundle = readContract();
const names = Object.keys(getAt(bundle, "/components/schemas") as object).sort();
const printed = getAt(bundle, "/components/examples/vpc-endpoint-service-printed/value");

const readSchema = async (name: string): Promise<{ $id: string; [key: string]: unknown }> =>
  JSON.parse(await readFile(join(folder, `${name}.json`), "utf8")) as { $id: string };

/** In strict mode, unknown keywords and references to other files are errors. */
const compile = async (name: string) =>
  formats.default(new Ajv2020({ allErrors: true })).compile(await readSchema(name));

test("there is exactly one file for each component schema", async () => {
  expect((await readdir(folder)).sort()).toEqual(names.map((name) => `${name}.json`));
});

test.each(names)("%s compiles on its own in a strict 2020-12 validator", async (name) => {
  const schema = await readSchema(name);
  expect(schema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
  expect(schema.$id).toMatch(
    new RegExp(
      `^https://unpkg\\.com/@vpcep/openapi@\\d+\\.\\d+\\.\\d+/dist/schemas/${name}\\.json$`,
    ),
  );
  await expect(compile(name)).resolves.toBeInstanceOf(Function);
});

test("a stand-alone schema accepts and rejects the same values as the contract", async () => {
  const validate = await compile("VpcEndpointService");
  expect(validate(printed)).toBe(true);
  expect(
    validate({ ...(printed as object), ports: [{ client_port: 70_000, server_port: 80 }] }),
  ).toBe(false);
  expect(validate.errors?.map((error) => error.instancePath)).toEqual(["/ports/0/client_port"]);
  expect(validate({ ...(printed as object), server_type: "BMS" })).toBe(true);
});

test("a stand-alone schema's descriptions explain the documented values", async () => {
  const { $defs } = (await readSchema("PortMapping")) as unknown as {
    $defs: { KnownProtocol: { description: string } };
  };
  expect($defs.KnownProtocol.description).toContain("- `TCP`: Transmission Control Protocol");
});
