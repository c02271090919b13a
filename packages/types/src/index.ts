import type { components } from "./schema.gen.js";

type Schemas = components["schemas"];

/**
 * One VPC endpoint service: the body of a 200 answer of `getVpcEndpointService`.
 *
 * Eleven fields are always there; the others are left out when they do not apply. A reader should treat `null` as
 * absent and ignore fields that it does not know.
 */
export type VpcEndpointService = Schemas["VpcEndpointService"];

/** One mapping of a port of the VPC endpoint to a port of the backend; an item of `ports`. */
export type PortMapping = Schemas["PortMapping"];

/** One tag of the endpoint service; an item of `tags`. */
export type ResourceTag = Schemas["ResourceTag"];

/** One reason why the creation failed; an item of `error`, which is there only when `status` is `failed`. */
export type ServiceFailure = Schemas["ServiceFailure"];

/** State of the endpoint service: a documented one, or any other string of a later edition. */
export type ServiceStatus = VpcEndpointService["status"];

/** Kind of the backend resource; decides what `port_id` points to. */
export type ServerType = VpcEndpointService["server_type"];

/** Whether the cloud's operators set the endpoint service up as a gateway, or it is an interface. */
export type ServiceType = VpcEndpointService["service_type"];

/** Type of the network segment. The service sets `internal` when none was chosen. */
export type CidrType = NonNullable<VpcEndpointService["cidr_type"]>;

/** How the client's address reaches the backend. The service sets `close` when nothing was chosen. */
export type TcpProxy = NonNullable<VpcEndpointService["tcp_proxy"]>;

/** Transport protocol of a port mapping. The service sets `TCP` when none was chosen. */
export type Protocol = NonNullable<PortMapping["protocol"]>;

/** Body of an HTTP error of VPCEP, and of the API gateway in its long form (with `request_id`). */
export type ErrorBody = Schemas["ErrorBody"];

/** Body of an HTTP error of the API gateway in its short form, for a path that it does not know. */
export type GatewayErrorBody = Schemas["GatewayErrorBody"];

/** Body of an HTTP error of Identity and Access Management (IAM). */
export type IamErrorBody = Schemas["IamErrorBody"];

/** Code of an HTTP error: `EndPoint.` or `APIGW.` and four digits. Compare without regard to case. */
export type ErrorCode = ErrorBody["error_code"];

export type { components, operations, paths } from "./schema.gen.js";
