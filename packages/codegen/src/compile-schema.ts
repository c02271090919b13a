import {
  escapeToken,
  expectationsOf,
  follow,
  openEnumOf,
  type Expectation,
  type JsonObject,
} from "@vpcep/contract-reader";

/** The JSON Schema 2020-12 keywords used in the 200 response schema. */
export interface Schema {
  $ref?: string;
  type?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  enum?: string[];
  anyOf?: Schema[];
  "x-expectations"?: unknown;
}

/** Keywords that don't affect validation. In JSON Schema 2020-12, `format` doesn't affect validation by default. */
const annotations = ["title", "description", "examples", "format", "x-enumDescriptions"];

/** The supported types, with the supported keywords for each type. */
const types: Record<
  string,
  { name: string; fails: (value: string) => string; keywords: string[] }
> = {
  object: {
    name: "an object",
    fails: (value) => `!isObject(${value})`,
    keywords: ["required", "properties", "x-expectations"],
  },
  array: {
    name: "an array",
    fails: (value) => `!Array.isArray(${value})`,
    keywords: ["items"],
  },
  string: {
    name: "a string",
    fails: (value) => `typeof ${value} !== "string"`,
    keywords: ["pattern", "anyOf"],
  },
  integer: {
    name: "an integer",
    fails: (value) => `!isInteger(${value})`,
    keywords: ["minimum", "maximum"],
  },
  boolean: { name: "a boolean", fails: (value) => `typeof ${value} !== "boolean"`, keywords: [] },
};

const literal = (value: unknown): string => JSON.stringify(value);

