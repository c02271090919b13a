// Turborepo with its telemetry and its look for updates switched off, for whoever starts it by hand or from a script of
// package.json: node scripts/turbo.cjs <arguments of turbo>. turbo.json has no key for the former.
require("./preflight.cjs");
Object.assign(process.env, { TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" });
require("turbo/bin/turbo");
