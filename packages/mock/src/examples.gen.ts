/**
 * Generated from the examples in openapi/components/examples. Don't edit. Run `npm run generate`.
 */
import type { ErrorBody, GatewayErrorBody, IamErrorBody, VpcEndpointService } from "@vpcep/types";

/** The type of each named example of the contract. */
export interface Examples {
  /** Example from the source document. */
  readonly "vpc-endpoint-service-printed": VpcEndpointService;
  /** Service behind a load balancer, with tags. */
  readonly "vpc-endpoint-service-load-balancer": VpcEndpointService;
  /** Service behind a virtual IP address. */
  readonly "vpc-endpoint-service-vip": VpcEndpointService;
  /** Gateway service that the operators set up. */
  readonly "vpc-endpoint-service-gateway": VpcEndpointService;
  /** Being created. */
  readonly "vpc-endpoint-service-creating": VpcEndpointService;
  /** Creation failed. */
  readonly "vpc-endpoint-service-failed": VpcEndpointService;
  /** Being deleted. */
  readonly "vpc-endpoint-service-deleting": VpcEndpointService;
  /** Malformed ID in the path. */
  readonly "error-invalid-service-id": ErrorBody;
  /** Throttled by the service (400). */
  readonly "error-throttled": ErrorBody;
  /** No valid token or signature. */
  readonly "error-authentication-failed": ErrorBody;
  /** Rejected by IAM. */
  readonly "error-iam-unauthorized": IamErrorBody;
  /** Missing permission. */
  readonly "error-permission-denied": ErrorBody;
  /** The endpoint service does not exist or has been deleted. */
  readonly "error-service-not-found": ErrorBody;
  /** Rejected by the gateway, with a request ID. */
  readonly "error-gateway-unknown-api": ErrorBody;
  /** Rejected by the gateway (short format). */
  readonly "error-gateway-api-not-found": GatewayErrorBody;
  /** A method other than GET. */
  readonly "error-method-not-allowed": ErrorBody;
  /** The Accept header excludes JSON. */
  readonly "error-not-acceptable": ErrorBody;
  /** A proxy requires credentials. */
  readonly "error-proxy-authentication-required": ErrorBody;
  /** HTML page from a proxy. */
  readonly "error-proxy-page": string;
  /** The request took too long to arrive. */
  readonly "error-request-timeout": ErrorBody;
  /** Another request is in progress. */
  readonly "error-conflict": ErrorBody;
  /** Throttled by the gateway. */
  readonly "error-too-many-requests": ErrorBody;
  /** The service failed. */
  readonly "error-internal": ErrorBody;
  /** Unsupported function. */
  readonly "error-not-implemented": ErrorBody;
  /** Invalid response from the service. */
  readonly "error-bad-gateway": ErrorBody;
  /** Temporarily unavailable. */
  readonly "error-service-unavailable": ErrorBody;
  /** Timed out inside the service. */
  readonly "error-gateway-timeout": ErrorBody;
  /** Any other error. */
  readonly "error-unexpected": ErrorBody;
}