/** Escapes a property name for use in a JSON Pointer inside a template literal. */
const escaped = (name: string): string => escapeToken(name).replace(/[`\\]|\$\{/g, "\\$&");

/** Specifies how the generated code handles violations and drift. */
export interface Findings {
  /** Returns the statement that handles a violation. `at` is a JSON Pointer, escaped for use in a template literal. */
  violation: (at: string, message: string) => string;
  /** Whether to report undocumented fields, undocumented values, and nulls to `onDrift`. */
  drift: boolean;
}

/** The generated code collects every violation in `found`. */
export const everyViolation: Findings = {
  violation: (at, message) => `found.push({ pointer: \`${at}\`, message: "${message}" });`,
  drift: true,
};

/** The generated code returns `false` at the first violation. */
export const firstViolation: Findings = { violation: () => "return false;", drift: false };

/**
 * Generates statements that check a value against a schema. The generated code inlines all schemas, and it creates JSON
 * Pointers only for findings.
 *
 * @param contract the document that contains the referenced schemas.
 * @param constants a list to which this function adds the constants that the statements use.
 * @throws Error if the schema contains an unsupported keyword, so that no contract rule is silently ignored.
 */
export function compileSchema(
  contract: JsonObject,
  schema: Schema,
  constants: string[],
  { violation, drift }: Findings = everyViolation,
): string {
  let count = 0;

  function check(given: Schema, value: string, at: string): string {
    const schema = follow(contract, given);
    // An open enum specifies its type in an `anyOf` branch.
    const type = types[schema.type ?? (schema.anyOf === undefined ? "" : "string")];
    if (type === undefined)
      throw new Error(`${at}: the type ${String(schema.type)} is not supported.`);
    for (const keyword of Object.keys(schema)) {
      if (!["type", ...annotations, ...type.keywords].includes(keyword))
        throw new Error(
          `${at}: the keyword ${keyword} is not supported. Add the keyword to packages/codegen/src/compile-schema.ts.`,
        );
    }
    const checks = [
      ...bounds(schema, value, at),
      ...pattern(schema, value, at),
      ...openEnum(schema, value, at),
      ...items(schema, value, at),
      ...properties(schema, value, at),
      ...expectations(schema, value, at),
    ];
    return `if (${type.fails(value)}) ${violation(at, `must be ${type.name}`)}
${checks.length === 0 ? "" : `else {\n${checks.join("\n")}\n}\n`}`;
  }

  function* bounds({ minimum, maximum }: Schema, value: string, at: string): Generator<string> {
    for (const [limit, operator, words] of [
      [minimum, "<", "at least"],
      [maximum, ">", "at most"],
    ] as const) {
      if (limit !== undefined)
        yield `if (${value} ${operator} ${limit}) ${violation(at, `must be ${words} ${limit}`)}`;
    }
  }

  function* pattern(schema: Schema, value: string, at: string): Generator<string> {
    if (schema.pattern === undefined) return;
    yield `if (!${expressionName(schema.pattern)}.test(${value})) ${violation(at, "must match the pattern in the contract")}`;
  }

  /** Returns the constant name for a regular expression. Identical expressions share a constant. */
  function expressionName(pattern: string): string {
    const expression = `/${new RegExp(pattern, "u").source}/u`;
    let name = constants.findIndex((constant) => constant.includes(` = ${expression};`));
    if (name === -1) name = constants.push(`const pattern${constants.length} = ${expression};`) - 1;
    return `pattern${name}`;
  }

  function* openEnum(schema: Schema, value: string, at: string): Generator<string> {
    if (schema.anyOf === undefined) return;
    const open = openEnumOf(contract, schema);
    if (open === undefined)
      throw new Error(`${at}: anyOf is supported for open enums only ([enum, string]).`);
    if (!drift) return;
    const differs = open.values.map((known) => `${value} !== ${literal(known.value)}`);
    yield `if (onDrift && ${differs.join(" && ")}) onDrift({ pointer: \`${at}\`, kind: "value", value: ${value} });`;
  }

  function* items(schema: Schema, value: string, at: string): Generator<string> {
    if (schema.items === undefined) return;
    const index = `i${count++}`;
    const item = `v${count++}`;
    yield `for (let ${index} = 0; ${index} < ${value}.length; ${index}++) {
const ${item}: unknown = ${value}[${index}];
${check(schema.items, item, `${at}/\${${index}}`)}}`;
  }

  function* properties(schema: Schema, value: string, at: string): Generator<string> {
    if (schema.properties === undefined) return;
    for (const [name, property] of Object.entries(schema.properties)) {
      const field = `v${count++}`;
      const pointer = `${at}/${escaped(name)}`;
      const required = schema.required?.includes(name) ?? false;
      const checks = check(property, field, pointer);
      yield `const ${field} = ${value}[${literal(name)}];`;
      if (required)
        yield `if (${field} === undefined) ${violation(pointer, "is missing")}\nelse ${checks}`;
      else if (drift)
        yield `if (${field} === null) onDrift?.({ pointer: \`${pointer}\`, kind: "null", value: null });\nelse if (${field} !== undefined) {\n${checks}}`;
      else yield `if (${field} !== undefined && ${field} !== null) {\n${checks}}`;
    }
    if (!drift) return;
    const known = `fields${constants.length}`;
    constants.push(`const ${known} = new Set(${literal(Object.keys(schema.properties))});`);
    yield `if (onDrift) unknownFields(${value}, ${known}, \`${at}\`, onDrift);`;
  }

  function* expectations(schema: Schema, value: string, at: string): Generator<string> {
    const all = drift ? expectationsOf(contract, schema) : [];
    if (all.length === 0) return;
    yield "if (onDrift) {";
    for (const expectation of all) {
      const { property } = expectation;
      yield unmet(
        expectation,
        value,
        `${value}[${literal(property)}]`,
        `${at}/${escaped(property)}`,
      );
    }
    yield "}";
  }

  /** Returns the statement that reports an unmet expectation, with the message from the contract. */
  function unmet(expectation: Expectation, owner: string, value: string, at: string): string {
    const report = (pointer: string, found: string): string =>
      `unmet.push({ pointer: \`${pointer}\`, kind: "expectation", value: ${found}, message: ${literal(expectation.says)} });`;
    switch (expectation.form) {
      case "onlyWith": {
        const { property, value: wanted } = expectation.other;
        return `if (says(${value}) && ${owner}[${literal(property)}] !== ${literal(wanted)}) ${report(at, value)}`;
      }
      case "calendarDate":
        return `if (!isInCalendar(${value})) ${report(at, value)}`;
      case "matches":
        return `if (typeof ${value} === "string" && ${value} !== "" && !${expressionName(expectation.pattern)}.test(${value})) ${report(at, value)}`;
      case "uniqueBy": {
        return `for (const [index, item] of repeated(${value}, ${literal(expectation.fields)})) ${report(`${at}/\${index}`, "item")}`;
      }
    }
  }

  return check(schema, "body", "");
}
