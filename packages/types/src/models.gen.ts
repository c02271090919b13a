/**
 * Generated from openapi/openapi.yaml. Don't edit. Run `npm run generate`.
 */

/**
 * Error response from VPCEP or from the API gateway in front of it. Use the HTTP status and
 * `error_code` to handle errors. Do not parse `error_msg`, because its text can vary for the same code.
 */
export interface ErrorBody {
  /**
   * Error code. Codes from VPCEP start with `EndPoint`, and codes from the gateway start with `APIGW`.
   * Each code ends with a period and four digits. The documentation spells one code `Endpoint.1018`,
   * so ignore case when you compare codes. The schema lists the codes that this operation can
   * plausibly return. In total, VPCEP documents about 155 codes.
   *
   * - `EndPoint.0001`: An internal error occurred. Retry the request.
   * - `EndPoint.0002`: A parameter is invalid. Check both path parameters.
   * - `EndPoint.0003`: Authentication failed. Get a new token or check the signature.
   * - `EndPoint.0004`: The caller lacks the permission `vpcep:epservices:get`.
   * - `EndPoint.0005`: The resource does not exist or has been deleted.
   * - `EndPoint.0009`: The remote address does not match the address that the request is bound to.
   * - `EndPoint.0012`: The request header is empty.
   * - `EndPoint.0013`: The request timed out inside the service. Retry the request.
   * - `EndPoint.0014`: The project ID is invalid.
   * - `EndPoint.0022`: Too many requests. Wait, then retry.
   * - `EndPoint.1008`: The service could not obtain a token for the request.
   * - `EndPoint.2003`: The endpoint service does not exist. Live systems return 404 with `EndPoint.0005` instead.
   * - `EndPoint.2029`: The endpoint service ID is empty.
   * - `EndPoint.3062`: The endpoint service ID is invalid.
   * - `APIGW.0101`: The gateway found no API that matches the request. Check the host, the path, and the project ID.
   * - `APIGW.0301`: The gateway rejected the token or the signature. Get a new token or check the access keys.
   * - `APIGW.0308`: The gateway is throttling the caller. Wait, then retry.
   *
   * @example EndPoint.0005
   */
  error_code: ErrorCode;
  /**
   * Error message in English. The wording may change.
   *
   * @example The requested resource does not exist.
   */
  error_msg: string;
  /**
   * ID of the failed request, 32 hexadecimal digits. Include the request ID when you contact support.
   * In recorded calls, the gateway sends this field, but VPCEP does not.
   *
   * @example 4e6f1b0c2d8a4f7e9b3c5d6a7e8f9012
   */
  request_id?: string;
}

/**
 * Response from the API gateway when no API matches the request, for example because the project ID in
 * the path is empty.
 */
export interface GatewayErrorBody {
  /**
   * Error message in English. The wording may change.
   *
   * @example API not found
   */
  message: string;
  /**
   * ID of the failed request. In recorded calls, this field is empty.
   */
  request_id?: string;
}

/**
 * Response from Identity and Access Management (IAM) when IAM rejects the caller.
 */
export interface IamErrorBody {
  /**
   * Details of the error.
   */
  error: {
    /**
     * HTTP status code of the response.
     *
     * @example 401
     */
    code: number;
    /**
     * Error message in English. The wording may change.
     *
     * @example The request you have made requires authentication.
     */
    message: string;
    /**
     * Reason phrase of the HTTP status.
     *
     * @example Unauthorized
     */
    title?: string;
  };
}

/**
 * Maps a port of the VPC endpoint to a port of the backend.
 */
export interface PortMapping {
  /**
   * Port of the VPC endpoint, from 1 to 65535. Clients connect to this port to reach the endpoint
   * service.
   *
   * @example 8080
   */
  client_port: number;
  /**
   * Port of the backend, from 1 to 65535. The backend provides its service on this port.
   *
   * @example 90
   */
  server_port: number;
  /**
   * Transport protocol. By default, the service sets `TCP`.
   *
   * - `TCP`: Transmission Control Protocol (the service's default).
   * - `UDP`: User Datagram Protocol. The documentation has not listed UDP since 2023.
   *
   * @example TCP
   */
  protocol?: Protocol;
}

