/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return -- deviations break the types on purpose */
import type { Body, Deviation } from "./deviation.js";

/** The required fields, in contract order. */
export const requiredFields = [
  "id",
  "port_id",
  "service_name",
  "server_type",
  "vpc_id",
  "approval_enabled",
  "status",
  "service_type",
  "created_at",
  "project_id",
  "ports",
] as const;

const optional = ["pool_id", "updated_at", "cidr_type", "tcp_proxy", "tags"] as const;

const set =
  (field: string, value: unknown) =>
  (body: Body): void => {
    body[field] = value;
  };
const port =
  (field: string, value: unknown) =>
  (body: Body): void => {
    body.ports[0][field] = value;
  };

/** Deviations in the fields of a 200 response body. */
export const fieldDeviations: readonly Deviation[] = [
  ...requiredFields.map((field): Deviation => ({
    says: `no ${field}`,
    edit: (body: Body) => {
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the test removes a field
      delete body[field];
    },
    found: [`violation missing-field /body/${field}`],
  })),
  ...requiredFields.map((field): Deviation => ({
    says: `null for ${field}`,
    edit: set(field, null),
    found: [`violation wrong-value /body/${field}`],
  })),
  ...optional.map((field): Deviation => ({
    says: `null in the optional ${field}`,
    edit: set(field, null),
    found: [`drift null-field /body/${field}`],
  })),
  ...(
    [
      ["id as a number", "id", 4189],
      ["approval_enabled as a string", "approval_enabled", "true"],
      ["approval_enabled as 1", "approval_enabled", 1],
      ["status as a number", "status", 3],
      ["status as an object", "status", { value: "available" }],
      ["created_at as a number", "created_at", 1_517_298_121],
      ["ports as an object", "ports", { client_port: 80 }],
      ["ports as a text", "ports", "80:8080"],
      ["tags as an object", "tags", { stage: "production" }],
      ["error as an object", "error", { error_code: "EndPoint.0001" }],
      ["tcp_proxy as a boolean", "tcp_proxy", false],
      ["updated_at as a list", "updated_at", []],
    ] as const
  ).map(([says, field, value]): Deviation => ({
    says,
    edit: set(field, value),
    found: [`violation wrong-value /body/${field}`],
  })),
  {
    says: "a port as a string",
    edit: port("client_port", "8080"),
    found: ["violation wrong-value /body/ports/0/client_port"],
  },
  {
    says: "a port with a fractional part",
    edit: port("server_port", 80.5),
    found: ["violation wrong-value /body/ports/0/server_port"],
  },
  {
    says: "port 0",
    edit: port("client_port", 0),
    found: ["violation wrong-value /body/ports/0/client_port"],
  },
  {
    says: "port 65536",
    edit: port("server_port", 65_536),
    found: ["violation wrong-value /body/ports/0/server_port"],
  },
  {
    says: "a number as a port mapping",
    edit: (body: Body) => body.ports.push(443),
    found: ["violation wrong-value /body/ports/1"],
  },
  {
    says: "null for a port",
    edit: port("server_port", null),
    found: ["violation wrong-value /body/ports/0/server_port"],
  },
  {
    says: "a port mapping without a port",
    edit: (body: Body) => {
      delete body.ports[0].client_port;
    },
    found: ["violation missing-field /body/ports/0/client_port"],
  },
  {
    says: "null for a protocol",
    edit: port("protocol", null),
    found: ["drift null-field /body/ports/0/protocol"],
  },
  {
    says: "an undocumented protocol",
    edit: port("protocol", "SCTP"),
    found: ["drift undocumented-value /body/ports/0/protocol"],
  },
  {
    says: "an undocumented field in a port mapping",
    edit: port("endpoint_port", 80),
    found: ["drift undocumented-field /body/ports/0/endpoint_port"],
  },
  {
    says: "the same port mapping twice",
    edit: (body: Body) => body.ports.push({ ...body.ports[0] }),
    found: ["drift unmet-expectation /body/ports/1"],
  },
  {
    says: "a tag whose value is a number",
    edit: (body: Body) => (body.tags[1].value = 7),
    found: ["violation wrong-value /body/tags/1/value"],
  },
  {
    says: "an undocumented field in a tag",
    edit: (body: Body) => (body.tags[0].scope = "all"),
    found: ["drift undocumented-field /body/tags/0/scope"],
  },
  ...(["server_type", "status", "service_type", "cidr_type", "tcp_proxy"] as const).map(
    (field): Deviation => ({
      says: `an undocumented ${field}`,
      edit: set(field, "brand-new"),
      found: [`drift undocumented-value /body/${field}`],
    }),
  ),
  {
    says: "a documented value in the wrong letter case",
    edit: set("status", "Available"),
    found: ["drift undocumented-value /body/status"],
  },
  {
    says: "an undocumented field",
    edit: set("description", "orders"),
    found: ["drift undocumented-field /body/description"],
  },
  {
    says: "a field named __proto__",
    edit: (body: Body) =>
      Object.defineProperty(body, "__proto__", { value: "x", enumerable: true }),
    found: ["drift undocumented-field /body/__proto__"],
  },
  {
    says: "a field name that contains a slash",
    edit: set("a/b", 1),
    found: ["drift undocumented-field /body/a~1b"],
  },
  {
    says: "update_at instead of updated_at",
    edit: (body: Body) => {
      body.update_at = body.updated_at;
      delete body.updated_at;
    },
    found: ["drift undocumented-field /body/update_at"],
  },
  {
    says: "an error in a service that has not failed",
    edit: set("error", [{ error_code: "EndPoint.0001" }]),
    found: ["drift unmet-expectation /body/error"],
  },
  {
    says: "error_msg instead of error_message",
    edit: (body: Body) => {
      body.status = "failed";
      body.error = [{ error_msg: "no" }];
    },
    found: ["drift undocumented-field /body/error/0/error_msg"],
  },
  {
    says: "a vip_port_id for a server type other than VIP",
    edit: set("vip_port_id", "1f6a3c52-0d4e-4b8a-9c7e-2b5d8e914f60"),
    found: ["drift unmet-expectation /body/vip_port_id"],
  },
  {
    says: "the ID of another endpoint service",
    edit: set("id", "9b0f6c1e-53d7-4a2e-8f64-1d7c0a9be299"),
    found: ["drift other-id /body/id"],
  },
  {
    says: "field names in camelCase",
    edit: (body: Body) => {
      body.vpcId = body.vpc_id;
      delete body.vpc_id;
    },
    found: ["violation missing-field /body/vpc_id", "drift undocumented-field /body/vpcId"],
  },
];
