import { Ajv2020 } from "ajv/dist/2020.js";
import addFormatsModule from "ajv-formats";

import type { Bundle } from "./bundle-side.js";

// CommonJS types: the function itself lies under `default`.
const addFormats = addFormatsModule as unknown as typeof addFormatsModule.default;

/** An example of one side that the schema of the other refuses although its own accepts it. */
export interface ExampleConsequence {
  readonly side: "base" | "head";
  /** Pointer to the example in the bundle. */
  readonly pointer: string;
  /** What the other side's schema says. */
  readonly text: string;
}

/** Validates the examples of each side against the schemas of the other. */
export function compareExamples(base: Bundle, head: Bundle): ExampleConsequence[] {
  const validators = { base: validator(base), head: validator(head) };
  return (["base", "head"] as const).flatMap((side) => {
    const other = side === "base" ? "head" : "base";
    return mediaTypes(side === "base" ? base : head).flatMap(({ pointer, examples }) =>
      [...examples].flatMap(([name, value]): ExampleConsequence[] => {
        // A schema that is missing or broken on either side cannot tell anything about the example.
        if (validators[side](pointer, value) !== "") return [];
        const text = validators[other](pointer, value);
        return text === undefined || text === ""
          ? []
          : [{ side, pointer: `${pointer}/${name}`, text }];
      }),
    );
  });
}

const id = "https://bundle.invalid/openapi.json";

/** Answers what is wrong with a value, `""` when nothing is, undefined when the schema cannot be used. */
function validator(bundle: Bundle): (pointer: string, value: unknown) => string | undefined {
  const ajv = new Ajv2020({ strict: false, allErrors: false, logger: false });
  addFormats(ajv);
  ajv.addSchema({ ...bundle, $id: id });
  return (pointer, value) => {
    try {
      const validate = ajv.compile({ $ref: `${id}#${encodeURI(pointer)}/schema` });
      if (validate(value)) return "";
      const [error] = validate.errors ?? [];
      return `${error?.instancePath ?? ""} ${error?.message ?? "is refused"}`.trim();
    } catch {
      return undefined;
    }
  };
}

interface MediaType {
  readonly pointer: string;
  readonly examples: Map<string, unknown>;
}

/** Every media type with a schema, with its examples. */
function mediaTypes(bundle: Bundle): MediaType[] {
  const found: MediaType[] = [];
  const visit = (value: unknown, pointer: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value as Record<string, unknown>)) {
      const path = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      if (key === "content" && !pointer.endsWith("/properties"))
        for (const [type, media] of Object.entries((inner ?? {}) as Record<string, unknown>))
          collect(media, `${path}/${type.replaceAll("/", "~1")}`);
      visit(inner, path);
    }
  };
  const collect = (media: unknown, pointer: string): void => {
    const { schema, example, examples } = (media ?? {}) as Record<string, unknown>;
    if (schema === undefined) return;
    const values = new Map<string, unknown>(example === undefined ? [] : [["example", example]]);
    for (const [name, written] of Object.entries((examples ?? {}) as Record<string, unknown>)) {
      const value = (resolve(bundle, written) as { value?: unknown } | undefined)?.value;
      if (value !== undefined) values.set(`examples/${name}`, value);
    }
    found.push({ pointer, examples: values });
  };
  visit(bundle, "");
  return found;
}

function resolve(bundle: Bundle, written: unknown): unknown {
  const reference = (written as { $ref?: unknown } | null)?.$ref;
  if (typeof reference !== "string") return written;
  return reference
    .split("/")
    .slice(1)
    .reduce<unknown>(
      (value, token) =>
        (value as Record<string, unknown> | undefined)?.[
          token.replaceAll("~1", "/").replaceAll("~0", "~")
        ],
      bundle,
    );
}
