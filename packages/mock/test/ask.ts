import type { Mock } from "@vpcep/mock";

export const projectId = "6e9dfd51d1124e8d8498dce894923a0d";
export const serviceId = "11111111-2222-4333-8444-555555555555";

export interface Request {
  method?: string;
  projectId?: string;
  serviceId?: string;
  /** In place of the address of the operation. */
  path?: string;
  headers?: Record<string, string>;
  /** Without the token that is sent otherwise. */
  anonymous?: boolean;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** Sends one request to the mock and reads the answer. */
export async function ask(mock: Mock, request: Request = {}): Promise<Answer> {
  const path =
    request.path ??
    `/v1/${request.projectId ?? projectId}/vpc-endpoint-services/${request.serviceId ?? serviceId}`;
  const response = await fetch(mock.url + path, {
    method: request.method ?? "GET",
    headers: {
      ...(request.anonymous === true ? {} : { "X-Auth-Token": "mock-token" }),
      ...request.headers,
    },
  });
  const text = await response.text();
  const json = response.headers.get("content-type")?.includes("json") === true;
  return {
    status: response.status,
    headers: response.headers,
    body: json ? (JSON.parse(text) as unknown) : text,
  };
}
