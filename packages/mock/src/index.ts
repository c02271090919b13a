export type { Credentials } from "./credentials.js";
export type { Fault } from "./fault.js";
export { createManualClock, type ManualClock, type MockClock } from "./mock-clock.js";
export type { Mock, MockOptions } from "./mock-options.js";
export type { Contract } from "./read-contract.js";
export type { ScenarioName } from "./scenario.js";
export { startMock } from "./start-mock.js";
