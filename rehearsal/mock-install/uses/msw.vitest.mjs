import { service } from "@vpcep/mock/fixtures";
import { getVpcEndpointService } from "@vpcep/mock/msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test } from "vitest";

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterAll(() => server.close());

test("returns a sequence", async () => {
  server.use(getVpcEndpointService(401, "creating", "available"));
  const answers = [];
  for (let index = 0; index < 3; index++) {
    const answer = await fetch("https://vpcep.example/v1/p/vpc-endpoint-services/s");
    answers.push([answer.status, (await answer.json()).status]);
  }
  expect(answers).toEqual([
    [401, undefined],
    [200, "creating"],
    [200, "available"],
  ]);
  expect(service({ server_type: "VIP" }).vip_port_id).toBeDefined();
});
