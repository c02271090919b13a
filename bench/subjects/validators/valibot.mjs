import * as v from "valibot";

import { timestamp } from "./timestamp.mjs";

const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65535));
const time = v.pipe(v.string(), v.regex(timestamp));
// An open enum is any string; naming the documented values would only cost time.
const service = v.looseObject({
  id: v.string(),
  port_id: v.string(),
  pool_id: v.optional(v.string()),
  vip_port_id: v.optional(v.string()),
  service_name: v.string(),
  server_type: v.string(),
  vpc_id: v.string(),
  approval_enabled: v.boolean(),
  status: v.string(),
  service_type: v.string(),
  created_at: time,
  updated_at: v.optional(time),
  project_id: v.string(),
  cidr_type: v.optional(v.string()),
  ports: v.array(
    v.looseObject({
      client_port: v.optional(port),
      server_port: v.optional(port),
      protocol: v.optional(v.string()),
    }),
  ),
  tcp_proxy: v.optional(v.string()),
  tags: v.optional(
    v.array(v.looseObject({ key: v.optional(v.string()), value: v.optional(v.string()) })),
  ),
  error: v.optional(
    v.array(
      v.looseObject({
        error_code: v.optional(v.string()),
        error_message: v.optional(v.string()),
      }),
    ),
  ),
});

export const isValid = (body) => v.safeParse(service, body).success;
