import { textOf } from "./json.js";
import type { OperationPlace } from "./operations-of.js";

/** Where Redoc puts an operation without a tag: the `id` of its place, before and after the script has run. */
export const operationAnchor = ({ operation }: OperationPlace): string =>
  `other/${textOf(operation["operationId"]).toLowerCase()}`;