/** The body of each named example. */
export const examples: Examples = {
  "vpc-endpoint-service-printed": {
    id: "4189d3c2-8882-4871-a3c2-d380272eed83",
    port_id: "4189d3c2-8882-4871-a3c2-d380272eed88",
    vpc_id: "4189d3c2-8882-4871-a3c2-d380272eed80",
    pool_id: "5289d3c2-8882-4871-a3c2-d380272eed80",
    status: "available",
    approval_enabled: false,
    service_name: "test123",
    service_type: "interface",
    server_type: "VM",
    project_id: "6e9dfd51d1124e8d8498dce894923a0d",
    created_at: "2018-01-30T07:42:01.174",
    ports: [
      { client_port: 8080, server_port: 90, protocol: "TCP" },
      { client_port: 8081, server_port: 80, protocol: "TCP" },
    ],
  },
  "vpc-endpoint-service-load-balancer": {
    id: "9b0f6c1e-53d7-4a2e-8f64-1d7c0a9be201",
    port_id: "2c7d40e8-61b5-4f39-a0d2-8e5f1b3c9a02",
    pool_id: "77e1a5c4-0b92-4d6f-b8a3-5f20c4d1e603",
    service_name: "eu-de.orders.9b0f6c1e-53d7-4a2e-8f64-1d7c0a9be201",
    server_type: "LB",
    vpc_id: "d04a8b7f-9e36-4c15-92f8-0b6e3d5a7c04",
    approval_enabled: true,
    status: "available",
    service_type: "interface",
    created_at: "2026-03-02T09:15:27Z",
    updated_at: "2026-03-02T09:16:48Z",
    project_id: "6e9dfd51d1124e8d8498dce894923a0d",
    cidr_type: "internal",
    ports: [{ client_port: 443, server_port: 8443, protocol: "TCP" }],
    tcp_proxy: "proxy_open",
    tags: [
      { key: "stage", value: "production" },
      { key: "on-call", value: "" },
    ],
  },
  "vpc-endpoint-service-vip": {
    id: "5e2c9a70-4f1b-4d83-9b6e-c3a8d7f01b05",
    port_id: "a81d3f6b-7c20-4e95-8d14-6f9b0e2c5d06",
    vip_port_id: "1f6a3c52-0d4e-4b8a-9c7e-2b5d8e914f60",
    service_name: "eu-nl.5e2c9a70-4f1b-4d83-9b6e-c3a8d7f01b05",
    server_type: "VIP",
    vpc_id: "30c7e9d5-8a4b-4f62-b1e0-9d5c2f7a8b07",
    approval_enabled: false,
    status: "available",
    service_type: "interface",
    created_at: "2026-05-19T14:02:11Z",
    updated_at: "2026-05-19T14:02:59Z",
    project_id: "6e9dfd51d1124e8d8498dce894923a0d",
    cidr_type: "internal",
    ports: [{ client_port: 5432, server_port: 5432, protocol: "TCP" }],
    tcp_proxy: "close",
  },
  "vpc-endpoint-service-gateway": {
    id: "c6d0b2f4-1a95-4e78-83bd-7e4f9a0c2d08",
    port_id: "e39a5c81-6f0d-4b27-95ea-1c8d4b7f0e09",
    service_name: "eu-de.storage.c6d0b2f4-1a95-4e78-83bd-7e4f9a0c2d08",
    server_type: "LB",
    vpc_id: "84f1d6a2-3b7c-4059-ae92-5d0c8e6b1f10",
    approval_enabled: false,
    status: "available",
    service_type: "gateway",
    created_at: "2025-11-06T06:30:00Z",
    project_id: "0f4c8e2a6b1d43959e7a5c3d1b8f6042",
    cidr_type: "public",
    ports: [
      { client_port: 80, server_port: 80, protocol: "TCP" },
      { client_port: 443, server_port: 443, protocol: "TCP" },
    ],
  },
  "vpc-endpoint-service-creating": {
    id: "9b0f6c1e-53d7-4a2e-8f64-1d7c0a9be201",
    port_id: "2c7d40e8-61b5-4f39-a0d2-8e5f1b3c9a02",
    service_name: "eu-de.orders.9b0f6c1e-53d7-4a2e-8f64-1d7c0a9be201",
    server_type: "LB",
    vpc_id: "d04a8b7f-9e36-4c15-92f8-0b6e3d5a7c04",
    approval_enabled: true,
    status: "creating",
    service_type: "interface",
    created_at: "2026-03-02T09:15:27Z",
    project_id: "6e9dfd51d1124e8d8498dce894923a0d",
    ports: [{ client_port: 443, server_port: 8443, protocol: "TCP" }],
  },
  "vpc-endpoint-service-failed": {
    id: "2d8f7b1c-90e4-4a56-b3c7-f1a6e5d09c11",
    port_id: "6b4e0d92-5c18-4f7a-8e21-a0d3c9b7f512",
    service_name: "eu-de.reports.2d8f7b1c-90e4-4a56-b3c7-f1a6e5d09c11",
    server_type: "VM",
    vpc_id: "f7c52a90-4d1e-4b83-96a8-e2b0d7c41f13",
    approval_enabled: true,
    status: "failed",
    service_type: "interface",
    created_at: "2026-08-11T21:47:05Z",
    updated_at: "2026-08-11T21:48:31Z",
    project_id: "6e9dfd51d1124e8d8498dce894923a0d",
    ports: [{ client_port: 9200, server_port: 9200, protocol: "TCP" }],
    error: [{ error_code: "EndPoint.0001", error_message: "The backend port could not be bound." }],
  },
  "vpc-endpoint-service-deleting": {
    id: "9b0f6c1e-53d7-4a2e-8f64-1d7c0a9be201",
    port_id: "2c7d40e8-61b5-4f39-a0d2-8e5f1b3c9a02",
    service_name: "eu-de.orders.9b0f6c1e-53d7-4a2e-8f64-1d7c0a9be201",
    server_type: "LB",
    vpc_id: "d04a8b7f-9e36-4c15-92f8-0b6e3d5a7c04",
    approval_enabled: true,
    status: "deleting",
    service_type: "interface",
    created_at: "2026-03-02T09:15:27Z",
    updated_at: "2026-03-09T16:20:03Z",
    project_id: "6e9dfd51d1124e8d8498dce894923a0d",
    ports: [{ client_port: 443, server_port: 8443, protocol: "TCP" }],
  },
  "error-invalid-service-id": {
    error_code: "EndPoint.3062",
    error_msg: "The endpoint service ID is invalid.",
  },
  "error-throttled": {
    error_code: "EndPoint.0022",
    error_msg: "Too many requests. Try again later.",
  },
  "error-authentication-failed": {
    error_code: "EndPoint.0003",
    error_msg: "Authentication failed.",
  },
  "error-iam-unauthorized": {
    error: { code: 401, message: "The request requires a valid token.", title: "Unauthorized" },
  },
  "error-permission-denied": {
    error_code: "EndPoint.0004",
    error_msg: "You do not have permission to call this operation.",
  },
  "error-service-not-found": {
    error_code: "EndPoint.0005",
    error_msg: "The requested resource does not exist.",
  },
  "error-gateway-unknown-api": {
    error_code: "APIGW.0101",
    error_msg: "No API was found for this request.",
    request_id: "8f2b64d19c0e4a73b5d80e6f1a2c3b4d",
  },
  "error-gateway-api-not-found": { message: "API not found", request_id: "" },
  "error-method-not-allowed": {
    error_code: "EndPoint.0002",
    error_msg: "The path does not support this HTTP method.",
  },
  "error-not-acceptable": {
    error_code: "EndPoint.0002",
    error_msg: "The response is not available in any accepted media type.",
  },
  "error-proxy-authentication-required": {
    error_code: "EndPoint.0003",
    error_msg: "The proxy requires authentication.",
  },
  "error-proxy-page": "<html><body><h1>The request could not be completed</h1></body></html>",
  "error-request-timeout": {
    error_code: "EndPoint.0013",
    error_msg: "The request did not arrive in time.",
  },
  "error-conflict": {
    error_code: "EndPoint.0002",
    error_msg: "Another request for this resource is in progress.",
  },
  "error-too-many-requests": {
    error_code: "APIGW.0308",
    error_msg: "The request limit has been exceeded.",
    request_id: "c3a90f5e7d1b4286a4e7f0b9d8c6125e",
  },
  "error-internal": { error_code: "EndPoint.0001", error_msg: "The system failed. Try again." },
  "error-not-implemented": {
    error_code: "EndPoint.0002",
    error_msg: "The service does not support this function.",
  },
  "error-bad-gateway": {
    error_code: "EndPoint.0001",
    error_msg: "The gateway received an invalid response from the service.",
  },
  "error-service-unavailable": {
    error_code: "EndPoint.0001",
    error_msg: "The service is temporarily unavailable.",
  },
  "error-gateway-timeout": { error_code: "EndPoint.0013", error_msg: "The request timed out." },
  "error-unexpected": { error_code: "EndPoint.0001", error_msg: "The request failed." },
};

