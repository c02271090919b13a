/**
 * Generated from openapi/openapi.yaml. Never edit: run `npm run generate`.
 */

/**
 * What VPCEP, or the API gateway in front of it, answers to a request that failed. Decide by HTTP
 * status and `error_code`. A code and its text are not tied to each other, so do not parse the text.
 */
export interface ErrorBody {
  /**
   * Code of the error: `EndPoint.` (VPCEP) or `APIGW.` (the gateway) and four digits. One code is
   * printed as `Endpoint.1018`, so compare without regard to case. The documented values are
   * those that this operation can plausibly return; VPCEP documents about 155.
   *
   * - `EndPoint.0001`: The service met an internal error. Send the request again.
   * - `EndPoint.0002`: A parameter is wrong. Check both path parameters.
   * - `EndPoint.0003`: Authentication failed. Get a new token or check the signature.
   * - `EndPoint.0004`: The caller lacks the permission `vpcep:epservices:get`.
   * - `EndPoint.0005`: The resource does not exist, or no longer does.
   * - `EndPoint.0009`: The remote address does not match the one that the request is bound to.
   * - `EndPoint.0012`: The request header arrived empty.
   * - `EndPoint.0013`: The request timed out inside the service. Send it again.
   * - `EndPoint.0014`: The project ID is not valid.
   * - `EndPoint.0022`: Too many requests. Wait, then send the request again.
   * - `EndPoint.1008`: The service could not obtain a token for the request.
   * - `EndPoint.2003`: The endpoint service does not exist. Live systems answer 404 with `EndPoint.0005` instead.
   * - `EndPoint.2029`: The ID of the endpoint service is empty.
   * - `EndPoint.3062`: The ID of the endpoint service is not valid.
   * - `APIGW.0101`: The gateway knows no API at this address. Check host, path and project ID.
   * - `APIGW.0301`: The gateway refuses the token or the signature. Get a new token or check the keys.
   * - `APIGW.0308`: The gateway throttles the caller. Wait, then send the request again.
   *
   * @example EndPoint.0005
   */
  error_code: ErrorCode;
  /**
   * What went wrong, in English, for people; its wording may change.
   *
   * @example The requested resource does not exist.
   */
  error_msg: string;
  /**
   * ID of the failed request, 32 hexadecimal digits; name it when you ask for support. In recorded
   * calls the gateway sends it and VPCEP itself does not.
   *
   * @example 4e6f1b0c2d8a4f7e9b3c5d6a7e8f9012
   */
  request_id?: string;
}

/**
 * What the API gateway answers when it cannot match the request to any API, for instance because the
 * project ID in the path is empty.
 */
export interface GatewayErrorBody {
  /**
   * What went wrong, in English, for people; its wording may change.
   *
   * @example API not found
   */
  message: string;
  /**
   * ID of the failed request; empty in recorded calls.
   */
  request_id?: string;
}

/**
 * What Identity and Access Management (IAM) answers when it refuses the caller.
 */
export interface IamErrorBody {
  /**
   * The refusal.
   */
  error: {
    /**
     * The HTTP status of the response, as a number.
     *
     * @example 401
     */
    code: number;
    /**
     * What went wrong, in English, for people; its wording may change.
     *
     * @example The request you have made requires authentication.
     */
    message: string;
    /**
     * The reason phrase that belongs to the status.
     *
     * @example Unauthorized
     */
    title?: string;
  };
}

/**
 * Connects a port that clients use on a VPC endpoint with a port of the backend.
 */
export interface PortMapping {
  /**
   * Port on the side of the VPC endpoint: the one that a client connects to in order to reach the
   * endpoint service. From 1 to 65535.
   *
   * @example 8080
   */
  client_port: number;
  /**
   * Port on the side of the backend: the one on which the backend provides its service. From 1 to
   * 65535.
   *
   * @example 90
   */
  server_port: number;
  /**
   * Transport protocol of the mapping. By default, the service sets `TCP`.
   *
   * - `TCP`: Transmission Control Protocol; what the service sets by default.
   * - `UDP`: User Datagram Protocol. Editions since 2023 no longer list it.
   *
   * @example TCP
   */
  protocol?: Protocol;
}

/**
 * A key and a value that the owner attached to the endpoint service.
 */
