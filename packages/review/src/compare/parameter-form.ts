import type { Site } from "../load/site.js";
import { quote, type Pair } from "./comparison.js";

/** How a value is written into the request, with the defaults of the standard filled in. */
export interface ParameterForm {
  readonly style: unknown;
  readonly explode: unknown;
  readonly allowReserved: unknown;
  readonly allowEmptyValue: unknown;
}

export function formOf({ object }: Site, place: unknown): ParameterForm {
  const style = object["style"] ?? (place === "query" || place === "cookie" ? "form" : "simple");
  return {
    style,
    explode: object["explode"] ?? style === "form",
    allowReserved: object["allowReserved"] ?? false,
    allowEmptyValue: object["allowEmptyValue"] ?? false,
  };
}

/**
 * Compares how a parameter, a header or a part of a form is written.
 *
 * @param place `in` of the parameter, which decides about the defaults
 * @param isPlain the value is neither a list nor an object, so `explode` has no effect
 * @param whose names what is written, for the text; empty for the parameter itself
 */
export function compareParameterForm(
  pair: Pair,
  base: Site,
  head: Site,
  place: unknown,
  isPlain = false,
  whose = "",
): void {
  const [old, young] = [formOf(base, place), formOf(head, place)];
  for (const key of Object.keys(old) as (keyof ParameterForm)[]) {
    if (old[key] === young[key]) continue;
    // Whatever was written without these still is understood with them.
    const isWider = (key === "allowReserved" || key === "allowEmptyValue") && young[key] === true;
    const hasNoEffect =
      (isPlain && (key === "explode" || (key === "style" && areAlike(old.style, young.style)))) ||
      (key.startsWith("allow") && place !== "query");
    pair.findings.push({
      rule: hasNoEffect
        ? "keyword-without-effect"
        : isWider
          ? "parameter-serialization-wider"
          : "parameter-serialization-changed",
      text: `\`${key}\` ${whose}goes from ${quote(old[key])} to ${quote(young[key])}`,
      base: base.at(key),
      head: head.at(key),
    });
  }
}

/** These styles differ in how they write lists and objects; a plain value is `name=value` in each. */
function areAlike(one: unknown, other: unknown): boolean {
  const styles: unknown[] = ["form", "spaceDelimited", "pipeDelimited", "deepObject"];
  return styles.includes(one) && styles.includes(other);
}
