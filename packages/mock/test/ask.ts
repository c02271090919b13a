import { request as send } from "node:http";

import type { Mock } from "@vpcep/mock";

export const projectId = "6e9dfd51d1124e8d8498dce894923a0d";
export const serviceId = "11111111-2222-4333-8444-555555555555";

export interface Request {
  method?: string;
  projectId?: string;
  serviceId?: string;
  /** Path to request. Default: the path of the details operation, with the IDs from this request. */
  path?: string;
  headers?: Record<string, string>;
  /** Whether to omit the token. */
  anonymous?: boolean;
}

export interface MockResponse {
  status: number;
  headers: Headers;
  body: unknown;
}

/**
 * Sends a request to the mock. Does not use `fetch`, which normalizes paths and rejects 407 responses.
 */
export function ask(mock: Mock, request: Request = {}): Promise<MockResponse> {
  const path =
    request.path ??
    `/v1/${request.projectId ?? projectId}/vpc-endpoint-services/${request.serviceId ?? serviceId}`;
  return new Promise((resolve, reject) => {
    const outgoing = send(
      mock.url,
      {
        path,
        method: request.method ?? "GET",
        headers: {
          ...(request.anonymous === true ? {} : { "X-Auth-Token": "mock-token" }),
          ...request.headers,
        },
        agent: false,
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (part: string) => (text += part));
        response.on("error", reject);
        response.on("end", () => {
          const headers = new Headers(response.headers as Record<string, string>);
          const json = headers.get("content-type")?.includes("json") === true;
          resolve({
            status: response.statusCode ?? 0,
            headers,
            body: json && text !== "" ? (JSON.parse(text) as unknown) : text,
          });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end();
  });
}
