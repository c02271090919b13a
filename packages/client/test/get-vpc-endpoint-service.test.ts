import { createServer, type RequestListener } from "node:http";

import { expect, test } from "@jest/globals";

import { createClient, isVpcepError, NotFoundError } from "../src/index.js";
import { onLoopback } from "./loopback.js";

const projectId = "6e9dfd51d1124e8d8498dce894923a0d";
const serviceId = "4189d3c2-8882-4871-a3c2-d380272eed88";

const listen = (listener: RequestListener, use: (url: string) => Promise<void>): Promise<void> =>
  onLoopback(createServer(listener), (port) => use(`http://127.0.0.1:${port}`));

test("sends a request with the token to the right path, and returns the body", async () => {
  await listen(
    (request, response) => {
      expect(request.url).toBe(`/v1/${projectId}/vpc-endpoint-services/${serviceId}`);
      expect(request.headers["x-auth-token"]).toBe("secret");
      response.setHeader("X-Request-Id", "4e6f1b0c").end('{"status":"available"}');
    },
    async (baseUrl) => {
      const vpcep = createClient({ baseUrl, projectId, token: "secret" });
      expect(await vpcep.getVpcEndpointService(serviceId)).toEqual({ status: "available" });
      const { data, response, requestId } =
        await vpcep.getVpcEndpointService.withResponse(serviceId);
      expect(data.status).toBe("available");
      expect(response.status).toBe(200);
      expect(requestId).toBe("4e6f1b0c");
    },
  );
});

test("a 404 is a NotFoundError with a hint", async () => {
  await listen(
    (_, response) => {
      response.writeHead(404).end('{"error_code":"EndPoint.0005","error_msg":"Gone."}');
    },
    async (baseUrl) => {
      const vpcep = createClient({ baseUrl, projectId, token: "secret" });
      const error: unknown = await vpcep
        .getVpcEndpointService(serviceId)
        .catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(NotFoundError);
      expect(isVpcepError(error, "ApiError")).toBe(true);
      expect(error).toMatchObject({
        name: "NotFoundError",
        status: 404,
        errorCode: "EndPoint.0005",
        attempts: 1,
        message: `404 EndPoint.0005 Gone. (GET ${baseUrl}/v1/${projectId}/vpc-endpoint-services/${serviceId}, attempt 1). Check both IDs and the region, unless the endpoint service was deleted.`,
      });
    },
  );
});
