// Tests tools that read the contract at run time: validators, parsers, and servers. Each tool has its own program.
import { join } from "node:path";

import { type Context, files, modules, program, type Tool } from "./tool.js";

/** Runs a tool whose program receives the contract's path and the mock's URL. */
const reads =
  (name: string, edition: keyof typeof files = "3.1") =>
  (context: Context): ReturnType<Tool["ask"]> =>
    program(context, name, files[edition], context.mock);

export const serverTools: readonly Tool[] = [
  {
    package: "@apidevtools/swagger-parser",
    kind: "parser",
    edition: "3.1",
    gates: ["loads", "values"],
    ask: reads("swagger-parser"),
  },
  {
    package: "express-openapi-validator",
    kind: "validator",
    edition: "3.1",
    gates: ["loads", "values", "credentials", "call"],
    ask: reads("express-openapi-validator"),
  },
  {
    package: "@stoplight/prism-cli",
    name: "Prism",
    kind: "server",
    edition: "3.1",
    gates: ["loads", "credentials", "call"],
    ask: (context) =>
      program(context, "prism", join(modules, "@stoplight/prism-cli/dist/index.js"), files["3.1"]),
  },
  {
    package: "ajv",
    name: "Ajv, strict",
    kind: "validator",
    edition: "schemas",
    gates: ["loads", "values"],
    ask: reads("ajv-strict", "schemas"),
  },
  {
    package: "@readme/openapi-parser",
    kind: "parser",
    edition: "3.1",
    ask: reads("readme-parser"),
  },
  {
    package: "@scalar/openapi-parser",
    kind: "parser",
    edition: "3.1",
    ask: reads("scalar-parser"),
  },
  {
    package: "openapi-backend",
    kind: "server",
    edition: "3.0",
    ask: reads("openapi-backend", "3.0"),
  },
];
