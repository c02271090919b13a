import type { Section } from "./section.js";
import { daily } from "./sections/daily.js";
import { docs } from "./sections/docs.js";
import { features } from "./sections/features.js";
import { overhead } from "./sections/overhead.js";
import { pipeline } from "./sections/pipeline.js";
import { review } from "./sections/review.js";
import { waiting } from "./sections/waiting.js";
import { weight } from "./sections/weight.js";

/** All sections, in the order of the report. */
export const sections: readonly Section[] = [
  overhead,
  weight,
  docs,
  waiting,
  daily,
  pipeline,
  review,
  features,
];
