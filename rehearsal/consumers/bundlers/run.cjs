// Runs a bundle without access to Node's module system, as in a browser: node run.cjs <bundle>.
const { readFileSync } = require("node:fs");

globalThis.BASE_URL = process.env.VPCEP_BASE_URL;
(0, eval)(readFileSync(process.argv[2], "utf8"));
Promise.resolve(globalThis.result).then((status) => {
  if (status !== "available") throw new Error("the status is " + String(status));
});
