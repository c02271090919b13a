import type { Section } from "./section.js";
import { overhead } from "./sections/overhead.js";

/** Every section, in the order of the report. */
export const sections: readonly Section[] = [overhead];
