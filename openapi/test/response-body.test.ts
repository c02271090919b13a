import { describe, expect, test } from "@jest/globals";
import { getAt, readContract } from "@vpcep/contract-reader";

import { schemaCompiler } from "../../packages/provenance/src/index.js";

const bundle = readContract();
const validate = schemaCompiler(bundle)("/components/schemas/VpcEndpointService");
const printed = getAt(bundle, "/components/examples/vpc-endpoint-service-printed/value") as Record<
  string,
  unknown
>;
const required = getAt(bundle, "/components/schemas/VpcEndpointService/required") as string[];

const without = (key: string): object =>
  Object.fromEntries(Object.entries(printed).filter(([name]) => name !== key));

describe("a standard 2020-12 validator accepts", () => {
  test.each<[string, object]>([
    ["the printed example", printed],
    ["only the required fields", Object.fromEntries(required.map((key) => [key, printed[key]]))],
    [
      "a field that a later edition added",
      { ...printed, description: "added in 2023", connection_count: 3 },
    ],
    [
      "values that later editions added",
      { ...printed, server_type: "BMS", tcp_proxy: "proxy_vni", status: "updating" },
    ],
    ["a time with a zone", { ...printed, created_at: "2022-04-14T09:35:47Z" }],
    [
      "a time with a fraction and an offset",
      { ...printed, created_at: "2022-04-14T09:35:47.123456+02:00" },
    ],
    [
      "a full service name with the region and ID",
      { ...printed, service_name: "eu-de.orders.4189d3c2-8882-4871-a3c2-d380272eed83" },
    ],
    [
      "a tag with characters that later editions allow",
      { ...printed, tags: [{ key: "Kostenstelle (neu)", value: "ä@1" }] },
    ],
    [
      "unknown fields in nested objects",
      { ...printed, ports: [{ client_port: 1, server_port: 65535, name: "x" }] },
    ],
    ["an empty port list", { ...printed, ports: [] }],
  ])("%s", (_, body) => {
    validate(body);
    expect(validate.errors ?? []).toEqual([]);
  });
});

describe("a standard 2020-12 validator rejects", () => {
  test.each(required)("a body without %s", (key) => {
    expect(validate(without(key))).toBe(false);
    expect(validate.errors).toEqual([
      expect.objectContaining({ keyword: "required", params: { missingProperty: key } }),
    ]);
  });

  test.each<[string, object, string]>([
    ["a port below the range", { ports: [{ client_port: 0 }] }, "/ports/0/client_port"],
    ["a port above the range", { ports: [{ server_port: 65536 }] }, "/ports/0/server_port"],
    ["a port as a string", { ports: [{ client_port: "8080" }] }, "/ports/0/client_port"],
    ["a port with a fraction", { ports: [{ client_port: 80.5 }] }, "/ports/0/client_port"],
    ["ports that are not a list", { ports: { client_port: 80 } }, "/ports"],
    ["a boolean as a string", { approval_enabled: "false" }, "/approval_enabled"],
    ["a null status", { status: null }, "/status"],
    ["a null optional field", { pool_id: null }, "/pool_id"],
    ["a time in words", { created_at: "yesterday" }, "/created_at"],
    ["a date without a time", { created_at: "2018-01-30" }, "/created_at"],
    ["the thirteenth month", { created_at: "2018-13-30T07:42:01Z" }, "/created_at"],
    ["a time as a number", { created_at: 1517298121 }, "/created_at"],
    ["an update time in words", { updated_at: "soon" }, "/updated_at"],
    ["an error that is not a list", { error: { error_code: "x" } }, "/error"],
    ["a failure with a numeric code", { error: [{ error_code: 5 }] }, "/error/0/error_code"],
    ["a tag that is a string", { tags: ["a=b"] }, "/tags/0"],
  ])("%s", (_, change, pointer) => {
    expect(validate({ ...printed, ...change })).toBe(false);
    expect(validate.errors?.map((error) => error.instancePath)).toContain(pointer);
  });
});
