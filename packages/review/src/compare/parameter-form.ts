import type { Site } from "../load/site.js";
import { quote, type Pair } from "./comparison.js";

/** A value's serialization settings, including defaults. */
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
 * Compares how a parameter, header, or form part is serialized.
 *
 * @param place the parameter's `in` value, which determines the defaults
 * @param isPlain whether the value is neither an array nor an object, so that `explode` has no effect
 * @param whose phrase for messages that identifies the owner of the settings; empty if the owner is the parameter
 * itself
 */
export function compareParameterForm(
  pair: Pair,
  base: Site,
  head: Site,
  place: unknown,
  isPlain: () => boolean = () => false,
  whose = "",
): void {
  const [old, young] = [formOf(base, place), formOf(head, place)];
  for (const key of Object.keys(old) as (keyof ParameterForm)[]) {
    if (old[key] === young[key]) continue;
    // Existing requests remain valid when `allowReserved` or `allowEmptyValue` is enabled.
    const isWider = (key === "allowReserved" || key === "allowEmptyValue") && young[key] === true;
    const hasNoEffect =
      ((key === "explode" || (key === "style" && areAlike(old.style, young.style))) && isPlain()) ||
      (key.startsWith("allow") && place !== "query");
    pair.findings.push({
      rule: hasNoEffect
        ? "keyword-without-effect"
        : isWider
          ? "parameter-serialization-wider"
          : whose === ""
            ? "parameter-serialization-changed"
            : "encoding-changed",
      text: `\`${key}\` ${whose}changes from ${quote(old[key])} to ${quote(young[key])}`,
      base: base.at(key),
      head: head.at(key),
    });
  }
}

/** Whether both styles serialize a plain value as `name=value`. */
function areAlike(one: unknown, other: unknown): boolean {
  const styles: unknown[] = ["form", "spaceDelimited", "pipeDelimited", "deepObject"];
  return styles.includes(one) && styles.includes(other);
}