export interface ResourceTag {
  /**
   * Name of the tag, never empty. When it was set it could have up to 36 Unicode characters:
   * letters, digits, hyphens (`-`) and underscores (`_`). Later editions allow other characters.
   *
   * @example stage
   */
  key?: string;
  /**
   * Content of the tag; may be empty. When it was set it could have up to 43 Unicode characters:
   * letters, digits, hyphens (`-`) and underscores (`_`). Later editions allow other characters.
   *
   * @example production
   */
  value?: string;
}

/**
 * One reason why the endpoint service could not be created.
 */
export interface ServiceFailure {
  /**
   * Code of the failure. Its values are not documented.
   *
   * @example EndPoint.0001
   */
  error_code?: string;
  /**
   * What went wrong, in English, for people; its wording may change.
   *
   * @example The backend port could not be bound.
   */
  error_message?: string;
}

/**
 * One VPC endpoint service: a backend resource of a project (a server, a virtual IP address or a
 * load balancer) that VPC endpoints in other VPCs may connect to.
 *
 * Fields that do not apply to a service are left out; none is ever documented as `null`. Later
 * editions of the service may add fields and values, so ignore what you do not know.
 */
export interface VpcEndpointService {
  /**
   * Unique ID of this endpoint service. A UUID in every published sample.
   *
   * @example 4189d3c2-8882-4871-a3c2-d380272eed83
   */
  id: string;
  /**
   * Identifies the backend resource behind the endpoint service, as a UUID; published bodies also
   * print it without hyphens. What it points to depends on `server_type`:
   *
   * - `LB`: the port to which the load balancer's private IP address is bound.
   * - `VM`: the NIC of the ECS on which the service runs.
   * - `VIP`: the NIC of the physical server that hosts the virtual resources.
   *
   * @example 4189d3c2-8882-4871-a3c2-d380272eed88
   */
  port_id: string;
  /**
   * ID of the cluster that belongs to the target of the endpoint. Some editions of the
   * documentation do not list it.
   *
   * @example 5289d3c2-8882-4871-a3c2-d380272eed80
   */
  pool_id?: string;
  /**
   * ID of the virtual NIC that carries the virtual IP address. The 2025 edition no longer lists it.
   *
   * `vip_port_id` is present only when `server_type` is `VIP`.
   *
   * @example 1f6a3c52-0d4e-4b8a-9c7e-2b5d8e914f60
   */
  vip_port_id?: string;
  /**
   * Full name of the endpoint service. The service composes it: `<region>.<name>.<id>` or
   * `<region>.<id>`. Length and characters are not documented; expect dots.
   *
   * @example eu-de.orders.4189d3c2-8882-4871-a3c2-d380272eed83
   */
  service_name: string;
  /**
   * Kind of backend resource behind the endpoint service; decides what `port_id` points to.
   *
   * - `VM`: An Elastic Cloud Server (ECS).
   * - `VIP`: A virtual IP address.
   * - `LB`: An enhanced load balancer.
   *
   * @example VM
   */
  server_type: ServerType;
  /**
   * ID of the VPC in which the backend resource lives.
   *
   * @example 4189d3c2-8882-4871-a3c2-d380272eed80
   */
  vpc_id: string;
  /**
   * Whether the owner of the endpoint service must approve each connection. This decides the first
   * state of a new VPC endpoint:
   *
   * - `false`: no approval; the endpoint is accepted at once.
   * - `true`: its acceptance is pending until the owner approves it.
   *
   * Later editions print these two states of an endpoint as `accepted` and `pendingAcceptance`.
   *
   * @example false
   */
  approval_enabled: boolean;
  /**
   * Where the endpoint service is in its life. Creating and deleting take one to two minutes; poll
   * this operation until the value settles. A service that is gone answers 404 instead.
   *
   * - `creating`: Is being set up; not connectable yet.
   * - `available`: Is ready; endpoints can connect.
   * - `failed`: Could not be created; `error` says why.
   * - `deleting`: Is being removed; afterwards the answer is 404.
   *
   * @example available
   */
  status: ServiceStatus;
  /**
   * Which of the two kinds of endpoint service this is. Both kinds are reached by creating a VPC
   * endpoint for them.
   *
   * - `gateway`: Set up by the cloud's operators. Customers use it without creating one.
   * - `interface`: Either a cloud service that the operators set up, which customers may use but not
   * configure, or a private service that a customer created.
   *
   * @example interface
   */
  service_type: ServiceType;
  /**
   * When the endpoint service was created, in UTC: `YYYY-MM-DDTHH:MM:SSZ`. The printed example of
   * this operation has a fraction of a second in place of the `Z`. Without a zone, UTC is meant;
   * JavaScript's `Date` would read such a value as local time.
   *
   * The date in `created_at` exists in the calendar. `created_at` ends in `Z`, or in a fraction of a second without a zone.
   *
   * @example 2018-01-30T07:42:01.174
   */
  created_at: string;
  /**
   * When the endpoint service was last changed, in UTC and in the same forms as `created_at`.
   * No published example of this operation shows it.
   *
   * The date in `updated_at` exists in the calendar. `updated_at` ends in `Z`, or in a fraction of a second without a zone.
   *
   * @example 2018-01-30T07:43:12Z
   */
  updated_at?: string;
  /**
   * ID of the project that owns the endpoint service: 32 hexadecimal digits in every published
   * sample. The console shows it under My Credentials; `GET {IAM}/v3/projects` lists it.
   *
   * @example 6e9dfd51d1124e8d8498dce894923a0d
   */
  project_id: string;
  /**
   * Type of the network segment. By default, the service sets `internal`. The 2025 edition no
   * longer lists the field.
   *
   * - `public`: A CIDR block of a public subnet.
   * - `internal`: A CIDR block of a private subnet; what the service sets by default.
   *
   * @example internal
   */
  cidr_type?: CidrType;
  /**
   * The port mappings that the endpoint service opens. Endpoint services that share a `port_id`
   * must also differ from each other: with the same protocol, neither a service port nor a
   * terminal port may occur twice among them.
   *
   * No two mappings in `ports` are the same.
   */
  ports: Array<PortMapping>;
  /**
   * Whether, and how, the backend learns the client's IP address and port, or its `marker_id`:
   *
   * - TCP TOA (TCP Option Address) puts this information into the `tcp option` field.
   * - Proxy Protocol puts it into the `tcp payload` field.
   *
   * Useful only for a backend that can parse these fields. By default, the service sets `close`.
   *
   * - `close`: Neither TOA nor Proxy Protocol; what the service sets by default.
   * - `toa_open`: TOA only.
   * - `proxy_open`: Proxy Protocol only.
   * - `open`: Both TOA and Proxy Protocol.
   *
   * @example close
   */
  tcp_proxy?: TcpProxy;
  /**
   * Tags that are attached to the endpoint service.
   */
  tags?: Array<ResourceTag>;
  /**
   * Why the creation failed. Not to be confused with the body of an HTTP error, which names its
   * text `error_msg`.
   *
   * `error` is present only when `status` is `failed`.
   */
  error?: Array<ServiceFailure>;
}

