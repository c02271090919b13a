/** A client that the benchmarks compare, with its features. */
export interface ClientSubject {
  /** Name of the file in `subjects/clients/`, without the extension. */
  file: string;
  label: string;
  /** npm package whose version is reported. For a generated client, the package is the generator. */
  package: string;
  /** Packages that a user has to install. Empty for generated code without dependencies. */
  installs: readonly string[];
  retries: boolean;
  timeouts: boolean;
  /** Whether the client's errors have classes or types that are derived from the contract. */
  typedErrors: boolean;
  ours?: boolean;
}

export const rawFetch: ClientSubject = {
  file: "raw-fetch",
  label: "raw fetch",
  package: "",
  installs: [],
  retries: false,
  timeouts: false,
  typedErrors: false,
};

/** A raw `fetch` call with a timeout, which shows the cost of an abort signal. */
export const rawFetchWithTimeout: ClientSubject = {
  ...rawFetch,
  file: "raw-fetch-timeout",
  label: "raw fetch + timeout",
  timeouts: true,
};

export const ours: ClientSubject = {
  file: "ours",
  label: "@vpcep/client",
  package: "@vpcep/client",
  installs: ["@vpcep/client"],
  retries: true,
  timeouts: true,
  typedErrors: true,
  ours: true,
};

export const oursValidating: ClientSubject = {
  ...ours,
  file: "ours-validating",
  label: "@vpcep/client + validate",
};

export const openapiFetch: ClientSubject = {
  file: "openapi-fetch",
  label: "openapi-fetch",
  package: "openapi-fetch",
  installs: ["openapi-fetch"],
  retries: false,
  timeouts: false,
  typedErrors: true,
};

/** All clients that the benchmarks compare. */
export const clientSubjects: readonly ClientSubject[] = [
  rawFetch,
  rawFetchWithTimeout,
  openapiFetch,
  ours,
  oursValidating,
  {
    file: "hey-api",
    label: "hey-api",
    package: "@hey-api/openapi-ts",
    installs: [],
    retries: false,
    timeouts: false,
    typedErrors: true,
  },
  {
    file: "redocly",
    label: "Redocly generate-client",
    package: "@redocly/cli",
    installs: [],
    retries: true,
    timeouts: true,
    typedErrors: true,
  },
  {
    file: "ky",
    label: "ky",
    package: "ky",
    installs: ["ky"],
    retries: true,
    timeouts: true,
    typedErrors: false,
  },
  {
    file: "ofetch",
    label: "ofetch",
    package: "ofetch",
    installs: ["ofetch"],
    retries: true,
    timeouts: true,
    typedErrors: false,
  },
  {
    file: "axios",
    label: "axios",
    package: "axios",
    installs: ["axios"],
    retries: false,
    timeouts: true,
    typedErrors: false,
  },
  {
    file: "vendor-sdk",
    label: "vendor SDK core",
    package: "@huaweicloud/huaweicloud-sdk-core",
    installs: ["@huaweicloud/huaweicloud-sdk-core"],
    retries: true,
    timeouts: true,
    typedErrors: false,
  },
];
