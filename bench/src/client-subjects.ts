/** A client that is compared, and what it does beyond sending a request. */
export interface ClientSubject {
  /** File in `subjects/clients/`, without its ending. */
  file: string;
  label: string;
  /** npm package whose version is reported; a generator's for a generated client. */
  package: string;
  /** Packages that a user installs to run it; empty for generated code without any. */
  installs: readonly string[];
  retries: boolean;
  timeouts: boolean;
  /** HTTP errors arrive as classes or types that the contract gives. */
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

/** The least that can give up: says what a signal costs in `fetch` itself. */
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

/** Every client, ours and the peers. */
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
