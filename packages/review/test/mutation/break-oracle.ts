import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormatsModule from "ajv-formats";

import { probeValues } from "./probe-values.js";

type Document = Record<string, unknown>;

const addFormats = addFormatsModule as unknown as typeof addFormatsModule.default;
const id = "https://bundle.invalid/openapi.json";

/** Patterns for pointers to members whose removal is always a breaking change. */
const structure = [
  /^\/paths(\/[^/]+(\/get(\/(operationId|parameters(\/\d+)?|responses(\/\w+)?))?)?)?$/,
  /^\/components\/responses\/\w+\/(content(\/[^/]+(\/schema)?)?|headers(\/[^/]+)?)$/,
  /^\/components\/schemas\/\w+\/(properties(\/\w+)?|required(\/\d+)?)$/,
  /^\/components\/parameters\/\w+\/(name|in)$/,
  /^\/components\/securitySchemes\/\w+\/(type|in|name)$/,
  // The first server's URL is also the default of the last server, so removing the first server does not remove a URL.
  /^\/servers(\/[1-9])?$/,
];

/**
 * Detects breaking mutants without using code from the review. A mutant is breaking if a structural member is removed
 * or if a response schema accepts a value that was previously invalid. The oracle finds only some breaking changes, so
 * `false` does not mean that a mutant is compatible.
 */
export class BreakOracle {
  readonly #pointers: string[];
  readonly #probes = new Map<string, unknown[]>();
  readonly #refused: Map<string, Set<number>>;

  constructor(base: Document) {
    const { responses, examples } = base["components"] as Record<string, Record<string, Document>>;
    const media = Object.entries(responses ?? {}).flatMap(([name, response]) =>
      Object.entries((response["content"] ?? {}) as Record<string, Document>)
        .filter(([type]) => type === "application/json")
        .map(([, content]) => ({ name, content })),
    );
    for (const { name, content } of media) {
      const pointer = `/components/responses/${name}/content/application~1json/schema`;
      const named = Object.keys(content["examples"] ?? {});
      const values = named
        .map((key) => examples?.[key]?.["value"])
        .filter((one) => one !== undefined);
      this.#probes.set(pointer, values.slice(0, 3).flatMap(probeValues));
    }
    this.#pointers = [...this.#probes.keys()];
    this.#refused = this.#refusedBy(base) ?? new Map<string, Set<number>>();
  }

  isSureOfBreak(operator: string, pointer: string, mutant: Document): boolean {
    if (operator === "remove" && structure.some((pattern) => pattern.test(pointer))) return true;
    if (!/^\/components\/(schemas|responses)\//.test(pointer)) return false;
    const after = this.#refusedBy(mutant);
    if (after === undefined) return false;
    return this.#pointers.some((one) =>
      [...(this.#refused.get(one) ?? [])].some(
        (probe) => !(after.get(one) ?? new Set()).has(probe),
      ),
    );
  }

  /**
   * Returns the indexes of the invalid probe values for each response schema, or undefined if a schema doesn't compile.
   */
  #refusedBy(document: Document): Map<string, Set<number>> | undefined {
    try {
      const ajv = new Ajv2020({ strict: false, logger: false });
      addFormats(ajv);
      ajv.addSchema({ ...document, $id: id });
      return new Map(
        this.#pointers.map((pointer) => {
          const validate: ValidateFunction = ajv.compile({ $ref: `${id}#${pointer}` });
          const refused = (this.#probes.get(pointer) ?? []).flatMap((value, index) =>
            validate(value) ? [] : [index],
          );
          return [pointer, new Set(refused)];
        }),
      );
    } catch {
      return undefined;
    }
  }
}