/**
 * A key-value pair that the owner attached to the endpoint service.
 */
export interface ResourceTag {
  /**
   * Tag key, which is never empty. According to the 2020 edition, a key has up to 36 Unicode characters:
   * letters, digits, hyphens (`-`), and underscores (`_`). Later editions allow other characters.
   *
   * @example stage
   */
  key?: string;
  /**
   * Tag value, which may be empty. According to the 2020 edition, a value has up to 43 Unicode
   * characters: letters, digits, hyphens (`-`), and underscores (`_`). Later editions allow other
   * characters.
   *
   * @example production
   */
  value?: string;
}

/**
 * A reason why the endpoint service could not be created.
 */
export interface ServiceFailure {
  /**
   * Failure code. The possible values are not documented.
   *
   * @example EndPoint.0001
   */
  error_code?: string;
  /**
   * Failure message in English. The wording may change.
   *
   * @example The backend port could not be bound.
   */
  error_message?: string;
}

/**
 * A VPC endpoint service: a backend resource (a server, a virtual IP address, or a load balancer)
 * that VPC endpoints in other VPCs can connect to.
 *
 * Fields that do not apply are omitted. No published sample contains `null`. The service may add fields
 * and values, so ignore any that you do not recognize.
 */
export interface VpcEndpointService {
  /**
   * Unique ID of the endpoint service. In every published sample, the ID is a UUID.
   *
   * @example 4189d3c2-8882-4871-a3c2-d380272eed83
   */
  id: string;
  /**
   * UUID of the backend resource. In some published responses, the UUID is written without hyphens.
   * `server_type` determines which resource the UUID identifies:
   *
   * - `LB`: the port to which the load balancer's private IP address is bound.
   * - `VM`: the NIC of the ECS that runs the service.
   * - `VIP`: the NIC of the physical server that hosts the virtual resources.
   *
   * @example 4189d3c2-8882-4871-a3c2-d380272eed88
   */
  port_id: string;
  /**
   * ID of the cluster associated with the target resource. Some editions of the documentation do not
   * list this field.
   *
   * @example 5289d3c2-8882-4871-a3c2-d380272eed80
   */
  pool_id?: string;
  /**
   * ID of the virtual NIC that has the virtual IP address. The 2025 edition no longer lists this
   * field.
   *
   * `vip_port_id` is present only when `server_type` is `VIP`.
   *
   * @example 1f6a3c52-0d4e-4b8a-9c7e-2b5d8e914f60
   */
  vip_port_id?: string;
  /**
   * Full name of the endpoint service, generated by the service as `<region>.<name>.<id>` or
   * `<region>.<id>`. The documentation specifies neither a maximum length nor allowed characters.
   *
   * @example eu-de.orders.4189d3c2-8882-4871-a3c2-d380272eed83
   */
  service_name: string;
  /**
   * Type of backend resource. The type determines what `port_id` identifies.
   *
   * - `VM`: An Elastic Cloud Server (ECS).
   * - `VIP`: A virtual IP address.
   * - `LB`: An enhanced load balancer.
   *
   * @example VM
   */
  server_type: ServerType;
  /**
   * ID of the VPC in which the backend resource is located.
   *
   * @example 4189d3c2-8882-4871-a3c2-d380272eed80
   */
  vpc_id: string;
  /**
   * Whether the owner of the endpoint service must approve each connection. This setting
   * determines the initial status of a new VPC endpoint:
   *
   * - `false`: the endpoint is accepted at once.
   * - `true`: acceptance is pending until the owner approves the endpoint.
   *
   * Later editions call these endpoint statuses `accepted` and `pendingAcceptance`.
   *
   * @example false
   */
  approval_enabled: boolean;
  /**
   * Status of the endpoint service. Creating or deleting an endpoint service takes one to two minutes.
   * Poll this operation until the status changes. After a deletion, the response is 404.
   *
   * - `creating`: The endpoint service is being created. Endpoints cannot connect yet.
   * - `available`: The endpoint service is ready. Endpoints can connect.
   * - `failed`: The endpoint service could not be created. `error` contains the reasons.
   * - `deleting`: The endpoint service is being deleted. After the deletion, requests return 404.
   *
   * @example available
   */
  status: ServiceStatus;
  /**
   * Type of endpoint service. Customers connect to an endpoint service of either type by creating a
   * VPC endpoint.
   *
   * - `gateway`: A service that the operators set up. Customers can use gateway services directly and do not need to create them.
   * - `interface`: A cloud service that the operators set up, or a private service that a customer created. Customers
   * can use but not configure the operators' services.
   *
   * @example interface
   */
  service_type: ServiceType;
  /**
   * Time in UTC at which the endpoint service was created, in the format `YYYY-MM-DDTHH:MM:SSZ`. The
   * documentation's example has fractional seconds and no `Z`. Treat a value without a time zone as
   * UTC. JavaScript's `Date` parses a value without a time zone as local time.
   *
   * The date in `created_at` is a valid calendar date. `created_at` ends in `Z` or in fractional seconds without a time zone.
   *
   * @example 2018-01-30T07:42:01.174
   */
  created_at: string;
  /**
   * Time in UTC at which the endpoint service was last updated, in the same formats as `created_at`.
   * No published example of this operation includes this field.
   *
   * The date in `updated_at` is a valid calendar date. `updated_at` ends in `Z` or in fractional seconds without a time zone.
   *
   * @example 2018-01-30T07:43:12Z
   */
  updated_at?: string;
  /**
   * ID of the project that owns the endpoint service. In every published sample, the ID consists of 32
   * hexadecimal digits. To find the ID, open My Credentials in the console or call
   * `GET {IAM}/v3/projects`.
   *
   * @example 6e9dfd51d1124e8d8498dce894923a0d
   */
  project_id: string;
  /**
   * Network segment type. By default, the service sets `internal`. The 2025 edition no longer lists
   * this field.
   *
   * - `public`: A CIDR block of a public subnet.
   * - `internal`: A CIDR block of a private subnet (the service's default).
   *
   * @example internal
   */
  cidr_type?: CidrType;
  /**
   * Port mappings of the endpoint service. Two endpoint services that share a `port_id` cannot use the
   * same protocol with the same service port or with the same terminal port.
   *
   * No two mappings in `ports` are the same.
   */
  ports: Array<PortMapping>;
  /**
   * How the service passes the client's IP address and port, or its `marker_id`, to the backend:
   *
   * - TCP TOA (TCP Option Address) puts this information in the `tcp option` field.
   * - Proxy Protocol puts this information in the `tcp payload` field.
   *
   * The backend must be a server that can parse these fields. By default, the service sets `close`.
   *
   * - `close`: Neither TOA nor Proxy Protocol (the service's default).
   * - `toa_open`: TOA only.
   * - `proxy_open`: Proxy Protocol only.
   * - `open`: Both TOA and Proxy Protocol.
   *
   * @example close
   */
  tcp_proxy?: TcpProxy;
  /**
   * Tags of the endpoint service.
   */
  tags?: Array<ResourceTag>;
  /**
   * Reasons why the endpoint service could not be created. The items of this array have
   * `error_message`, whereas the body of an HTTP error has `error_msg`.
   *
   * `error` is present only when `status` is `failed`.
   */
  error?: Array<ServiceFailure>;
}

