import { textOf } from "./json.js";
import type { OperationPlace } from "./operations-of.js";

/** Operations as a Markdown list: what is called, and what for. */
export const operationList = (places: readonly OperationPlace[]): string =>
  places
    .map(
      ({ path, method, operation }) =>
        `- \`${method.toUpperCase()} ${path}\`: ${textOf(operation["summary"])}`,
    )
    .join("\n");
