type Body = Record<string, unknown>;

const variants = 32;

/** A body with every documented field. The number varies the strings, so that no two bodies are the same. */
function fullBody(number: number, ports: number): Body {
  const id = `4189d3c2-8882-4871-a3c2-${String(number).padStart(12, "0")}`;
  return {
    id,
    port_id: id,
    pool_id: id,
    vip_port_id: id,
    service_name: `eu-de.service-${number}.${id}`,
    server_type: "LB",
    vpc_id: id,
    approval_enabled: number % 2 === 0,
    status: "available",
    service_type: "interface",
    created_at: `2018-01-30T07:42:${String(number % 60).padStart(2, "0")}.174`,
    updated_at: "2018-01-30T07:42:01Z",
    project_id: "6e9dfd51d1124e8d8498dce894923a0d",
    cidr_type: "internal",
    ports: Array.from({ length: ports }, (_, port) => ({
      client_port: 8080 + port,
      server_port: 90 + port,
      protocol: "TCP",
    })),
    tcp_proxy: "close",
    tags: Array.from({ length: ports / 2 }, (_, tag) => ({ key: `key-${tag}`, value: "value" })),
    error: [],
  };
}

const optional = [
  "pool_id",
  "vip_port_id",
  "updated_at",
  "cidr_type",
  "tcp_proxy",
  "tags",
  "error",
];

/** What the API's documentation prints: the required fields and little else. */
function smallBody(number: number): Body {
  const body = Object.entries(fullBody(number, 2));
  return Object.fromEntries(body.filter(([name]) => !optional.includes(name)));
}

/** Each breaks the contract in one way. */
const breaks: ((body: Body) => void)[] = [
  (body) => delete body["vpc_id"],
  (body) => (body["id"] = 1),
  (body) => (body["ports"] = [{ client_port: 0 }]),
  (body) => (body["ports"] = [{ client_port: 1, server_port: 65536 }]),
  (body) => (body["ports"] = [{ client_port: 1.5 }]),
  (body) => (body["ports"] = {}),
  (body) => (body["created_at"] = "yesterday"),
  (body) => (body["approval_enabled"] = "false"),
  (body) => (body["tags"] = [{ key: 7 }]),
  (body) => (body["status"] = 4),
];

/** Bodies to validate, and for each set whether they keep the contract. */
export function sampleBodies(): Record<string, { valid: boolean; bodies: Body[] }> {
  const each = (make: (number: number) => Body): Body[] =>
    Array.from({ length: variants }, (_, number) => make(number));
  return {
    small: { valid: true, bodies: each(smallBody) },
    full: { valid: true, bodies: each((number) => fullBody(number, 40)) },
    unknown: {
      valid: true,
      bodies: each((number) => ({ ...smallBody(number), status: "paused", description: "new" })),
    },
    broken: {
      valid: false,
      bodies: each((number) => {
        const body = fullBody(number, 4);
        breaks[number % breaks.length]?.(body);
        return body;
      }),
    },
  };
}
