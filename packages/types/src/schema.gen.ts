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
         * The request has two path parameters but no query string or body, so it does not need a
         * `Content-Type` header. The caller needs the permission `vpcep:epservices:get`.
         *
         * `GET …/vpc-endpoint-services/public` and `GET …/vpc-endpoint-services/describe` are different
         * operations, although their paths match the path template of this operation.
         *
         * To wait until an endpoint service is created, poll until `status` is `available` or `failed`.
         * To wait until an endpoint service is deleted, poll until the response is 404.
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
         * Error codes that this operation can plausibly return. The documentation lists about 155 codes but
         * does not specify which operation returns which code.
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
         * @enum {string}
         */
        KnownErrorCode: "EndPoint.0001" | "EndPoint.0002" | "EndPoint.0003" | "EndPoint.0004" | "EndPoint.0005" | "EndPoint.0009" | "EndPoint.0012" | "EndPoint.0013" | "EndPoint.0014" | "EndPoint.0022" | "EndPoint.1008" | "EndPoint.2003" | "EndPoint.2029" | "EndPoint.3062" | "APIGW.0101" | "APIGW.0301" | "APIGW.0308";
        /**
         * Error body
         *
         * Error response from VPCEP or from the API gateway in front of it. Use the HTTP status and
         * `error_code` to handle errors. Do not parse `error_msg`, because its text can vary for the same code.
         */
        ErrorBody: {
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
             * ID of the failed request, 32 hexadecimal digits. Include the request ID when you contact support.
             * In recorded calls, the gateway sends this field, but VPCEP does not.
             * @example 4e6f1b0c2d8a4f7e9b3c5d6a7e8f9012
             */
            request_id?: string;
        };
        /**
         * Gateway error body
         *
         * Response from the API gateway when no API matches the request, for example because the project ID in
         * the path is empty.
         */
        GatewayErrorBody: {
            /**
             * Error message in English. The wording may change.
             * @example API not found
             */
            message: string;
            /**
             * ID of the failed request. In recorded calls, this field is empty.
             * @example
             */
            request_id?: string;
        };
        /**
         * IAM error body
         *
         * Response from Identity and Access Management (IAM) when IAM rejects the caller.
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
         * - `deleting`: The endpoint service is being deleted. After the deletion, requests return 404.
         * @enum {string}
         */
        KnownServiceStatus: "creating" | "available" | "failed" | "deleting";
        /**
         * Known service type
         *
         * Documented types of endpoint service.
         *
         * - `gateway`: A service that the operators set up. Customers can use gateway services directly and do not need to create them.
         * - `interface`: A cloud service that the operators set up, or a private service that a customer created. Customers
         * can use but not configure the operators' services.
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
         * Documented transport protocols for a port mapping.
         *
         * - `TCP`: Transmission Control Protocol (the service's default).
         * - `UDP`: User Datagram Protocol. The documentation has not listed UDP since 2023.
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
             * Port of the VPC endpoint, from 1 to 65535. Clients connect to this port to reach the endpoint
             * service.
             * @example 8080
             */
            client_port: number;
            /**
             * Format: int32
             *
             * Port of the backend, from 1 to 65535. The backend provides its service on this port.
             * @example 90
             */
            server_port: number;
            /**
             * Transport protocol. By default, the service sets `TCP`.
             *
             * - `TCP`: Transmission Control Protocol (the service's default).
             * - `UDP`: User Datagram Protocol. The documentation has not listed UDP since 2023.
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
             * Tag key, which is never empty. According to the 2020 edition, a key has up to 36 Unicode characters:
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
         * Fields that do not apply are omitted. No published sample contains `null`. The service may add fields
         * and values, so ignore any that you do not recognize.
         */
        VpcEndpointService: {
            /**
             * Unique ID of the endpoint service. In every published sample, the ID is a UUID.
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
             * Type of backend resource. The type determines what `port_id` identifies.
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
             * Whether the owner of the endpoint service must approve each connection. This setting
             * determines the initial status of a new VPC endpoint:
             *
             * - `false`: the endpoint is accepted at once.
             * - `true`: acceptance is pending until the owner approves the endpoint.
             *
             * Later editions call these endpoint statuses `accepted` and `pendingAcceptance`.
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
             * More values may be added.
             * @example available
             */
            status: string;
            /**
             * Type of endpoint service. Customers connect to an endpoint service of either type by creating a
             * VPC endpoint.
             *
             * - `gateway`: A service that the operators set up. Customers can use gateway services directly and do not need to create them.
             * - `interface`: A cloud service that the operators set up, or a private service that a customer created. Customers
             * can use but not configure the operators' services.
             *
             * More values may be added.
             * @example interface
             */
            service_type: string;
            /**
             * Time in UTC at which the endpoint service was created, in the format `YYYY-MM-DDTHH:MM:SSZ`. The
             * documentation's example has fractional seconds and no `Z`. Treat a value without a time zone as
             * UTC. JavaScript's `Date` parses a value without a time zone as local time.
             *
             * The date in `created_at` is a valid calendar date. `created_at` ends in `Z` or in fractional seconds without a time zone.
             * @example 2018-01-30T07:42:01.174
             * @example 2018-01-30T07:42:01Z
             */
            created_at: string;
            /**
             * Time in UTC at which the endpoint service was last updated, in the same formats as `created_at`.
             * No published example of this operation includes this field.
             *
             * The date in `updated_at` is a valid calendar date. `updated_at` ends in `Z` or in fractional seconds without a time zone.
             * @example 2018-01-30T07:43:12Z
             */
            updated_at?: string;
            /**
             * ID of the project that owns the endpoint service. In every published sample, the ID consists of 32
             * hexadecimal digits. To find the ID, open My Credentials in the console or call
             * `GET {IAM}/v3/projects`.
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
             * Port mappings of the endpoint service. Two endpoint services that share a `port_id` cannot use the
             * same protocol with the same service port or with the same terminal port.
             *
             * No two mappings in `ports` are the same.
             */
            ports: components["schemas"]["PortMapping"][];
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
             * More values may be added.
             * @example close
             */
            tcp_proxy?: string;
            /** Tags of the endpoint service. */
            tags?: components["schemas"]["ResourceTag"][];
            /**
             * Reasons why the endpoint service could not be created. The items of this array have
             * `error_message`, whereas the body of an HTTP error has `error_msg`.
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
         * The endpoint service exists. If the endpoint service could not be created, `status` is `failed`, and
         * `error` contains the reasons.
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
         * retry. For an endpoint service that does not exist, the documentation lists `EndPoint.2003`, but live
         * systems return 404.
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
         * Authenticate with the proxy. The body comes from the proxy and is not always JSON.
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
         * Wait as specified in `Retry-After`, or back off if the header is missing. Then retry. The
         * documentation does not list this status, but gateways in this cloud return it. When the service
         * itself throttles a caller, it returns 400 with `EndPoint.0022`.
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
         * A gateway received an invalid response from the service.
         *
         * Retry later. The body can come from the gateway and is not always JSON.
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
         * Wait as specified in `Retry-After`, then retry. The body can come from a proxy and is not always
         * JSON.
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
         * Retry the request. The body can come from a proxy and is not always JSON.
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
         * ID of the project that owns the endpoint service. In every published sample, the ID consists of 32
         * hexadecimal digits. To find the ID, open My Credentials in the console or call
         * `GET {IAM}/v3/projects`. The token must be scoped to this project. If the ID is empty, the gateway
         * returns a 404 that looks like the 404 for a missing endpoint service.
         * @example 6e9dfd51d1124e8d8498dce894923a0d
         */
        ProjectId: string;
        /**
         * ID of the endpoint service. In every published sample, the ID is a UUID. To get the ID, create an
         * endpoint service or list the existing ones. `public` and `describe` are not IDs, because they are
         * path segments of other operations.
         * @example 4189d3c2-8882-4871-a3c2-d380272eed88
         */
        VpcEndpointServiceId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * ID of the request. In recorded calls, the ID consists of 32 hexadecimal digits. Include the request
         * ID when you contact support.
         */
        RequestId: string;
        /**
         * When to retry, as a number of seconds or as an HTTP date. If the header is missing, wait longer
         * after each attempt.
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
                 * ID of the project that owns the endpoint service. In every published sample, the ID consists of 32
                 * hexadecimal digits. To find the ID, open My Credentials in the console or call
                 * `GET {IAM}/v3/projects`. The token must be scoped to this project. If the ID is empty, the gateway
                 * returns a 404 that looks like the 404 for a missing endpoint service.
                 * @example 6e9dfd51d1124e8d8498dce894923a0d
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * ID of the endpoint service. In every published sample, the ID is a UUID. To get the ID, create an
                 * endpoint service or list the existing ones. `public` and `describe` are not IDs, because they are
                 * path segments of other operations.
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