/** What each operation answers: `data` with a status of 2xx, `error` with any other. */
export interface Answers {
  "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}": {
    get: { data: VpcEndpointService; error: ErrorBody | GatewayErrorBody | IamErrorBody | string };
  };
}

/**
 * The documented values of `ErrorCode`, for code that handles each of them.
 *
 * - `EndPoint.0001`: The service met an internal error. Send the request again.
 * - `EndPoint.0002`: A parameter is wrong. Check both path parameters.
 * - `EndPoint.0003`: Authentication failed. Get a new token or check the signature.
 * - `EndPoint.0004`: The caller lacks the permission `vpcep:epservices:get`.
 * - `EndPoint.0005`: The resource does not exist, or no longer does.
 * - `EndPoint.0009`: The remote address does not match the one that the request is bound to.
 * - `EndPoint.0012`: The request header arrived empty.
 * - `EndPoint.0013`: The request timed out inside the service. Send it again.
 * - `EndPoint.0014`: The project ID is not valid.
 * - `EndPoint.0022`: Too many requests. Wait, then send the request again.
 * - `EndPoint.1008`: The service could not obtain a token for the request.
 * - `EndPoint.2003`: The endpoint service does not exist. Live systems answer 404 with `EndPoint.0005` instead.
 * - `EndPoint.2029`: The ID of the endpoint service is empty.
 * - `EndPoint.3062`: The ID of the endpoint service is not valid.
 * - `APIGW.0101`: The gateway knows no API at this address. Check host, path and project ID.
 * - `APIGW.0301`: The gateway refuses the token or the signature. Get a new token or check the keys.
 * - `APIGW.0308`: The gateway throttles the caller. Wait, then send the request again.
 */
