// Checks that `isVpcepError` and `instanceof` recognize errors from the package's other module format.
import assert from "node:assert/strict";
import { createRequire } from "node:module";

const name = process.argv[2] === "vpcep" ? "@vpcep/client" : process.argv[2];
const esm = await import(name);
const cjs = createRequire(import.meta.url)(name);
if (name === "@vpcep/client") {
  const options = { baseUrl: process.env.VPCEP_BASE_URL, projectId: "p", token: "wrong" };
  const error = await cjs
    .createClient(options)
    .getVpcEndpointService("s")
    .catch((reason) => reason);
  assert.notEqual(esm.AuthenticationError, cjs.AuthenticationError);
  assert(
    esm.isVpcepError(error, "AuthenticationError") && error instanceof esm.AuthenticationError,
  );
} else assert(esm && cjs);