/** The response types of each operation: `data` for a 2xx status, `error` for any other status. */
export interface Answers {
  "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}": {
    get: { data: VpcEndpointService; error: ErrorBody | GatewayErrorBody | IamErrorBody | string };
  };
}

/**
 * The documented values of `ErrorCode`, for code that handles each value.
 *
 * - `EndPoint.0001`: An internal error occurred. Retry the request.
 * - `EndPoint.0002`: A parameter is invalid. Check both path parameters.
 * - `EndPoint.0003`: Authentication failed. Get a new token or check the signature.
 * - `EndPoint.0004`: The caller lacks the permission `vpcep:epservices:get`.
 * - `EndPoint.0005`: The resource does not exist or has been deleted.
 * - `EndPoint.0009`: The remote address does not match the address that the request is bound to.
 * - `EndPoint.0012`: The request header is empty.
 * - `EndPoint.0013`: The request timed out inside the service. Retry the request.
 * - `EndPoint.0014`: The project ID is invalid.
 * - `EndPoint.0022`: Too many requests. Wait, then retry.
 * - `EndPoint.1008`: The service could not obtain a token for the request.
 * - `EndPoint.2003`: The endpoint service does not exist. Live systems return 404 with `EndPoint.0005` instead.
 * - `EndPoint.2029`: The endpoint service ID is empty.
 * - `EndPoint.3062`: The endpoint service ID is invalid.
 * - `APIGW.0101`: The gateway found no API that matches the request. Check the host, the path, and the project ID.
 * - `APIGW.0301`: The gateway rejected the token or the signature. Get a new token or check the access keys.
 * - `APIGW.0308`: The gateway is throttling the caller. Wait, then retry.
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
 * Error code. Codes from VPCEP start with `EndPoint`, and codes from the gateway start with `APIGW`.
 * Each code ends with a period and four digits. The documentation spells one code `Endpoint.1018`,
 * so ignore case when you compare codes. The schema lists the codes that this operation can
 * plausibly return. In total, VPCEP documents about 155 codes.
 *
 * - `EndPoint.0001`: An internal error occurred. Retry the request.
 * - `EndPoint.0002`: A parameter is invalid. Check both path parameters.
 * - `EndPoint.0003`: Authentication failed. Get a new token or check the signature.
 * - `EndPoint.0004`: The caller lacks the permission `vpcep:epservices:get`.
 * - `EndPoint.0005`: The resource does not exist or has been deleted.
 * - `EndPoint.0009`: The remote address does not match the address that the request is bound to.
 * - `EndPoint.0012`: The request header is empty.
 * - `EndPoint.0013`: The request timed out inside the service. Retry the request.
 * - `EndPoint.0014`: The project ID is invalid.
 * - `EndPoint.0022`: Too many requests. Wait, then retry.
 * - `EndPoint.1008`: The service could not obtain a token for the request.
 * - `EndPoint.2003`: The endpoint service does not exist. Live systems return 404 with `EndPoint.0005` instead.
 * - `EndPoint.2029`: The endpoint service ID is empty.
 * - `EndPoint.3062`: The endpoint service ID is invalid.
 * - `APIGW.0101`: The gateway found no API that matches the request. Check the host, the path, and the project ID.
 * - `APIGW.0301`: The gateway rejected the token or the signature. Get a new token or check the access keys.
 * - `APIGW.0308`: The gateway is throttling the caller. Wait, then retry.
 *
 * More values may be added, so any other string is also valid.
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

/** The meaning of each documented value of `ErrorCode`. */
export const errorCodeMeanings: Readonly<Record<KnownErrorCode, string>> = {
  "EndPoint.0001": "An internal error occurred. Retry the request.",
  "EndPoint.0002": "A parameter is invalid. Check both path parameters.",
  "EndPoint.0003": "Authentication failed. Get a new token or check the signature.",
  "EndPoint.0004": "The caller lacks the permission `vpcep:epservices:get`.",
  "EndPoint.0005": "The resource does not exist or has been deleted.",
  "EndPoint.0009": "The remote address does not match the address that the request is bound to.",
  "EndPoint.0012": "The request header is empty.",
  "EndPoint.0013": "The request timed out inside the service. Retry the request.",
  "EndPoint.0014": "The project ID is invalid.",
  "EndPoint.0022": "Too many requests. Wait, then retry.",
  "EndPoint.1008": "The service could not obtain a token for the request.",
  "EndPoint.2003":
    "The endpoint service does not exist. Live systems return 404 with `EndPoint.0005` instead.",
  "EndPoint.2029": "The endpoint service ID is empty.",
  "EndPoint.3062": "The endpoint service ID is invalid.",
  "APIGW.0101":
    "The gateway found no API that matches the request. Check the host, the path, and the project ID.",
  "APIGW.0301":
    "The gateway rejected the token or the signature. Get a new token or check the access keys.",
  "APIGW.0308": "The gateway is throttling the caller. Wait, then retry.",
};