export type KnownErrorCode =
  | "EndPoint.0001"
  | "EndPoint.0002"
  | "EndPoint.0003"
  | "EndPoint.0004"
  | "EndPoint.0005"
  | "EndPoint.0009"
  | "EndPoint.0012"
  | "EndPoint.0013"
  | "EndPoint.0014"
  | "EndPoint.0022"
  | "EndPoint.1008"
  | "EndPoint.2003"
  | "EndPoint.2029"
  | "EndPoint.3062"
  | "APIGW.0101"
  | "APIGW.0301"
  | "APIGW.0308";

/**
 * Code of the error: `EndPoint.` (VPCEP) or `APIGW.` (the gateway) and four digits. One code is
 * printed as `Endpoint.1018`, so compare without regard to case. The documented values are
 * those that this operation can plausibly return; VPCEP documents about 155.
 *
 * - `EndPoint.0001`: The service met an internal error. Send the request again.
 * - `EndPoint.0002`: A parameter is wrong. Check both path parameters.
 * - `EndPoint.0003`: Authentication failed. Get a new token or check the signature.
 * - `EndPoint.0004`: The caller lacks the permission `vpcep:epservices:get`.
 * - `EndPoint.0005`: The resource does not exist, or no longer does.
 * - `EndPoint.0009`: The remote address does not match the one that the request is bound to.
 * - `EndPoint.0012`: The request header arrived empty.
 * - `EndPoint.0013`: The request timed out inside the service. Send it again.
 * - `EndPoint.0014`: The project ID is not valid.
 * - `EndPoint.0022`: Too many requests. Wait, then send the request again.
 * - `EndPoint.1008`: The service could not obtain a token for the request.
 * - `EndPoint.2003`: The endpoint service does not exist. Live systems answer 404 with `EndPoint.0005` instead.
 * - `EndPoint.2029`: The ID of the endpoint service is empty.
 * - `EndPoint.3062`: The ID of the endpoint service is not valid.
 * - `APIGW.0101`: The gateway knows no API at this address. Check host, path and project ID.
 * - `APIGW.0301`: The gateway refuses the token or the signature. Get a new token or check the keys.
 * - `APIGW.0308`: The gateway throttles the caller. Wait, then send the request again.
 *
 * More values may be added: any other string is valid too.
 *
 * @example EndPoint.0005
 */
export type ErrorCode = KnownErrorCode | (string & Record<never, never>);

/** The documented values of `ErrorCode`, in the order of the contract. */
export const errorCodes = [
  "EndPoint.0001",
  "EndPoint.0002",
  "EndPoint.0003",
  "EndPoint.0004",
  "EndPoint.0005",
  "EndPoint.0009",
  "EndPoint.0012",
  "EndPoint.0013",
  "EndPoint.0014",
  "EndPoint.0022",
  "EndPoint.1008",
  "EndPoint.2003",
  "EndPoint.2029",
  "EndPoint.3062",
  "APIGW.0101",
  "APIGW.0301",
  "APIGW.0308",
] as const satisfies readonly KnownErrorCode[];

/** What each documented value of `ErrorCode` means. */
export const errorCodeMeanings: Readonly<Record<KnownErrorCode, string>> = {
  "EndPoint.0001": "The service met an internal error. Send the request again.",
  "EndPoint.0002": "A parameter is wrong. Check both path parameters.",
  "EndPoint.0003": "Authentication failed. Get a new token or check the signature.",
  "EndPoint.0004": "The caller lacks the permission `vpcep:epservices:get`.",
  "EndPoint.0005": "The resource does not exist, or no longer does.",
  "EndPoint.0009": "The remote address does not match the one that the request is bound to.",
  "EndPoint.0012": "The request header arrived empty.",
  "EndPoint.0013": "The request timed out inside the service. Send it again.",
  "EndPoint.0014": "The project ID is not valid.",
  "EndPoint.0022": "Too many requests. Wait, then send the request again.",
  "EndPoint.1008": "The service could not obtain a token for the request.",
  "EndPoint.2003":
    "The endpoint service does not exist. Live systems answer 404 with `EndPoint.0005` instead.",
  "EndPoint.2029": "The ID of the endpoint service is empty.",
  "EndPoint.3062": "The ID of the endpoint service is not valid.",
  "APIGW.0101": "The gateway knows no API at this address. Check host, path and project ID.",
  "APIGW.0301":
    "The gateway refuses the token or the signature. Get a new token or check the keys.",
  "APIGW.0308": "The gateway throttles the caller. Wait, then send the request again.",
};

