import { afterEach, expect, test } from "@jest/globals";
import { createManualClock, type Mock, startMock } from "@vpcep/mock";

import { ask, projectId, serviceId } from "./ask.js";

let mock: Mock;
afterEach(() => mock.close());

const clock = createManualClock(0);
const start = async (): Promise<void> => {
  mock = await startMock({ clock, settleAfterMs: 60_000 });
};
const statusNow = async (headers: Record<string, string> = {}): Promise<unknown> => {
  const { status, body } = await ask(mock, { headers });
  return status === 200 ? (body as { status: string }).status : status;
};

test("create: changes from creating to available", async () => {
  await start();
  mock.startScenario({ projectId, serviceId }, "create");
  expect(await statusNow()).toBe("creating");
  clock.advance(59_999);
  expect(await statusNow()).toBe("creating");
  clock.advance(1);
  expect(await statusNow()).toBe("available");
});

test("create-fails: changes from creating to failed with an error", async () => {
  await start();
  mock.startScenario({ projectId, serviceId }, "create-fails");
  expect(await statusNow()).toBe("creating");
  clock.advance(60_000);
  const { body } = await ask(mock);
  expect(body).toMatchObject({ status: "failed", error: [{ error_code: "EndPoint.0001" }] });
});

test("delete: changes from deleting to 404", async () => {
  await start();
  mock.startScenario({ projectId, serviceId }, "delete");
  expect(await statusNow()).toBe("deleting");
  clock.advance(60_000);
  expect(await statusNow()).toBe(404);
});

test("only the first request with a Prefer header starts the scenario", async () => {
  await start();
  const prefer = { Prefer: "scenario=create" };
  expect(await statusNow(prefer)).toBe("creating");
  clock.advance(60_000);
  expect(await statusNow(prefer)).toBe("available");
  expect(await statusNow()).toBe("available");
  expect(await statusNow({ Prefer: "scenario=delete" })).toBe("deleting");
});

test("keeps a separate scenario for each service in each project", async () => {
  await start();
  mock.startScenario({ projectId, serviceId }, "delete");
  const other = await ask(mock, { serviceId: "another" });
  expect(other.body).toMatchObject({ status: "available" });
  const elsewhere = await ask(mock, { projectId: "another" });
  expect(elsewhere.body).toMatchObject({ status: "available" });
});

test("the Prefer header overrides the scenario", async () => {
  await start();
  mock.startScenario({ projectId, serviceId }, "delete");
  expect(await statusNow({ Prefer: "code=500" })).toBe(500);
});

test.each(["create", "create-fails"] as const)(
  "the scenario %s does not change immutable fields",
  async (scenario) => {
    await start();
    mock.startScenario({ projectId, serviceId }, scenario);
    const before = (await ask(mock)).body as Record<string, unknown>;
    clock.advance(60_000);
    const after = (await ask(mock)).body as Record<string, unknown>;
    const { status, error, updated_at, ...same } = after;
    const { status: first, ...rest } = before;
    expect(rest).toEqual(same);
    expect([first, status]).toEqual(["creating", scenario === "create" ? "available" : "failed"]);
    expect(error === undefined).toBe(scenario === "create");
    expect(Date.parse(String(updated_at)) - Date.parse(String(same["created_at"]))).toBe(60_000);
  },
);

test("keeps a created service's fields while the service is being deleted", async () => {
  await start();
  mock.startScenario({ projectId, serviceId }, "create");
  clock.advance(120_000);
  const before = (await ask(mock)).body as Record<string, unknown>;
  mock.startScenario({ projectId, serviceId }, "delete");
  const { body } = await ask(mock);
  expect(body).toMatchObject({ ...before, status: "deleting", updated_at: expect.any(String) });
});

test("a completed scenario changes only the service's timestamps", async () => {
  await start();
  const usual = (await ask(mock)).body as Record<string, unknown>;
  mock.startScenario({ projectId, serviceId }, "create");
  clock.advance(60_000);
  const { body } = await ask(mock);
  expect(body).toEqual({
    ...usual,
    created_at: expect.any(String),
    updated_at: expect.any(String),
  });
});
