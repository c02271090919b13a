// Type tests that types.test.ts compiles. `@ts-expect-error` marks lines that must not compile.
import type {
  Answers,
  CidrType,
  ErrorBody,
  ErrorCode,
  GatewayErrorBody,
  IamErrorBody,
  KnownServiceStatus,
  PortMapping,
  Protocol,
  ResourceTag,
  ServerType,
  ServiceFailure,
  ServiceStatus,
  ServiceType,
  TcpProxy,
  VpcEndpointService,
  operations,
} from "../src/index.js";

// TypeScript considers these two conditional types identical only if A and B are identical. Don't extract the function
// type into an alias, because the compiler would then compare only the alias's type arguments.
/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters */
type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/* eslint-enable @typescript-eslint/no-unnecessary-type-parameters */
type Holds<Fact extends true> = Fact;

// Documented values and any other string are assignable; other types are not.
const known: ServiceStatus = "available";
const later: ServiceStatus = "updating";
// @ts-expect-error a status is a string
const wrong: ServiceStatus = 1;
export const values: [ServerType, ServiceType, CidrType, TcpProxy, Protocol, ErrorCode] = [
  "BMS",
  "interface",
  "internal",
  "proxy_vni",
  "TCP",
  "Endpoint.1018",
];

// Eleven fields are required, seven are optional, and none can be null.
type RequiredKey<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];
export type Fact1 = Holds<
  Equal<
    RequiredKey<VpcEndpointService>,
    | "id"
    | "port_id"
    | "service_name"
    | "server_type"
    | "vpc_id"
    | "approval_enabled"
    | "status"
    | "service_type"
    | "created_at"
    | "project_id"
    | "ports"
  >
>;
export type Fact2 = Holds<
  Equal<
    Exclude<keyof VpcEndpointService, RequiredKey<VpcEndpointService>>,
    "pool_id" | "vip_port_id" | "updated_at" | "cidr_type" | "tcp_proxy" | "tags" | "error"
  >
>;
// @ts-expect-error an optional field cannot be null
const absent: VpcEndpointService["pool_id"] = null;
// @ts-expect-error with exactOptionalPropertyTypes, it cannot be undefined either
const undefinedTag: ResourceTag = { key: undefined };

// Array items.
export type Fact3 = Holds<Equal<VpcEndpointService["ports"], PortMapping[]>>;
export type Fact4 = Holds<Equal<VpcEndpointService["tags"], ResourceTag[] | undefined>>;
export type Fact5 = Holds<Equal<VpcEndpointService["error"], ServiceFailure[] | undefined>>;
export type Fact6 = Holds<Equal<RequiredKey<PortMapping>, "client_port" | "server_port">>;

// Error bodies.
export type Fact7 = Holds<Equal<RequiredKey<ErrorBody>, "error_code" | "error_msg">>;
export type Fact8 = Holds<Equal<RequiredKey<GatewayErrorBody>, "message">>;
export type Fact9 = Holds<Equal<IamErrorBody["error"]["code"], number>>;

type Operation = operations["getVpcEndpointService"];
export type Fact10 = Holds<Equal<Operation["parameters"]["path"]["project_id"], string>>;
// In `operations`, open enums are plain strings. The response body type and `VpcEndpointService` are assignable to
// each other.
type OnTheWire = Operation["responses"][200]["content"]["application/json"];
export type Fact11 = Holds<OnTheWire extends VpcEndpointService ? true : false>;
export type Fact13 = Holds<VpcEndpointService extends OnTheWire ? true : false>;
export type Fact14 = Holds<Equal<OnTheWire["status"], string>>;
// `NonNullable` does not remove the documented values from the type of an optional field.
export type Fact15 = Holds<Equal<NonNullable<VpcEndpointService["tcp_proxy"]>, TcpProxy>>;
export type Fact16 = Holds<
  Equal<KnownServiceStatus, "creating" | "available" | "failed" | "deleting">
>;
export type Fact17 = Holds<Equal<Equal<TcpProxy, string>, false>>;
type Details = "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}";
export type Fact18 = Holds<Equal<Answers[Details]["get"]["data"], VpcEndpointService>>;
export type Fact12 = Holds<Equal<Operation["requestBody"], undefined>>;

export const used = [known, later, wrong, absent, undefinedTag];