/**
 * The documented values of `Protocol`, for code that handles each value.
 *
 * - `TCP`: Transmission Control Protocol (the service's default).
 * - `UDP`: User Datagram Protocol. The documentation has not listed UDP since 2023.
 */
export type KnownProtocol = "TCP" | "UDP";

/**
 * Transport protocol. By default, the service sets `TCP`.
 *
 * - `TCP`: Transmission Control Protocol (the service's default).
 * - `UDP`: User Datagram Protocol. The documentation has not listed UDP since 2023.
 *
 * More values may be added, so any other string is also valid.
 *
 * @example TCP
 */
export type Protocol = KnownProtocol | (string & Record<never, never>);

/** The documented values of `Protocol`, in the order of the contract. */
export const protocols = ["TCP", "UDP"] as const satisfies readonly KnownProtocol[];

/** The meaning of each documented value of `Protocol`. */
export const protocolMeanings: Readonly<Record<KnownProtocol, string>> = {
  TCP: "Transmission Control Protocol (the service's default).",
  UDP: "User Datagram Protocol. The documentation has not listed UDP since 2023.",
};

/**
 * The documented values of `ServerType`, for code that handles each value.
 *
 * - `VM`: An Elastic Cloud Server (ECS).
 * - `VIP`: A virtual IP address.
 * - `LB`: An enhanced load balancer.
 */
