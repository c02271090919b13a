/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object; what it holds is not known before it has been looked at. */
export interface JsonObject {
  [key: string]: Json;
}

/** Whether a value is an object with keys: neither null nor an array. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
