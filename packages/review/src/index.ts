export { startEngine, type Engine } from "./engine/redocly.js";
export { judge, type Judgement } from "./judge.js";
export { review, type ReviewOptions } from "./review.js";
export { ReviewError } from "./review-error.js";
export type { Change, Location, Place, Report } from "./report/report.js";