export type KnownServerType = "VM" | "VIP" | "LB";

/**
 * Type of backend resource. The type determines what `port_id` identifies.
 *
 * - `VM`: An Elastic Cloud Server (ECS).
 * - `VIP`: A virtual IP address.
 * - `LB`: An enhanced load balancer.
 *
 * More values may be added, so any other string is also valid.
 *
 * @example VM
 */
export type ServerType = KnownServerType | (string & Record<never, never>);

/** The documented values of `ServerType`, in the order of the contract. */
export const serverTypes = ["VM", "VIP", "LB"] as const satisfies readonly KnownServerType[];

/** The meaning of each documented value of `ServerType`. */
export const serverTypeMeanings: Readonly<Record<KnownServerType, string>> = {
  VM: "An Elastic Cloud Server (ECS).",
  VIP: "A virtual IP address.",
  LB: "An enhanced load balancer.",
};

/**
 * The documented values of `ServiceStatus`, for code that handles each value.
 *
 * - `creating`: The endpoint service is being created. Endpoints cannot connect yet.
 * - `available`: The endpoint service is ready. Endpoints can connect.
 * - `failed`: The endpoint service could not be created. `error` contains the reasons.
 * - `deleting`: The endpoint service is being deleted. After the deletion, requests return 404.
 */
export type KnownServiceStatus = "creating" | "available" | "failed" | "deleting";

/**
 * Status of the endpoint service. Creating or deleting an endpoint service takes one to two minutes.
 * Poll this operation until the status changes. After a deletion, the response is 404.
 *
 * - `creating`: The endpoint service is being created. Endpoints cannot connect yet.
 * - `available`: The endpoint service is ready. Endpoints can connect.
 * - `failed`: The endpoint service could not be created. `error` contains the reasons.
 * - `deleting`: The endpoint service is being deleted. After the deletion, requests return 404.
 *
 * More values may be added, so any other string is also valid.
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

/** The meaning of each documented value of `ServiceStatus`. */
export const serviceStatusMeanings: Readonly<Record<KnownServiceStatus, string>> = {
  creating: "The endpoint service is being created. Endpoints cannot connect yet.",
  available: "The endpoint service is ready. Endpoints can connect.",
  failed: "The endpoint service could not be created. `error` contains the reasons.",
  deleting: "The endpoint service is being deleted. After the deletion, requests return 404.",
};

