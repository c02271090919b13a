/**
 * Generated from openapi/openapi.yaml by openapi-typescript. Never edit: run `npm run generate`.
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
         * Answers with everything the service knows about one VPC endpoint service.
         *
         * The request has two path parameters, no query and no body; a `Content-Type` is not needed.
         * The caller needs the permission `vpcep:epservices:get`.
         *
         * `GET …/vpc-endpoint-services/public` and `GET …/vpc-endpoint-services/describe` are other
         * operations of the service, although their paths match this one.
         *
         * To wait for a creation, repeat the request until `status` is `available` or `failed`. To
         * wait for a deletion, repeat it until the answer is 404.
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
         * The error codes that this operation can plausibly return. The documentation does not say which
         * operation returns which code; these were selected from about 155.
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
         * @enum {string}
         */
        KnownErrorCode: "EndPoint.0001" | "EndPoint.0002" | "EndPoint.0003" | "EndPoint.0004" | "EndPoint.0005" | "EndPoint.0009" | "EndPoint.0012" | "EndPoint.0013" | "EndPoint.0014" | "EndPoint.0022" | "EndPoint.1008" | "EndPoint.2003" | "EndPoint.2029" | "EndPoint.3062" | "APIGW.0101" | "APIGW.0301" | "APIGW.0308";
        /**
         * Error body
         *
         * What VPCEP, or the API gateway in front of it, answers to a request that failed. Decide by HTTP
         * status and `error_code`. A code and its text are not tied to each other, so do not parse the text.
         */
        ErrorBody: {
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
             * More values may be added.
             * @example EndPoint.0005
             */
            error_code: string;
            /**
             * What went wrong, in English, for people; its wording may change.
             * @example The requested resource does not exist.
             */
            error_msg: string;
            /**
             * ID of the failed request, 32 hexadecimal digits; name it when you ask for support. In recorded
             * calls the gateway sends it and VPCEP itself does not.
             * @example 4e6f1b0c2d8a4f7e9b3c5d6a7e8f9012
             */
            request_id?: string;
        };
        /**
         * Gateway error body
         *
         * What the API gateway answers when it cannot match the request to any API, for instance because the
         * project ID in the path is empty.
         */
        GatewayErrorBody: {
            /**
             * What went wrong, in English, for people; its wording may change.
             * @example API not found
             */
            message: string;
            /**
             * ID of the failed request; empty in recorded calls.
             * @example
             */
            request_id?: string;
        };
        /**
         * IAM error body
         *
         * What Identity and Access Management (IAM) answers when it refuses the caller.
         */
        IamErrorBody: {
            /** The refusal. */
            error: {
                /**
                 * Format: int32
                 *
                 * The HTTP status of the response, as a number.
                 * @example 401
                 */
                code: number;
                /**
                 * What went wrong, in English, for people; its wording may change.
                 * @example The request you have made requires authentication.
                 */
                message: string;
                /**
                 * The reason phrase that belongs to the status.
                 * @example Unauthorized
                 */
                title?: string;
            };
        };
        /**
         * Known server type
         *
         * The documented kinds of backend resource.
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
         * The documented states of an endpoint service.
         *
         * - `creating`: Is being set up; not connectable yet.
         * - `available`: Is ready; endpoints can connect.
         * - `failed`: Could not be created; `error` says why.
         * - `deleting`: Is being removed; afterwards the answer is 404.
         * @enum {string}
         */
        KnownServiceStatus: "creating" | "available" | "failed" | "deleting";
        /**
         * Known service type
         *
         * The documented kinds of endpoint service.
         *
         * - `gateway`: Set up by the cloud's operators. Customers use it without creating one.
         * - `interface`: Either a cloud service that the operators set up, which customers may use but not
         * configure, or a private service that a customer created.
         * @enum {string}
         */
        KnownServiceType: "gateway" | "interface";
        /**
         * Known CIDR type
         *
         * The documented types of network segment.
         *
         * - `public`: A CIDR block of a public subnet.
         * - `internal`: A CIDR block of a private subnet; what the service sets by default.
         * @enum {string}
         */
        KnownCidrType: "public" | "internal";
        /**
         * Known protocol
         *
         * The documented transport protocols of a port mapping.
         *
         * - `TCP`: Transmission Control Protocol; what the service sets by default.
         * - `UDP`: User Datagram Protocol. Editions since 2023 no longer list it.
         * @enum {string}
         */
        KnownProtocol: "TCP" | "UDP";
        /**
         * Port mapping
         *
         * Connects a port that clients use on a VPC endpoint with a port of the backend.
         */
        PortMapping: {
            /**
             * Format: int32
             *
             * Port on the side of the VPC endpoint: the one that a client connects to in order to reach the
             * endpoint service. From 1 to 65535.
             * @example 8080
             */
            client_port: number;
            /**
             * Format: int32
             *
             * Port on the side of the backend: the one on which the backend provides its service. From 1 to
             * 65535.
             * @example 90
             */
            server_port: number;
            /**
             * Transport protocol of the mapping. By default, the service sets `TCP`.
             *
             * - `TCP`: Transmission Control Protocol; what the service sets by default.
             * - `UDP`: User Datagram Protocol. Editions since 2023 no longer list it.
             *
             * More values may be added.
             * @example TCP
             */
            protocol?: string;
        };
        /**
         * Known TCP proxy
         *
         * The documented ways to pass on what the service knows about the client.
         *
         * - `close`: Neither TOA nor Proxy Protocol; what the service sets by default.
         * - `toa_open`: TOA only.
         * - `proxy_open`: Proxy Protocol only.
         * - `open`: Both TOA and Proxy Protocol.
         * @enum {string}
         */
        KnownTcpProxy: "close" | "toa_open" | "proxy_open" | "open";
        /**
         * Resource tag
         *
         * A key and a value that the owner attached to the endpoint service.
         */
        ResourceTag: {
            /**
             * Name of the tag, never empty. When it was set it could have up to 36 Unicode characters:
             * letters, digits, hyphens (`-`) and underscores (`_`). Later editions allow other characters.
             * @example stage
             */
            key?: string;
            /**
             * Content of the tag; may be empty. When it was set it could have up to 43 Unicode characters:
             * letters, digits, hyphens (`-`) and underscores (`_`). Later editions allow other characters.
             * @example production
             */
            value?: string;
        };
        /**
         * Service failure
         *
         * One reason why the endpoint service could not be created.
         */
        ServiceFailure: {
            /**
             * Code of the failure. Its values are not documented.
             * @example EndPoint.0001
             */
            error_code?: string;
            /**
             * What went wrong, in English, for people; its wording may change.
             * @example The backend port could not be bound.
             */
            error_message?: string;
        };
        /**
         * VPC endpoint service
         *
         * One VPC endpoint service: a backend resource of a project (a server, a virtual IP address or a
         * load balancer) that VPC endpoints in other VPCs may connect to.
         *
         * Fields that do not apply to a service are left out; none is ever documented as `null`. Later
         * editions of the service may add fields and values, so ignore what you do not know.
         */
        VpcEndpointService: {
            /**
             * Unique ID of this endpoint service. A UUID in every published sample.
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
             * @example 4189d3c2-8882-4871-a3c2-d380272eed88
             */
            port_id: string;
            /**
             * ID of the cluster that belongs to the target of the endpoint. Some editions of the
             * documentation do not list it.
             * @example 5289d3c2-8882-4871-a3c2-d380272eed80
             */
            pool_id?: string;
            /**
             * ID of the virtual NIC that carries the virtual IP address. The 2025 edition no longer lists it.
             *
             * `vip_port_id` is present only when `server_type` is `VIP`.
             * @example 1f6a3c52-0d4e-4b8a-9c7e-2b5d8e914f60
             */
            vip_port_id?: string;
            /**
             * Full name of the endpoint service. The service composes it: `<region>.<name>.<id>` or
             * `<region>.<id>`. Length and characters are not documented; expect dots.
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
             * More values may be added.
             * @example VM
             */
            server_type: string;
            /**
             * ID of the VPC in which the backend resource lives.
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
             * More values may be added.
             * @example available
             */
            status: string;
            /**
             * Which of the two kinds of endpoint service this is. Both kinds are reached by creating a VPC
             * endpoint for them.
             *
             * - `gateway`: Set up by the cloud's operators. Customers use it without creating one.
             * - `interface`: Either a cloud service that the operators set up, which customers may use but not
             * configure, or a private service that a customer created.
             *
             * More values may be added.
             * @example interface
             */
            service_type: string;
            /**
             * When the endpoint service was created, in UTC: `YYYY-MM-DDTHH:MM:SSZ`. The printed example of
             * this operation has a fraction of a second in place of the `Z`. Without a zone, UTC is meant;
             * JavaScript's `Date` would read such a value as local time.
             *
             * The date in `created_at` exists in the calendar. `created_at` ends in `Z`, or in a fraction of a second without a zone.
             * @example 2018-01-30T07:42:01.174
             * @example 2018-01-30T07:42:01Z
             */
            created_at: string;
            /**
             * When the endpoint service was last changed, in UTC and in the same forms as `created_at`.
             * No published example of this operation shows it.
             *
             * The date in `updated_at` exists in the calendar. `updated_at` ends in `Z`, or in a fraction of a second without a zone.
             * @example 2018-01-30T07:43:12Z
             */
            updated_at?: string;
            /**
             * ID of the project that owns the endpoint service: 32 hexadecimal digits in every published
             * sample. The console shows it under My Credentials; `GET {IAM}/v3/projects` lists it.
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
             * More values may be added.
             * @example internal
             */
            cidr_type?: string;
            /**
             * The port mappings that the endpoint service opens. Endpoint services that share a `port_id`
             * must also differ from each other: with the same protocol, neither a service port nor a
             * terminal port may occur twice among them.
             *
             * No two mappings in `ports` are the same.
             */
            ports: components["schemas"]["PortMapping"][];
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
             * More values may be added.
             * @example close
             */
            tcp_proxy?: string;
            /** Tags that are attached to the endpoint service. */
            tags?: components["schemas"]["ResourceTag"][];
            /**
             * Why the creation failed. Not to be confused with the body of an HTTP error, which names its
             * text `error_msg`.
             *
             * `error` is present only when `status` is `failed`.
             */
            error?: components["schemas"]["ServiceFailure"][];
        };
    };
    responses: {
        /**
         * Any other status that means failure.
         *
         * Decide by the class of the status: 4xx is for the caller to fix, 5xx may pass.
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
         * The endpoint service exists; the body describes it. That the creation failed shows here as well,
         * in `status` and `error`.
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
         * Check both IDs before anything else. One code is not the caller's mistake: `EndPoint.0022` means
         * too many requests, so wait and send the same request again. A missing endpoint service may show
         * here as `EndPoint.2003`, although live systems answer 404.
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
         * The caller is not known: no token, an expired or wrong one, or a wrong signature.
         *
         * Get a new token, or check the keys, the clock and the signed headers. The body comes from VPCEP,
         * from the gateway or from IAM.
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
         * The caller is known but may not do this.
         *
         * Ask for the permission `vpcep:epservices:get`, and check that the token belongs to the project in
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
         * There is no such endpoint service: it never existed, it belongs to another project, or it has been
         * deleted.
         *
         * After a deletion this is the expected answer, not a failure. With the body of the gateway the path
         * itself is wrong; an empty project ID is the usual cause.
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
         * The path exists, but not for this HTTP method.
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
         * The service cannot answer in a form that the `Accept` header allows.
         *
         * Accept `application/json`.
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
         * A proxy between the caller and the service wants the caller to authenticate.
         *
         * Give the proxy its credentials. The body is the proxy's own and need not be JSON.
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
         * Send it again.
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
         * The request conflicts with another one that is being processed.
         *
         * Read the state of the endpoint service again before you go on.
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
         * The gateway throttles the caller.
         *
         * Wait as long as `Retry-After` says, or longer after each try. The documentation does not list this
         * status, but gateways of this cloud do send it; the service's own throttling is 400 with
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
         * Send the request again, a few times at most.
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
         * The service does not offer the function that was asked for.
         *
         * Sending the request again does not help.
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
         * A gateway got no valid answer from the service.
         *
         * Send the request again after a while. The body may be the gateway's own and need not be JSON.
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
         * The service is not available for now.
         *
         * Wait as long as `Retry-After` says, then send the request again. The body may be a proxy's own and
         * need not be JSON.
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
         * The service did not answer in time.
         *
         * Send the request again. The body may be a proxy's own and need not be JSON.
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
         * The project in which to look: 32 hexadecimal digits in every published sample. The console shows
         * it under My Credentials; `GET {IAM}/v3/projects` lists it. A token must belong to the same
         * project. Left empty, the request ends at the gateway with a 404 that looks like a missing
         * resource.
         * @example 6e9dfd51d1124e8d8498dce894923a0d
         */
        ProjectId: string;
        /**
         * The endpoint service to describe. A UUID in every published sample. Creating a service returns it,
         * and the list of services shows it. `public` and `describe` are not IDs: they belong to other
         * operations.
         * @example 4189d3c2-8882-4871-a3c2-d380272eed88
         */
        VpcEndpointServiceId: string;
    };
    requestBodies: never;
    headers: {
        /** ID of this request: 32 hexadecimal digits in recorded calls. Name it when you ask for support. */
        RequestId: string;
        /**
         * How long to wait before the request is sent again: a number of seconds, or the HTTP date to wait
         * for. Without it, wait longer after each try.
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
                 * The project in which to look: 32 hexadecimal digits in every published sample. The console shows
                 * it under My Credentials; `GET {IAM}/v3/projects` lists it. A token must belong to the same
                 * project. Left empty, the request ends at the gateway with a 404 that looks like a missing
                 * resource.
                 * @example 6e9dfd51d1124e8d8498dce894923a0d
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * The endpoint service to describe. A UUID in every published sample. Creating a service returns it,
                 * and the list of services shows it. `public` and `describe` are not IDs: they belong to other
                 * operations.
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
