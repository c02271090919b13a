export * from "./models.gen.js";
export type { components, operations, paths } from "./schema.gen.js";

/**
 * Checks whether a value is documented, and narrows its type.
 *
 * @example
 * if (isKnown(serviceStatuses, service.status)) handlers[service.status]();
 */
export const isKnown = <Value extends string>(
  documented: readonly Value[],
  value: string | undefined,
): value is Value => (documented as readonly (string | undefined)[]).includes(value);
