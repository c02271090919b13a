import { describe, expect, test } from "@jest/globals";
import { createManualClock, startMock } from "@vpcep/mock";

import { createClient, ServiceFailedError, type VpcEndpointService } from "../src/index.js";
import { json, rejection, stubClient } from "./stub-client.js";

const projectId = "6e9dfd51d1124e8d8498dce894923a0d";
const serviceId = "4189d3c2-8882-4871-a3c2-d380272eed88";
const state = (status: string, more = {}) => json(200, { id: serviceId, status, ...more });
const gone = json(404, { error_code: "EndPoint.0005", error_msg: "Gone." });

describe("waitForVpcEndpointService, with a mock server whose clock advances during each delay", () => {
  const run = async (
    scenario: "create" | "create-fails" | "delete",
    use: (vpcep: ReturnType<typeof createClient>, sleeps: number[]) => Promise<void>,
  ) => {
    const clock = createManualClock();
    const mock = await startMock({ clock });
    const sleeps: number[] = [];
    try {
      mock.startScenario({ projectId, serviceId }, scenario);
      const vpcep = createClient({
        baseUrl: mock.url,
        projectId,
        token: "mock-token",
        sleep: (ms) => {
          sleeps.push(ms);
          clock.advance(ms);
          return Promise.resolve();
        },
      });
      await use(vpcep, sleeps);
    } finally {
      await mock.close();
    }
  };

  test("resolves when the new endpoint service is available", async () => {
    await run("create", async (vpcep, sleeps) => {
      const polls: string[] = [];
      const service = await vpcep.waitForVpcEndpointService(serviceId, {
        until: "available",
        intervalMs: 30_000,
        onPoll: ({ status }) => polls.push(status),
      });
      expect(service.status).toBe("available");
      expect(polls).toEqual(["creating", "creating", "creating", "available"]);
      expect(sleeps).toEqual([30_000, 30_000, 30_000]);
    });
  });

  test("rejects with the reasons if the creation fails", async () => {
    await run("create-fails", async (vpcep) => {
      const error = await rejection(
        vpcep.waitForVpcEndpointService(serviceId, { until: "available" }),
      );
      expect(error).toBeInstanceOf(ServiceFailedError);
      expect(error).toMatchObject({
        failures: [
          { error_code: "EndPoint.0001", error_message: "The backend port could not be bound." },
        ],
        service: { status: "failed" },
        message: `${serviceId} could not be created: EndPoint.0001 The backend port could not be bound. Delete the endpoint service, fix the cause, and create it again.`,
      });
    });
  });

  test("a 404 resolves a wait for a deletion", async () => {
    await run("delete", async (vpcep, sleeps) => {
      const polls: VpcEndpointService[] = [];
      await vpcep.waitForVpcEndpointService(serviceId, {
        until: "deleted",
        onPoll: (service) => polls.push(service),
      });
      expect(polls).toHaveLength(18);
      expect(new Set(sleeps)).toEqual(new Set([5000]));
    });
  });
});

test("a failed status does not end a wait for a deletion", async () => {
  const { vpcep, requests } = stubClient([state("failed"), state("deleting"), gone]);
  await vpcep.waitForVpcEndpointService(serviceId, { until: "deleted" });
  expect(requests).toHaveLength(3);
});

test.each([
  ["a gateway error code", json(404, { error_code: "APIGW.0101", error_msg: "No API." })],
  ["only a message from the gateway", json(404, { message: "API not found", request_id: "" })],
  ["an IAM error", json(404, { error: { code: 404, message: "Not found.", title: "Not Found" } })],
  ["a proxy's HTML page", new Response("<h1>Not Found</h1>", { status: 404 })],
])("a 404 with %s does not count as a deletion", async (_, response) => {
  const { vpcep } = stubClient([response]);
  expect(
    await rejection(vpcep.waitForVpcEndpointService(serviceId, { until: "deleted" })),
  ).toMatchObject({ name: "NotFoundError", status: 404 });
});

test("a 404 rejects a wait for availability", async () => {
  const { vpcep } = stubClient([state("creating"), gone]);
  expect(
    await rejection(vpcep.waitForVpcEndpointService(serviceId, { until: "available" })),
  ).toMatchObject({ name: "NotFoundError" });
});

test.each([undefined, "text", [], [null], [{}], { error_code: "E" }])(
  "a failed creation with the reasons %j results in a ServiceFailedError",
  async (error) => {
    const { vpcep } = stubClient([state("failed", { error })]);
    expect(
      await rejection(vpcep.waitForVpcEndpointService(serviceId, { until: "available" })),
    ).toMatchObject({ name: "ServiceFailedError" });
  },
);

test("an unknown status does not end the wait", async () => {
  const { vpcep, requests } = stubClient([state("migrating"), state("available")]);
  await vpcep.waitForVpcEndpointService(serviceId, { until: "available" });
  expect(requests).toHaveLength(2);
});

test("a poll is retried after a temporary failure", async () => {
  const { vpcep } = stubClient([
    state("creating"),
    new Response("", { status: 503 }),
    state("available"),
  ]);
  await expect(
    vpcep.waitForVpcEndpointService(serviceId, { until: "available" }),
  ).resolves.toBeTruthy();
});

test("the message of a timeout error contains the expected status", async () => {
  const { vpcep, requests } = stubClient([state("creating")], { sleep: undefined });
  const error = await rejection(
    vpcep.waitForVpcEndpointService(serviceId, {
      until: "available",
      timeoutMs: 100,
      intervalMs: 30,
    }),
  );
  expect(error).toMatchObject({
    name: "TimeoutError",
    message: `${serviceId} was not available within 100 ms. Try again later, or increase timeoutMs.`,
  });
  expect(requests.length).toBeGreaterThan(1);
});

test("aborting between two polls rejects the wait with the caller's reason", async () => {
  const controller = new AbortController();
  const { vpcep, requests } = stubClient([state("creating")], { sleep: undefined });
  const started = performance.now();
  expect(
    await rejection(
      vpcep.waitForVpcEndpointService(serviceId, {
        until: "available",
        signal: controller.signal,
        intervalMs: 60_000,
        onPoll: () => {
          setTimeout(() => {
            controller.abort("changed my mind");
          }, 10);
        },
      }),
    ),
  ).toBe("changed my mind");
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(requests).toHaveLength(1);
});