/** The operation and status of each example, in the order of the contract. `default` is any other error status. */
export const exampleStatuses: readonly {
  readonly operationId: string;
  readonly example: keyof Examples;
  readonly status: number | "default";
  readonly mediaType: string;
}[] = [
  {
    operationId: "getVpcEndpointService",
    example: "vpc-endpoint-service-printed",
    status: 200,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "vpc-endpoint-service-load-balancer",
    status: 200,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "vpc-endpoint-service-vip",
    status: 200,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "vpc-endpoint-service-gateway",
    status: 200,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "vpc-endpoint-service-creating",
    status: 200,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "vpc-endpoint-service-failed",
    status: 200,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "vpc-endpoint-service-deleting",
    status: 200,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-invalid-service-id",
    status: 400,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-throttled",
    status: 400,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-authentication-failed",
    status: 401,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-iam-unauthorized",
    status: 401,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-permission-denied",
    status: 403,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-service-not-found",
    status: 404,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-gateway-unknown-api",
    status: 404,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-gateway-api-not-found",
    status: 404,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-method-not-allowed",
    status: 405,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-not-acceptable",
    status: 406,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-proxy-authentication-required",
    status: 407,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-proxy-page",
    status: 407,
    mediaType: "text/html",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-request-timeout",
    status: 408,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-conflict",
    status: 409,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-too-many-requests",
    status: 429,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-internal",
    status: 500,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-not-implemented",
    status: 501,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-bad-gateway",
    status: 502,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-proxy-page",
    status: 502,
    mediaType: "text/html",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-service-unavailable",
    status: 503,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-proxy-page",
    status: 503,
    mediaType: "text/html",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-gateway-timeout",
    status: 504,
    mediaType: "application/json",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-proxy-page",
    status: 504,
    mediaType: "text/html",
  },
  {
    operationId: "getVpcEndpointService",
    example: "error-unexpected",
    status: "default",
    mediaType: "application/json",
  },
];
