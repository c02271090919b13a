export { judge, type Judgement } from "./judge.js";
export { review, type ReviewOptions } from "./review.js";
export { ReviewError } from "./review-error.js";
export type { Report } from "./report/report.js";
export type { Change, Location, Place } from "./report/change.js";
