/**
 * Compiled from openapi/openapi.yaml. Don't edit. Run `npm run generate`.
 */
import type { VpcEndpointService } from "@vpcep/types";

import type { Drift, Violation } from "./judgement.js";

type OnDrift = (drift: Drift) => void;
type Fields = Readonly<Record<string, unknown>>;

const pattern0 =
  /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])?$/u;
const fields1 = new Set(["client_port", "server_port", "protocol"]);
const fields2 = new Set(["key", "value"]);
const fields3 = new Set(["error_code", "error_message"]);
const fields4 = new Set([
  "id",
  "port_id",
  "pool_id",
  "vip_port_id",
  "service_name",
  "server_type",
  "vpc_id",
  "approval_enabled",
  "status",
  "service_type",
  "created_at",
  "updated_at",
  "project_id",
  "cidr_type",
  "ports",
  "tcp_proxy",
  "tags",
  "error",
]);
const pattern5 = /(Z|\.[0-9]+)$/u;

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isInteger = (value: unknown): value is number => Number.isInteger(value);

function unknownFields(
  fields: Fields,
  known: ReadonlySet<string>,
  at: string,
  onDrift: OnDrift,
): void {
  for (const name of Object.keys(fields)) {
    if (!known.has(name))
      onDrift({
        pointer: `${at}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
        kind: "field",
        value: fields[name],
      });
  }
}

/** Whether a value is present and not empty. */
const says = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== "" &&
  !(Array.isArray(value) && value.length === 0);

/** Whether the date at the start of a string exists. True if there is no date. */
function isInCalendar(value: unknown): boolean {
  if (typeof value !== "string") return true;
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(value) ?? [];
  if (day === undefined) return true;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCDate() === Number(day);
}

/** The items that have the same values in all of these fields as an earlier item, with their indexes. */
function repeated(list: unknown, fields: readonly string[]): [number, unknown][] {
  if (!Array.isArray(list)) return [];
  const seen = new Set<string>();
  return list.flatMap((item: unknown, index): [number, unknown][] => {
    if (!isObject(item)) return [];
    const key = JSON.stringify(fields.map((field) => item[field] ?? null));
    if (seen.has(key)) return [[index, item]];
    seen.add(key);
    return [];
  });
}

/** Checks the body of a 200 response of getVpcEndpointService. */
export function validateVpcEndpointService(body: unknown, onDrift?: OnDrift): Violation[] {
  const found: Violation[] = [];
  const unmet: Drift[] = [];
  if (!isObject(body)) found.push({ pointer: ``, message: "must be an object" });
  else {
    const v0 = body["id"];
    if (v0 === undefined) found.push({ pointer: `/id`, message: "is missing" });
    else if (typeof v0 !== "string") found.push({ pointer: `/id`, message: "must be a string" });

    const v1 = body["port_id"];
    if (v1 === undefined) found.push({ pointer: `/port_id`, message: "is missing" });
    else if (typeof v1 !== "string")
      found.push({ pointer: `/port_id`, message: "must be a string" });

    const v2 = body["pool_id"];
    if (v2 === null) onDrift?.({ pointer: `/pool_id`, kind: "null", value: null });
    else if (v2 !== undefined) {
      if (typeof v2 !== "string") found.push({ pointer: `/pool_id`, message: "must be a string" });
    }
    const v3 = body["vip_port_id"];
    if (v3 === null) onDrift?.({ pointer: `/vip_port_id`, kind: "null", value: null });
    else if (v3 !== undefined) {
      if (typeof v3 !== "string")
        found.push({ pointer: `/vip_port_id`, message: "must be a string" });
    }
    const v4 = body["service_name"];
    if (v4 === undefined) found.push({ pointer: `/service_name`, message: "is missing" });
    else if (typeof v4 !== "string")
      found.push({ pointer: `/service_name`, message: "must be a string" });

    const v5 = body["server_type"];
    if (v5 === undefined) found.push({ pointer: `/server_type`, message: "is missing" });
    else if (typeof v5 !== "string")
      found.push({ pointer: `/server_type`, message: "must be a string" });
    else {
      if (onDrift && v5 !== "VM" && v5 !== "VIP" && v5 !== "LB")
        onDrift({ pointer: `/server_type`, kind: "value", value: v5 });
    }

    const v6 = body["vpc_id"];
    if (v6 === undefined) found.push({ pointer: `/vpc_id`, message: "is missing" });
    else if (typeof v6 !== "string")
      found.push({ pointer: `/vpc_id`, message: "must be a string" });

    const v7 = body["approval_enabled"];
    if (v7 === undefined) found.push({ pointer: `/approval_enabled`, message: "is missing" });
    else if (typeof v7 !== "boolean")
      found.push({ pointer: `/approval_enabled`, message: "must be a boolean" });

    const v8 = body["status"];
    if (v8 === undefined) found.push({ pointer: `/status`, message: "is missing" });
    else if (typeof v8 !== "string")
      found.push({ pointer: `/status`, message: "must be a string" });
    else {
      if (
        onDrift &&
        v8 !== "creating" &&
        v8 !== "available" &&
        v8 !== "failed" &&
        v8 !== "deleting"
      )
        onDrift({ pointer: `/status`, kind: "value", value: v8 });
    }

    const v9 = body["service_type"];
    if (v9 === undefined) found.push({ pointer: `/service_type`, message: "is missing" });
    else if (typeof v9 !== "string")
      found.push({ pointer: `/service_type`, message: "must be a string" });
    else {
      if (onDrift && v9 !== "gateway" && v9 !== "interface")
        onDrift({ pointer: `/service_type`, kind: "value", value: v9 });
    }

    const v10 = body["created_at"];
    if (v10 === undefined) found.push({ pointer: `/created_at`, message: "is missing" });
    else if (typeof v10 !== "string")
      found.push({ pointer: `/created_at`, message: "must be a string" });
    else {
      if (!pattern0.test(v10))
        found.push({ pointer: `/created_at`, message: "must match the pattern in the contract" });
    }

    const v11 = body["updated_at"];
    if (v11 === null) onDrift?.({ pointer: `/updated_at`, kind: "null", value: null });
    else if (v11 !== undefined) {
      if (typeof v11 !== "string")
        found.push({ pointer: `/updated_at`, message: "must be a string" });
      else {
        if (!pattern0.test(v11))
          found.push({ pointer: `/updated_at`, message: "must match the pattern in the contract" });
      }
    }
    const v12 = body["project_id"];
    if (v12 === undefined) found.push({ pointer: `/project_id`, message: "is missing" });
    else if (typeof v12 !== "string")
      found.push({ pointer: `/project_id`, message: "must be a string" });

    const v13 = body["cidr_type"];
    if (v13 === null) onDrift?.({ pointer: `/cidr_type`, kind: "null", value: null });
    else if (v13 !== undefined) {
      if (typeof v13 !== "string")
        found.push({ pointer: `/cidr_type`, message: "must be a string" });
      else {
        if (onDrift && v13 !== "public" && v13 !== "internal")
          onDrift({ pointer: `/cidr_type`, kind: "value", value: v13 });
      }
    }
    const v14 = body["ports"];
    if (v14 === undefined) found.push({ pointer: `/ports`, message: "is missing" });
    else if (!Array.isArray(v14)) found.push({ pointer: `/ports`, message: "must be an array" });
    else {
      for (let i15 = 0; i15 < v14.length; i15++) {
        const v16: unknown = v14[i15];
        if (!isObject(v16)) found.push({ pointer: `/ports/${i15}`, message: "must be an object" });
        else {
          const v17 = v16["client_port"];
          if (v17 === undefined)
            found.push({ pointer: `/ports/${i15}/client_port`, message: "is missing" });
          else if (!isInteger(v17))
            found.push({ pointer: `/ports/${i15}/client_port`, message: "must be an integer" });
          else {
            if (v17 < 1)
              found.push({ pointer: `/ports/${i15}/client_port`, message: "must be at least 1" });
            if (v17 > 65535)
              found.push({
                pointer: `/ports/${i15}/client_port`,
                message: "must be at most 65535",
              });
          }

          const v18 = v16["server_port"];
          if (v18 === undefined)
            found.push({ pointer: `/ports/${i15}/server_port`, message: "is missing" });
          else if (!isInteger(v18))
            found.push({ pointer: `/ports/${i15}/server_port`, message: "must be an integer" });
          else {
            if (v18 < 1)
              found.push({ pointer: `/ports/${i15}/server_port`, message: "must be at least 1" });
            if (v18 > 65535)
              found.push({
                pointer: `/ports/${i15}/server_port`,
                message: "must be at most 65535",
              });
          }

          const v19 = v16["protocol"];
          if (v19 === null)
            onDrift?.({ pointer: `/ports/${i15}/protocol`, kind: "null", value: null });
          else if (v19 !== undefined) {
            if (typeof v19 !== "string")
              found.push({ pointer: `/ports/${i15}/protocol`, message: "must be a string" });
            else {
              if (onDrift && v19 !== "TCP" && v19 !== "UDP")
                onDrift({ pointer: `/ports/${i15}/protocol`, kind: "value", value: v19 });
            }
          }
          if (onDrift) unknownFields(v16, fields1, `/ports/${i15}`, onDrift);
        }
      }
    }

    const v20 = body["tcp_proxy"];
    if (v20 === null) onDrift?.({ pointer: `/tcp_proxy`, kind: "null", value: null });
    else if (v20 !== undefined) {
      if (typeof v20 !== "string")
        found.push({ pointer: `/tcp_proxy`, message: "must be a string" });
      else {
        if (
          onDrift &&
          v20 !== "close" &&
          v20 !== "toa_open" &&
          v20 !== "proxy_open" &&
          v20 !== "open"
        )
          onDrift({ pointer: `/tcp_proxy`, kind: "value", value: v20 });
      }
    }
    const v21 = body["tags"];
    if (v21 === null) onDrift?.({ pointer: `/tags`, kind: "null", value: null });
    else if (v21 !== undefined) {
      if (!Array.isArray(v21)) found.push({ pointer: `/tags`, message: "must be an array" });
      else {
        for (let i22 = 0; i22 < v21.length; i22++) {
          const v23: unknown = v21[i22];
          if (!isObject(v23)) found.push({ pointer: `/tags/${i22}`, message: "must be an object" });
          else {
            const v24 = v23["key"];
            if (v24 === null) onDrift?.({ pointer: `/tags/${i22}/key`, kind: "null", value: null });
            else if (v24 !== undefined) {
              if (typeof v24 !== "string")
                found.push({ pointer: `/tags/${i22}/key`, message: "must be a string" });
            }
            const v25 = v23["value"];
            if (v25 === null)
              onDrift?.({ pointer: `/tags/${i22}/value`, kind: "null", value: null });
            else if (v25 !== undefined) {
              if (typeof v25 !== "string")
                found.push({ pointer: `/tags/${i22}/value`, message: "must be a string" });
            }
            if (onDrift) unknownFields(v23, fields2, `/tags/${i22}`, onDrift);
          }
        }
      }
    }
    const v26 = body["error"];
    if (v26 === null) onDrift?.({ pointer: `/error`, kind: "null", value: null });
    else if (v26 !== undefined) {
      if (!Array.isArray(v26)) found.push({ pointer: `/error`, message: "must be an array" });
      else {
        for (let i27 = 0; i27 < v26.length; i27++) {
          const v28: unknown = v26[i27];
          if (!isObject(v28))
            found.push({ pointer: `/error/${i27}`, message: "must be an object" });
          else {
            const v29 = v28["error_code"];
            if (v29 === null)
              onDrift?.({ pointer: `/error/${i27}/error_code`, kind: "null", value: null });
            else if (v29 !== undefined) {
              if (typeof v29 !== "string")
                found.push({ pointer: `/error/${i27}/error_code`, message: "must be a string" });
            }
            const v30 = v28["error_message"];
            if (v30 === null)
              onDrift?.({ pointer: `/error/${i27}/error_message`, kind: "null", value: null });
            else if (v30 !== undefined) {
              if (typeof v30 !== "string")
                found.push({ pointer: `/error/${i27}/error_message`, message: "must be a string" });
            }
            if (onDrift) unknownFields(v28, fields3, `/error/${i27}`, onDrift);
          }
        }
      }
    }
    if (onDrift) unknownFields(body, fields4, ``, onDrift);
    if (onDrift) {
      if (says(body["vip_port_id"]) && body["server_type"] !== "VIP")
        unmet.push({
          pointer: `/vip_port_id`,
          kind: "expectation",
          value: body["vip_port_id"],
          message: "`vip_port_id` is present only when `server_type` is `VIP`.",
        });
      if (says(body["error"]) && body["status"] !== "failed")
        unmet.push({
          pointer: `/error`,
          kind: "expectation",
          value: body["error"],
          message: "`error` is present only when `status` is `failed`.",
        });
      if (!isInCalendar(body["created_at"]))
        unmet.push({
          pointer: `/created_at`,
          kind: "expectation",
          value: body["created_at"],
          message: "The date in `created_at` is a valid calendar date.",
        });
      if (
        typeof body["created_at"] === "string" &&
        body["created_at"] !== "" &&
        !pattern5.test(body["created_at"])
      )
        unmet.push({
          pointer: `/created_at`,
          kind: "expectation",
          value: body["created_at"],
          message: "`created_at` ends in `Z` or in fractional seconds without a time zone.",
        });
      if (!isInCalendar(body["updated_at"]))
        unmet.push({
          pointer: `/updated_at`,
          kind: "expectation",
          value: body["updated_at"],
          message: "The date in `updated_at` is a valid calendar date.",
        });
      if (
        typeof body["updated_at"] === "string" &&
        body["updated_at"] !== "" &&
        !pattern5.test(body["updated_at"])
      )
        unmet.push({
          pointer: `/updated_at`,
          kind: "expectation",
          value: body["updated_at"],
          message: "`updated_at` ends in `Z` or in fractional seconds without a time zone.",
        });
      for (const [index, item] of repeated(body["ports"], [
        "client_port",
        "server_port",
        "protocol",
      ]))
        unmet.push({
          pointer: `/ports/${index}`,
          kind: "expectation",
          value: item,
          message: "No two mappings in `ports` are the same.",
        });
    }
  }

  // Expectations apply only to valid bodies.
  if (onDrift && found.length === 0) unmet.forEach(onDrift);
  return found;
}

/** Whether validateVpcEndpointService would find no violation. */
export function isVpcEndpointService(body: unknown): body is VpcEndpointService {
  if (!isObject(body)) return false;
  else {
    const v0 = body["id"];
    if (v0 === undefined) return false;
    else if (typeof v0 !== "string") return false;

    const v1 = body["port_id"];
    if (v1 === undefined) return false;
    else if (typeof v1 !== "string") return false;

    const v2 = body["pool_id"];
    if (v2 !== undefined && v2 !== null) {
      if (typeof v2 !== "string") return false;
    }
    const v3 = body["vip_port_id"];
    if (v3 !== undefined && v3 !== null) {
      if (typeof v3 !== "string") return false;
    }
    const v4 = body["service_name"];
    if (v4 === undefined) return false;
    else if (typeof v4 !== "string") return false;

    const v5 = body["server_type"];
    if (v5 === undefined) return false;
    else if (typeof v5 !== "string") return false;

    const v6 = body["vpc_id"];
    if (v6 === undefined) return false;
    else if (typeof v6 !== "string") return false;

    const v7 = body["approval_enabled"];
    if (v7 === undefined) return false;
    else if (typeof v7 !== "boolean") return false;

    const v8 = body["status"];
    if (v8 === undefined) return false;
    else if (typeof v8 !== "string") return false;

    const v9 = body["service_type"];
    if (v9 === undefined) return false;
    else if (typeof v9 !== "string") return false;

    const v10 = body["created_at"];
    if (v10 === undefined) return false;
    else if (typeof v10 !== "string") return false;
    else {
      if (!pattern0.test(v10)) return false;
    }

    const v11 = body["updated_at"];
    if (v11 !== undefined && v11 !== null) {
      if (typeof v11 !== "string") return false;
      else {
        if (!pattern0.test(v11)) return false;
      }
    }
    const v12 = body["project_id"];
    if (v12 === undefined) return false;
    else if (typeof v12 !== "string") return false;

    const v13 = body["cidr_type"];
    if (v13 !== undefined && v13 !== null) {
      if (typeof v13 !== "string") return false;
    }
    const v14 = body["ports"];
    if (v14 === undefined) return false;
    else if (!Array.isArray(v14)) return false;
    else {
      for (let i15 = 0; i15 < v14.length; i15++) {
        const v16: unknown = v14[i15];
        if (!isObject(v16)) return false;
        else {
          const v17 = v16["client_port"];
          if (v17 === undefined) return false;
          else if (!isInteger(v17)) return false;
          else {
            if (v17 < 1) return false;
            if (v17 > 65535) return false;
          }

          const v18 = v16["server_port"];
          if (v18 === undefined) return false;
          else if (!isInteger(v18)) return false;
          else {
            if (v18 < 1) return false;
            if (v18 > 65535) return false;
          }

          const v19 = v16["protocol"];
          if (v19 !== undefined && v19 !== null) {
            if (typeof v19 !== "string") return false;
          }
        }
      }
    }

    const v20 = body["tcp_proxy"];
    if (v20 !== undefined && v20 !== null) {
      if (typeof v20 !== "string") return false;
    }
    const v21 = body["tags"];
    if (v21 !== undefined && v21 !== null) {
      if (!Array.isArray(v21)) return false;
      else {
        for (let i22 = 0; i22 < v21.length; i22++) {
          const v23: unknown = v21[i22];
          if (!isObject(v23)) return false;
          else {
            const v24 = v23["key"];
            if (v24 !== undefined && v24 !== null) {
              if (typeof v24 !== "string") return false;
            }
            const v25 = v23["value"];
            if (v25 !== undefined && v25 !== null) {
              if (typeof v25 !== "string") return false;
            }
          }
        }
      }
    }
    const v26 = body["error"];
    if (v26 !== undefined && v26 !== null) {
      if (!Array.isArray(v26)) return false;
      else {
        for (let i27 = 0; i27 < v26.length; i27++) {
          const v28: unknown = v26[i27];
          if (!isObject(v28)) return false;
          else {
            const v29 = v28["error_code"];
            if (v29 !== undefined && v29 !== null) {
              if (typeof v29 !== "string") return false;
            }
            const v30 = v28["error_message"];
            if (v30 !== undefined && v30 !== null) {
              if (typeof v30 !== "string") return false;
            }
          }
        }
      }
    }
  }

  return true;
}
