import * as z from "zod";

import { timestamp } from "./timestamp.mjs";

const port = z.int().min(1).max(65535);
// An open enum is any string; naming the documented values would only cost time.
const service = z.looseObject({
  id: z.string(),
  port_id: z.string(),
  pool_id: z.string().optional(),
  vip_port_id: z.string().optional(),
  service_name: z.string(),
  server_type: z.string(),
  vpc_id: z.string(),
  approval_enabled: z.boolean(),
  status: z.string(),
  service_type: z.string(),
  created_at: z.string().regex(timestamp),
  updated_at: z.string().regex(timestamp).optional(),
  project_id: z.string(),
  cidr_type: z.string().optional(),
  ports: z.array(
    z.looseObject({
      client_port: port.optional(),
      server_port: port.optional(),
      protocol: z.string().optional(),
    }),
  ),
  tcp_proxy: z.string().optional(),
  tags: z
    .array(z.looseObject({ key: z.string().optional(), value: z.string().optional() }))
    .optional(),
  error: z
    .array(
      z.looseObject({ error_code: z.string().optional(), error_message: z.string().optional() }),
    )
    .optional(),
});

export const isValid = (body) => service.safeParse(body).success;