/**
 * The documented values of `ServiceType`, for code that handles each value.
 *
 * - `gateway`: A service that the operators set up. Customers can use gateway services directly and do not need to create them.
 * - `interface`: A cloud service that the operators set up, or a private service that a customer created. Customers
 * can use but not configure the operators' services.
 */
export type KnownServiceType = "gateway" | "interface";

/**
 * Type of endpoint service. Customers connect to an endpoint service of either type by creating a
 * VPC endpoint.
 *
 * - `gateway`: A service that the operators set up. Customers can use gateway services directly and do not need to create them.
 * - `interface`: A cloud service that the operators set up, or a private service that a customer created. Customers
 * can use but not configure the operators' services.
 *
 * More values may be added, so any other string is also valid.
 *
 * @example interface
 */
export type ServiceType = KnownServiceType | (string & Record<never, never>);

/** The documented values of `ServiceType`, in the order of the contract. */
export const serviceTypes = ["gateway", "interface"] as const satisfies readonly KnownServiceType[];

/** The meaning of each documented value of `ServiceType`. */
export const serviceTypeMeanings: Readonly<Record<KnownServiceType, string>> = {
  gateway:
    "A service that the operators set up. Customers can use gateway services directly and do not need to create them.",
  interface:
    "A cloud service that the operators set up, or a private service that a customer created. Customers can use but not configure the operators' services.",
};

/**
 * The documented values of `CidrType`, for code that handles each value.
 *
 * - `public`: A CIDR block of a public subnet.
 * - `internal`: A CIDR block of a private subnet (the service's default).
 */
export type KnownCidrType = "public" | "internal";

/**
 * Network segment type. By default, the service sets `internal`. The 2025 edition no longer lists
 * this field.
 *
 * - `public`: A CIDR block of a public subnet.
 * - `internal`: A CIDR block of a private subnet (the service's default).
 *
 * More values may be added, so any other string is also valid.
 *
 * @example internal
 */
export type CidrType = KnownCidrType | (string & Record<never, never>);

/** The documented values of `CidrType`, in the order of the contract. */
export const cidrTypes = ["public", "internal"] as const satisfies readonly KnownCidrType[];

/** The meaning of each documented value of `CidrType`. */
export const cidrTypeMeanings: Readonly<Record<KnownCidrType, string>> = {
  public: "A CIDR block of a public subnet.",
  internal: "A CIDR block of a private subnet (the service's default).",
};

/**
 * The documented values of `TcpProxy`, for code that handles each value.
 *
 * - `close`: Neither TOA nor Proxy Protocol (the service's default).
 * - `toa_open`: TOA only.
 * - `proxy_open`: Proxy Protocol only.
 * - `open`: Both TOA and Proxy Protocol.
 */
export type KnownTcpProxy = "close" | "toa_open" | "proxy_open" | "open";

/**
 * How the service passes the client's IP address and port, or its `marker_id`, to the backend:
 *
 * - TCP TOA (TCP Option Address) puts this information in the `tcp option` field.
 * - Proxy Protocol puts this information in the `tcp payload` field.
 *
 * The backend must be a server that can parse these fields. By default, the service sets `close`.
 *
 * - `close`: Neither TOA nor Proxy Protocol (the service's default).
 * - `toa_open`: TOA only.
 * - `proxy_open`: Proxy Protocol only.
 * - `open`: Both TOA and Proxy Protocol.
 *
 * More values may be added, so any other string is also valid.
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

/** The meaning of each documented value of `TcpProxy`. */
export const tcpProxyMeanings: Readonly<Record<KnownTcpProxy, string>> = {
  close: "Neither TOA nor Proxy Protocol (the service's default).",
  toa_open: "TOA only.",
  proxy_open: "Proxy Protocol only.",
  open: "Both TOA and Proxy Protocol.",
};