/**
 * The documented values of `Protocol`, for code that handles each of them.
 *
 * - `TCP`: Transmission Control Protocol; what the service sets by default.
 * - `UDP`: User Datagram Protocol. Editions since 2023 no longer list it.
 */
export type KnownProtocol = "TCP" | "UDP";

/**
 * Transport protocol of the mapping. By default, the service sets `TCP`.
 *
 * - `TCP`: Transmission Control Protocol; what the service sets by default.
 * - `UDP`: User Datagram Protocol. Editions since 2023 no longer list it.
 *
 * More values may be added: any other string is valid too.
 *
 * @example TCP
 */
export type Protocol = KnownProtocol | (string & Record<never, never>);

/** The documented values of `Protocol`, in the order of the contract. */
export const protocols = ["TCP", "UDP"] as const satisfies readonly KnownProtocol[];

/** What each documented value of `Protocol` means. */
export const protocolMeanings: Readonly<Record<KnownProtocol, string>> = {
  TCP: "Transmission Control Protocol; what the service sets by default.",
  UDP: "User Datagram Protocol. Editions since 2023 no longer list it.",
};

/**
 * The documented values of `ServerType`, for code that handles each of them.
 *
 * - `VM`: An Elastic Cloud Server (ECS).
 * - `VIP`: A virtual IP address.
 * - `LB`: An enhanced load balancer.
 */
export type KnownServerType = "VM" | "VIP" | "LB";

/**
 * Kind of backend resource behind the endpoint service; decides what `port_id` points to.
 *
 * - `VM`: An Elastic Cloud Server (ECS).
 * - `VIP`: A virtual IP address.
 * - `LB`: An enhanced load balancer.
 *
 * More values may be added: any other string is valid too.
 *
 * @example VM
 */
export type ServerType = KnownServerType | (string & Record<never, never>);

/** The documented values of `ServerType`, in the order of the contract. */
export const serverTypes = ["VM", "VIP", "LB"] as const satisfies readonly KnownServerType[];

/** What each documented value of `ServerType` means. */
export const serverTypeMeanings: Readonly<Record<KnownServerType, string>> = {
  VM: "An Elastic Cloud Server (ECS).",
  VIP: "A virtual IP address.",
  LB: "An enhanced load balancer.",
};

/**
 * The documented values of `ServiceStatus`, for code that handles each of them.
 *
 * - `creating`: Is being set up; not connectable yet.
 * - `available`: Is ready; endpoints can connect.
 * - `failed`: Could not be created; `error` says why.
 * - `deleting`: Is being removed; afterwards the answer is 404.
 */
export type KnownServiceStatus = "creating" | "available" | "failed" | "deleting";

/**
 * Where the endpoint service is in its life. Creating and deleting take one to two minutes; poll
 * this operation until the value settles. A service that is gone answers 404 instead.
 *
 * - `creating`: Is being set up; not connectable yet.
 * - `available`: Is ready; endpoints can connect.
 * - `failed`: Could not be created; `error` says why.
 * - `deleting`: Is being removed; afterwards the answer is 404.
 *
 * More values may be added: any other string is valid too.
 *
 * @example available
 */
export type ServiceStatus = KnownServiceStatus | (string & Record<never, never>);

/** The documented values of `ServiceStatus`, in the order of the contract. */
export const serviceStatuses = [
  "creating",
  "available",
  "failed",
  "deleting",
] as const satisfies readonly KnownServiceStatus[];

/** What each documented value of `ServiceStatus` means. */
export const serviceStatusMeanings: Readonly<Record<KnownServiceStatus, string>> = {
  creating: "Is being set up; not connectable yet.",
  available: "Is ready; endpoints can connect.",
  failed: "Could not be created; `error` says why.",
  deleting: "Is being removed; afterwards the answer is 404.",
};

