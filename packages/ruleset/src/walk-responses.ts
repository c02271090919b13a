import { firstVisits } from "./first-visits.js";
import type { Path } from "./house-rule.js";
import { node, type Node } from "./node.js";
import { walkOperations } from "./walk-operations.js";

export interface ResponseAt {
  /** As written in the contract: "200", "4XX", "default". */
  status: string;
  response: Node;
  path: Path;
}

/** Every response of the operations; one that many operations share comes once for each status. */
export function* walkResponses(description: unknown): Generator<ResponseAt> {
  const isNew = firstVisits();
  for (const { operation, path } of walkOperations(description))
    for (const [status, response] of Object.entries(node(operation["responses"])))
      if (isNew(response, status))
        yield { status, response: node(response), path: [...path, "responses", status] };
}

/** Whether a status stands for failure: 4xx, 5xx and whatever is left to "default". */
export function isError(status: string): boolean {
  return /^[45]/.test(status) || status === "default";
}
