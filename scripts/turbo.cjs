// Turborepo with its telemetry and its look for updates switched off, for whoever starts it by hand or from a script of
// package.json: node scripts/turbo.cjs <arguments of turbo>. turbo.json has no key for the former.
// Turborepo hashes neither the version of Node nor the operating system; turbo.json names TASK_PLATFORM instead.
require("./preflight.cjs");
Object.assign(process.env, {
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  TASK_PLATFORM: ["node", process.version, process.platform, process.arch].join(" "),
});
require("turbo/bin/turbo");
