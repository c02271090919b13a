// Starts Turborepo without telemetry or update checks: node scripts/turbo.cjs <turbo arguments>.
// Sets TASK_PLATFORM because Turborepo's hash doesn't include the Node version or the operating system.
require("./preflight.cjs");
Object.assign(process.env, {
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  TASK_PLATFORM: ["node", process.version, process.platform, process.arch].join(" "),
});
require("turbo/bin/turbo");
