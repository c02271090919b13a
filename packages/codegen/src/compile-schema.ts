import { escapeToken } from "@vpcep/contract-reader";

/** The part of JSON Schema 2020-12 that the contract's 200 body is written in. */
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
}

/** Keywords that say nothing about validity. `format` is one: in JSON Schema 2020-12 it annotates. */
const annotations = ["title", "description", "examples", "format", "x-enumDescriptions"];

/** The types that are understood, and the keywords that each of them may have. */
const types: Record<
  string,
  { name: string; fails: (value: string) => string; keywords: string[] }
> = {
  object: {
    name: "an object",
    fails: (value) => `!isObject(${value})`,
    keywords: ["required", "properties"],
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

/** A name as a part of a JSON Pointer inside a template literal. */
const escaped = (name: string): string => escapeToken(name).replace(/[`\\]|\$\{/g, "\\$&");

/** What a program does about what it finds. */
export interface Findings {
  /** The statement for a violation; `at` is a JSON Pointer, as the inside of a template literal. */
  violation: (at: string, message: string) => string;
  /** Whether undocumented fields, undocumented values and nulls go to `onDrift`. */
  drift: boolean;
}

/** Collects every violation in `found`. */
export const everyViolation: Findings = {
  violation: (at, message) => `found.push({ pointer: \`${at}\`, message: "${message}" });`,
  drift: true,
};

/** Answers as soon as there is a violation. */
export const firstViolation: Findings = { violation: () => "return false;", drift: false };

/**
 * Statements that check a value against a schema, everything inlined: no calls, no loops over rules, and a pointer is
 * put together only for what is found. `constants` collects what is needed once per program.
 *
 * @throws Error for a keyword that it does not understand, so that a contract never says more than is checked.
 */
export function compileSchema(
  schema: Schema,
  resolve: (reference: string) => Schema,
  constants: string[],
  { violation, drift }: Findings = everyViolation,
): string {
  let count = 0;

  function check(given: Schema, value: string, at: string): string {
    const schema = given.$ref === undefined ? given : resolve(given.$ref);
    const type = types[schema.type ?? ""];
    if (type === undefined)
      throw new Error(`${at}: type ${String(schema.type)} is not understood.`);
    for (const keyword of Object.keys(schema)) {
      if (!["type", ...annotations, ...type.keywords].includes(keyword))
        throw new Error(
          `${at}: keyword ${keyword} is not understood. Teach it to compile-schema.ts.`,
        );
    }
    const checks = [
      ...bounds(schema, value, at),
      ...pattern(schema, value, at),
      ...openEnum(schema, value, at),
      ...items(schema, value, at),
      ...properties(schema, value, at),
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
    const expression = `/${new RegExp(schema.pattern, "u").source}/u`;
    let name = constants.findIndex((constant) => constant.includes(expression));
    if (name === -1) name = constants.push(`const pattern${constants.length} = ${expression};`) - 1;
    yield `if (!pattern${name}.test(${value})) ${violation(at, "must have the form that the contract gives")}`;
  }

  function* openEnum({ anyOf }: Schema, value: string, at: string): Generator<string> {
    if (anyOf === undefined) return;
    const [documented, rest] = anyOf;
    const allowed = ["type", "description", "enum", ...annotations];
    if (
      anyOf.length !== 2 ||
      documented?.enum === undefined ||
      rest?.type !== "string" ||
      rest.enum !== undefined ||
      [documented, rest].flatMap(Object.keys).some((keyword) => !allowed.includes(keyword))
    )
      throw new Error(`${at}: anyOf is understood as an open enum only, [enum, string].`);
    if (!drift) return;
    const differs = documented.enum.map((known) => `${value} !== ${literal(known)}`);
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

  return check(schema, "body", "");
}
