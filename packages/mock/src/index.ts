export type { Credentials } from "./credentials.js";
export type { Contract, Mock, MockOptions, QueueEntry } from "./mock-options.js";
export {
  createManualClock,
  type ManualClock,
  type MockClock,
  type ScenarioName,
} from "./scenario.js";
export type { ResponseEntry, Fault, ScriptEntry, ServiceState, Word } from "./script.js";
export { startMock } from "./start-mock.js";
