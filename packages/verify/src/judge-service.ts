// What the contract says about an endpoint service in words only: no schema can hold it.
import { isObject } from "./find-drift.js";
import type { Finding } from "./finding.js";
import { judgeTime } from "./judge-times.js";
import { pointerTo } from "./pointer.js";

/** Judges a body that is valid by its schema. */
export function judgeService(body: Record<string, unknown>, requestedId?: string): Finding[] {
  const findings: Finding[] = [];
  for (const field of ["created_at", "updated_at"]) {
    const value = body[field];
    if (typeof value === "string") findings.push(...judgeTime(value, `/body/${field}`));
  }
  if (Array.isArray(body["error"]) && body["error"].length > 0 && body["status"] !== "failed")
    findings.push({
      rule: "misplaced-field",
      pointer: "/body/error",
      message: "present, although the status is not failed",
    });
  if (body["vip_port_id"] !== undefined && body["server_type"] !== "VIP")
    findings.push({
      rule: "misplaced-field",
      pointer: "/body/vip_port_id",
      message: "present, although server_type is not VIP",
    });
  const { id } = body;
  if (requestedId !== undefined && typeof id === "string" && id !== requestedId)
    findings.push({
      rule: "other-id",
      pointer: "/body/id",
      message: "another endpoint service than the requested one",
    });
  return [...findings, ...repeatedPorts(body["ports"])];
}

function repeatedPorts(ports: unknown): Finding[] {
  if (!Array.isArray(ports)) return [];
  const seen = new Set<string>();
  return ports.flatMap((port: unknown, index): Finding[] => {
    if (!isObject(port)) return [];
    const mapping = JSON.stringify([port["client_port"], port["server_port"], port["protocol"]]);
    if (!seen.has(mapping)) {
      seen.add(mapping);
      return [];
    }
    return [
      {
        rule: "repeated-item",
        pointer: pointerTo("/body/ports", index),
        message: "the same mapping as an earlier one",
      },
    ];
  });
}