/**
 * The documented values of `ServiceType`, for code that handles each of them.
 *
 * - `gateway`: Set up by the cloud's operators. Customers use it without creating one.
 * - `interface`: Either a cloud service that the operators set up, which customers may use but not
 * configure, or a private service that a customer created.
 */
export type KnownServiceType = "gateway" | "interface";

/**
 * Which of the two kinds of endpoint service this is. Both kinds are reached by creating a VPC
 * endpoint for them.
 *
 * - `gateway`: Set up by the cloud's operators. Customers use it without creating one.
 * - `interface`: Either a cloud service that the operators set up, which customers may use but not
 * configure, or a private service that a customer created.
 *
 * More values may be added: any other string is valid too.
 *
 * @example interface
 */
export type ServiceType = KnownServiceType | (string & Record<never, never>);

/** The documented values of `ServiceType`, in the order of the contract. */
export const serviceTypes = ["gateway", "interface"] as const satisfies readonly KnownServiceType[];

/** What each documented value of `ServiceType` means. */
export const serviceTypeMeanings: Readonly<Record<KnownServiceType, string>> = {
  gateway: "Set up by the cloud's operators. Customers use it without creating one.",
  interface:
    "Either a cloud service that the operators set up, which customers may use but not configure, or a private service that a customer created.",
};

/**
 * The documented values of `CidrType`, for code that handles each of them.
 *
 * - `public`: A CIDR block of a public subnet.
 * - `internal`: A CIDR block of a private subnet; what the service sets by default.
 */
export type KnownCidrType = "public" | "internal";

/**
 * Type of the network segment. By default, the service sets `internal`. The 2025 edition no
 * longer lists the field.
 *
 * - `public`: A CIDR block of a public subnet.
 * - `internal`: A CIDR block of a private subnet; what the service sets by default.
 *
 * More values may be added: any other string is valid too.
 *
 * @example internal
 */
export type CidrType = KnownCidrType | (string & Record<never, never>);

/** The documented values of `CidrType`, in the order of the contract. */
export const cidrTypes = ["public", "internal"] as const satisfies readonly KnownCidrType[];

/** What each documented value of `CidrType` means. */
export const cidrTypeMeanings: Readonly<Record<KnownCidrType, string>> = {
  public: "A CIDR block of a public subnet.",
  internal: "A CIDR block of a private subnet; what the service sets by default.",
};

/**
 * The documented values of `TcpProxy`, for code that handles each of them.
 *
 * - `close`: Neither TOA nor Proxy Protocol; what the service sets by default.
 * - `toa_open`: TOA only.
 * - `proxy_open`: Proxy Protocol only.
 * - `open`: Both TOA and Proxy Protocol.
 */
export type KnownTcpProxy = "close" | "toa_open" | "proxy_open" | "open";

/**
 * Whether, and how, the backend learns the client's IP address and port, or its `marker_id`:
 *
 * - TCP TOA (TCP Option Address) puts this information into the `tcp option` field.
 * - Proxy Protocol puts it into the `tcp payload` field.
 *
 * Useful only for a backend that can parse these fields. By default, the service sets `close`.
 *
 * - `close`: Neither TOA nor Proxy Protocol; what the service sets by default.
 * - `toa_open`: TOA only.
 * - `proxy_open`: Proxy Protocol only.
 * - `open`: Both TOA and Proxy Protocol.
 *
 * More values may be added: any other string is valid too.
 *
 * @example close
 */
export type TcpProxy = KnownTcpProxy | (string & Record<never, never>);

/** The documented values of `TcpProxy`, in the order of the contract. */
export const tcpProxies = [
  "close",
  "toa_open",
  "proxy_open",
  "open",
] as const satisfies readonly KnownTcpProxy[];

/** What each documented value of `TcpProxy` means. */
export const tcpProxyMeanings: Readonly<Record<KnownTcpProxy, string>> = {
  close: "Neither TOA nor Proxy Protocol; what the service sets by default.",
  toa_open: "TOA only.",
  proxy_open: "Proxy Protocol only.",
  open: "Both TOA and Proxy Protocol.",
};
