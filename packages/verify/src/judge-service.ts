// What the contract says about an endpoint service in words only: no schema can hold it.
import type { Finding } from "./finding.js";

/** Judges the ID in a body against the one in the request; the documentation's own example answers with another. */
export function judgeService(body: Record<string, unknown>, requestedId?: string): Finding[] {
  const { id } = body;
  if (requestedId === undefined || typeof id !== "string" || id === requestedId) return [];
  return [
    {
      rule: "other-id",
      pointer: "/body/id",
      message: "another endpoint service than the requested one",
    },
  ];
}
