import { expect, test } from "@jest/globals";

import { sleep } from "../src/time-limit.js";

const timers = (): number =>
  process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;

test("sleeps for the given time", async () => {
  const started = performance.now();
  await sleep(30, new AbortController().signal);
  expect(performance.now() - started).toBeGreaterThan(28);
});

test("stops sleeping when the signal is aborted, and clears the timer", async () => {
  const before = timers();
  await sleep(60_000, AbortSignal.abort());
  const controller = new AbortController();
  const wait = sleep(60_000, controller.signal);
  controller.abort();
  await wait;
  expect(timers()).toBe(before);
});

test.each([Infinity, 2 ** 31])(
  "a delay of %p milliseconds does not end immediately",
  async (ms) => {
    const controller = new AbortController();
    let over = false;
    const wait = sleep(ms, controller.signal).then(() => (over = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(over).toBe(false);
    controller.abort();
    await wait;
  },
);
