import type { Section } from "./section.js";
import { docs } from "./sections/docs.js";
import { growth } from "./sections/growth.js";
import { overhead } from "./sections/overhead.js";
import { pipeline } from "./sections/pipeline.js";
import { review } from "./sections/review.js";
import { types } from "./sections/types.js";
import { validation } from "./sections/validation.js";
import { weight } from "./sections/weight.js";

/** Every section, in the order of the report. */
export const sections: readonly Section[] = [
  overhead,
  weight,
  types,
  validation,
  docs,
  pipeline,
  growth,
  review,
];
