/**
 * Generated from openapi/openapi.yaml by openapi-typescript. Don't edit. Run `npm run generate`.
 */
export interface paths {
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Query details of a VPC endpoint service
         *
         * Returns the details of a VPC endpoint service.
         *
         * The request has two path parameters, no query and no body, so it needs no `Content-Type`
         * header. The caller needs the permission `vpcep:epservices:get`.
         *
         * `GET …/vpc-endpoint-services/public` and `GET …/vpc-endpoint-services/describe` are different
         * operations, although their paths match this one.
         *
         * To wait until an endpoint service is created, poll until `status` is `available` or `failed`.
         * To wait until it is deleted, poll until the response is 404.
         */
        get: operations["getVpcEndpointService"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Known error code
         *
         * Error codes that this operation can plausibly return. The documentation lists about 155 codes and
         * does not say which operation returns which code.
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
         * - `APIGW.0101`: The gateway found no API at this address. Check the host, the path, and the project ID.
         * - `APIGW.0301`: The gateway rejected the token or the signature. Get a new token or check the access keys.
         * - `APIGW.0308`: The gateway is throttling the caller. Wait, then retry.
         * @enum {string}
         */
        KnownErrorCode: "EndPoint.0001" | "EndPoint.0002" | "EndPoint.0003" | "EndPoint.0004" | "EndPoint.0005" | "EndPoint.0009" | "EndPoint.0012" | "EndPoint.0013" | "EndPoint.0014" | "EndPoint.0022" | "EndPoint.1008" | "EndPoint.2003" | "EndPoint.2029" | "EndPoint.3062" | "APIGW.0101" | "APIGW.0301" | "APIGW.0308";
        /**
         * Error body
         *
         * The error response of VPCEP or of the API gateway in front of it. Handle errors by HTTP status and
         * `error_code`. Do not parse `error_msg`; the same code can have different texts.
         */
        ErrorBody: {
            /**
             * Error code: `EndPoint.` (VPCEP) or `APIGW.` (the gateway), followed by four digits. The
             * documentation spells one code `Endpoint.1018`, so ignore case when you compare. The values
             * listed here are those that this operation can plausibly return; VPCEP documents about 155.
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
             * - `APIGW.0101`: The gateway found no API at this address. Check the host, the path, and the project ID.
             * - `APIGW.0301`: The gateway rejected the token or the signature. Get a new token or check the access keys.
             * - `APIGW.0308`: The gateway is throttling the caller. Wait, then retry.
             *
             * More values may be added.
             * @example EndPoint.0005
             */
            error_code: string;
            /**
             * Error message in English. The wording may change.
             * @example The requested resource does not exist.
             */
            error_msg: string;
            /**
             * ID of the failed request, 32 hexadecimal digits. Include it when you contact support. In
             * recorded calls, the gateway sends this field and VPCEP does not.
             * @example 4e6f1b0c2d8a4f7e9b3c5d6a7e8f9012
             */
            request_id?: string;
        };
        /**
         * Gateway error body
         *
         * The response of the API gateway when no API matches the request, for example because the project ID
         * in the path is empty.
         */
        GatewayErrorBody: {
            /**
             * Error message in English. The wording may change.
             * @example API not found
             */
            message: string;
            /**
             * ID of the failed request. It is empty in recorded calls.
             * @example
             */
            request_id?: string;
        };
        /**
         * IAM error body
         *
         * The response of Identity and Access Management (IAM) when it rejects the caller.
         */
        IamErrorBody: {
            /** Details of the error. */
            error: {
                /**
                 * Format: int32
                 *
                 * HTTP status code of the response.
                 * @example 401
                 */
                code: number;
                /**
                 * Error message in English. The wording may change.
                 * @example The request you have made requires authentication.
                 */
                message: string;
                /**
                 * Reason phrase of the HTTP status.
                 * @example Unauthorized
                 */
                title?: string;
            };
        };
        /**
         * Known server type
         *
         * Documented types of backend resource.
         *
         * - `VM`: An Elastic Cloud Server (ECS).
         * - `VIP`: A virtual IP address.
         * - `LB`: An enhanced load balancer.
         * @enum {string}
         */
        KnownServerType: "VM" | "VIP" | "LB";
        /**
         * Known service status
         *
         * Documented statuses of an endpoint service.
         *
         * - `creating`: The endpoint service is being created. Endpoints cannot connect yet.
         * - `available`: The endpoint service is ready. Endpoints can connect.
         * - `failed`: The endpoint service could not be created. `error` contains the reasons.
         * - `deleting`: The endpoint service is being deleted. After that, requests return 404.
         * @enum {string}
         */
        KnownServiceStatus: "creating" | "available" | "failed" | "deleting";
        /**
         * Known service type
         *
         * Documented types of endpoint service.
         *
         * - `gateway`: A service that the operators set up. Customers use it directly, without creating one.
         * - `interface`: Either a cloud service that the operators set up, which customers can use but not configure, or a
         * private service that a customer created.
         * @enum {string}
         */
        KnownServiceType: "gateway" | "interface";
        /**
         * Known CIDR type
         *
         * Documented network segment types.
         *
         * - `public`: A CIDR block of a public subnet.
         * - `internal`: A CIDR block of a private subnet (the service's default).
         * @enum {string}
         */
        KnownCidrType: "public" | "internal";
        /**
         * Known protocol
         *
         * Documented transport protocols of a port mapping.
         *
         * - `TCP`: Transmission Control Protocol (the service's default).
         * - `UDP`: User Datagram Protocol. The documentation has not listed it since 2023.
         * @enum {string}
         */
        KnownProtocol: "TCP" | "UDP";
        /**
         * Port mapping
         *
         * Maps a port of the VPC endpoint to a port of the backend.
         */
        PortMapping: {
            /**
             * Format: int32
             *
             * Port on the side of the VPC endpoint. Clients connect to it to reach the endpoint service.
             * From 1 to 65535.
             * @example 8080
             */
            client_port: number;
            /**
             * Format: int32
             *
             * Port on the side of the backend, where the backend provides its service. From 1 to 65535.
             * @example 90
             */
            server_port: number;
            /**
             * Transport protocol. By default, the service sets `TCP`.
             *
             * - `TCP`: Transmission Control Protocol (the service's default).
             * - `UDP`: User Datagram Protocol. The documentation has not listed it since 2023.
             *
             * More values may be added.
             * @example TCP
             */
            protocol?: string;
        };
        /**
         * Known TCP proxy
         *
         * Documented ways to pass client information to the backend.
         *
         * - `close`: Neither TOA nor Proxy Protocol (the service's default).
         * - `toa_open`: TOA only.
         * - `proxy_open`: Proxy Protocol only.
         * - `open`: Both TOA and Proxy Protocol.
         * @enum {string}
         */
        KnownTcpProxy: "close" | "toa_open" | "proxy_open" | "open";
        /**
         * Resource tag
         *
         * A key-value pair that the owner attached to the endpoint service.
         */
        ResourceTag: {
            /**
             * Tag key, never empty. According to the 2020 edition, a key has up to 36 Unicode characters:
             * letters, digits, hyphens (`-`), and underscores (`_`). Later editions allow other characters.
             * @example stage
             */
            key?: string;
            /**
             * Tag value, which may be empty. According to the 2020 edition, a value has up to 43 Unicode
             * characters: letters, digits, hyphens (`-`), and underscores (`_`). Later editions allow other
             * characters.
             * @example production
             */
            value?: string;
        };
        /**
         * Service failure
         *
         * A reason why the endpoint service could not be created.
         */
        ServiceFailure: {
            /**
             * Failure code. The possible values are not documented.
             * @example EndPoint.0001
             */
            error_code?: string;
            /**
             * Failure message in English. The wording may change.
             * @example The backend port could not be bound.
             */
            error_message?: string;
        };
        /**
         * VPC endpoint service
         *
         * A VPC endpoint service: a backend resource (a server, a virtual IP address, or a load balancer)
         * that VPC endpoints in other VPCs can connect to.
         *
         * Fields that do not apply are omitted. No field is documented as `null`. The service may add fields
         * and values, so ignore those that you do not know.
         */
        VpcEndpointService: {
            /**
             * Unique ID of the endpoint service, a UUID in every published sample.
             * @example 4189d3c2-8882-4871-a3c2-d380272eed83
             */
            id: string;
            /**
             * UUID of the backend resource; some published responses print it without hyphens. What it
             * identifies depends on `server_type`:
             *
             * - `LB`: the port to which the load balancer's private IP address is bound.
             * - `VM`: the NIC of the ECS that runs the service.
             * - `VIP`: the NIC of the physical server that hosts the virtual resources.
             * @example 4189d3c2-8882-4871-a3c2-d380272eed88
             */
            port_id: string;
            /**
             * ID of the cluster associated with the target resource. Some editions of the documentation do not
             * list this field.
             * @example 5289d3c2-8882-4871-a3c2-d380272eed80
             */
            pool_id?: string;
            /**
             * ID of the virtual NIC that has the virtual IP address. The 2025 edition no longer lists this
             * field.
             *
             * `vip_port_id` is present only when `server_type` is `VIP`.
             * @example 1f6a3c52-0d4e-4b8a-9c7e-2b5d8e914f60
             */
            vip_port_id?: string;
            /**
             * Full name of the endpoint service, generated by the service as `<region>.<name>.<id>` or
             * `<region>.<id>`. The documentation specifies neither a maximum length nor allowed characters.
             * @example eu-de.orders.4189d3c2-8882-4871-a3c2-d380272eed83
             */
            service_name: string;
            /**
             * Type of backend resource. It determines what `port_id` identifies.
             *
             * - `VM`: An Elastic Cloud Server (ECS).
             * - `VIP`: A virtual IP address.
             * - `LB`: An enhanced load balancer.
             *
             * More values may be added.
             * @example VM
             */
            server_type: string;
            /**
             * ID of the VPC in which the backend resource is located.
             * @example 4189d3c2-8882-4871-a3c2-d380272eed80
             */
            vpc_id: string;
            /**
             * Whether the owner of the endpoint service must approve each connection. This determines the
             * initial status of a new VPC endpoint:
             *
             * - `false`: the endpoint is accepted at once.
             * - `true`: acceptance is pending until the owner approves the endpoint.
             *
             * Later editions call these endpoint statuses `accepted` and `pendingAcceptance`.
             * @example false
             */
            approval_enabled: boolean;
            /**
             * Status of the endpoint service. Creating or deleting one takes one to two minutes; poll this
             * operation until the status changes. After a deletion, the response is 404.
             *
             * - `creating`: The endpoint service is being created. Endpoints cannot connect yet.
             * - `available`: The endpoint service is ready. Endpoints can connect.
             * - `failed`: The endpoint service could not be created. `error` contains the reasons.
             * - `deleting`: The endpoint service is being deleted. After that, requests return 404.
             *
             * More values may be added.
             * @example available
             */
            status: string;
            /**
             * Type of endpoint service. Clients connect to either type by creating a VPC endpoint for it.
             *
             * - `gateway`: A service that the operators set up. Customers use it directly, without creating one.
             * - `interface`: Either a cloud service that the operators set up, which customers can use but not configure, or a
             * private service that a customer created.
             *
             * More values may be added.
             * @example interface
             */
            service_type: string;
            /**
             * When the endpoint service was created, in UTC: `YYYY-MM-DDTHH:MM:SSZ`. The documentation's
             * example has fractional seconds and no `Z`. Treat a value without a time zone as UTC;
             * JavaScript's `Date` parses it as local time.
             *
             * The date in `created_at` exists in the calendar. `created_at` ends in `Z` or in fractional seconds without a time zone.
             * @example 2018-01-30T07:42:01.174
             * @example 2018-01-30T07:42:01Z
             */
            created_at: string;
            /**
             * When the endpoint service was last updated, in UTC and in the same formats as `created_at`. No
             * published example of this operation shows this field.
             *
             * The date in `updated_at` exists in the calendar. `updated_at` ends in `Z` or in fractional seconds without a time zone.
             * @example 2018-01-30T07:43:12Z
             */
            updated_at?: string;
            /**
             * ID of the project that owns the endpoint service, 32 hexadecimal digits in every published
             * sample. The console shows it under My Credentials, and `GET {IAM}/v3/projects` lists it.
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
             * More values may be added.
             * @example internal
             */
            cidr_type?: string;
            /**
             * Port mappings of the endpoint service. Endpoint services that share a `port_id` cannot use the
             * same service port or the same terminal port with the same protocol.
             *
             * No two mappings in `ports` are the same.
             */
            ports: components["schemas"]["PortMapping"][];
            /**
             * How the service passes the client's IP address and port, or its `marker_id`, to the backend:
             *
             * - TCP TOA (TCP Option Address) puts this information in the `tcp option` field.
             * - Proxy Protocol puts it in the `tcp payload` field.
             *
             * The backend must be a server that can parse these fields. By default, the service sets `close`.
             *
             * - `close`: Neither TOA nor Proxy Protocol (the service's default).
             * - `toa_open`: TOA only.
             * - `proxy_open`: Proxy Protocol only.
             * - `open`: Both TOA and Proxy Protocol.
             *
             * More values may be added.
             * @example close
             */
            tcp_proxy?: string;
            /** Tags of the endpoint service. */
            tags?: components["schemas"]["ResourceTag"][];
            /**
             * Reasons why the endpoint service could not be created. This is not the body of an HTTP error,
             * which has its text in `error_msg`.
             *
             * `error` is present only when `status` is `failed`.
             */
            error?: components["schemas"]["ServiceFailure"][];
        };
    };
    responses: {
        /**
         * Any other error status.
         *
         * For a 4xx status, fix the request. For a 5xx status, retry later.
         */
        UnexpectedError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"] | components["schemas"]["GatewayErrorBody"] | components["schemas"]["IamErrorBody"];
            };
        };
        /**
         * The endpoint service exists. If it could not be created, `status` is `failed` and `error` contains
         * the reasons.
         */
        VpcEndpointServiceDetails: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["VpcEndpointService"];
            };
        };
        /**
         * The request is malformed, or the caller is being throttled.
         *
         * Check both IDs first. If `error_code` is `EndPoint.0022`, you sent too many requests; wait, then
         * retry. `EndPoint.2003` is documented for an endpoint service that does not exist, but live systems
         * return 404.
         */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * Authentication failed because the token or the signature is missing, invalid, or expired.
         *
         * Get a new token, or check the access keys, the clock, and the signed headers. The body comes from
         * VPCEP, the gateway, or IAM.
         */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"] | components["schemas"]["GatewayErrorBody"] | components["schemas"]["IamErrorBody"];
            };
        };
        /**
         * The caller is authenticated but not allowed to call this operation.
         *
         * Request the permission `vpcep:epservices:get`, and check that the token belongs to the project in
         * the path.
         */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"] | components["schemas"]["GatewayErrorBody"] | components["schemas"]["IamErrorBody"];
            };
        };
        /**
         * The endpoint service does not exist, belongs to another project, or has been deleted.
         *
         * After a deletion this is the expected response, not a failure. If the body comes from the gateway,
         * the path is wrong; check that the project ID is not empty.
         */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"] | components["schemas"]["GatewayErrorBody"] | components["schemas"]["IamErrorBody"];
            };
        };
        /**
         * The path does not support this HTTP method.
         *
         * Use `GET`.
         */
        MethodNotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * The service cannot return a media type that the `Accept` header allows.
         *
         * Send `Accept: application/json`.
         */
        NotAcceptable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * A proxy between the caller and the service requires authentication.
         *
         * Authenticate with the proxy. The body comes from the proxy and may not be JSON.
         */
        ProxyAuthenticationRequired: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/html": string;
            };
        };
        /**
         * The request took too long to arrive.
         *
         * Retry the request.
         */
        RequestTimeout: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * The request conflicts with another request that is in progress.
         *
         * Check the status of the endpoint service before you continue.
         */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * The gateway is throttling the caller.
         *
         * Wait for the time in `Retry-After`, or back off, then retry. The documentation does not list this
         * status, but gateways of this cloud return it. The service itself throttles with a 400 and
         * `EndPoint.0022`.
         */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"] | components["schemas"]["GatewayErrorBody"] | components["schemas"]["IamErrorBody"];
            };
        };
        /**
         * The service failed.
         *
         * Retry a few times at most.
         */
        InternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * The service does not support the requested function.
         *
         * Do not retry.
         */
        NotImplemented: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * A gateway got an invalid response from the service.
         *
         * Retry later. The body may come from the gateway and may not be JSON.
         */
        BadGateway: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/html": string;
            };
        };
        /**
         * The service is temporarily unavailable.
         *
         * Wait for the time in `Retry-After`, then retry. The body may come from a proxy and may not be JSON.
         */
        ServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/html": string;
            };
        };
        /**
         * The service did not respond in time.
         *
         * Retry the request. The body may come from a proxy and may not be JSON.
         */
        GatewayTimeout: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/html": string;
            };
        };
    };
    parameters: {
        /**
         * ID of the project that owns the endpoint service, 32 hexadecimal digits in every published sample.
         * The console shows it under My Credentials, and `GET {IAM}/v3/projects` lists it. The token must
         * belong to the same project. If the ID is empty, the gateway returns a 404 that looks like a missing
         * endpoint service.
         * @example 6e9dfd51d1124e8d8498dce894923a0d
         */
        ProjectId: string;
        /**
         * ID of the endpoint service, a UUID in every published sample. You get it when you create or list
         * endpoint services. `public` and `describe` are not IDs; they are part of other operations' paths.
         * @example 4189d3c2-8882-4871-a3c2-d380272eed88
         */
        VpcEndpointServiceId: string;
    };
    requestBodies: never;
    headers: {
        /** ID of this request, 32 hexadecimal digits in recorded calls. Include it when you contact support. */
        RequestId: string;
        /**
         * How long to wait before you retry: a number of seconds or an HTTP date. If the header is missing,
         * wait longer after each attempt.
         */
        RetryAfter: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getVpcEndpointService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * ID of the project that owns the endpoint service, 32 hexadecimal digits in every published sample.
                 * The console shows it under My Credentials, and `GET {IAM}/v3/projects` lists it. The token must
                 * belong to the same project. If the ID is empty, the gateway returns a 404 that looks like a missing
                 * endpoint service.
                 * @example 6e9dfd51d1124e8d8498dce894923a0d
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * ID of the endpoint service, a UUID in every published sample. You get it when you create or list
                 * endpoint services. `public` and `describe` are not IDs; they are part of other operations' paths.
                 * @example 4189d3c2-8882-4871-a3c2-d380272eed88
                 */
                vpc_endpoint_service_id: components["parameters"]["VpcEndpointServiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["VpcEndpointServiceDetails"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
}
