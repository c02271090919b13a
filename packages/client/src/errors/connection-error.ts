import { VpcepError } from "./vpcep-error.js";
import { nameError } from "./name-error.js";

/** No complete answer arrived: no connection, a wrong certificate, or one that broke. `cause` is what `fetch` threw. */
export class ConnectionError extends VpcepError {
  declare readonly name: "ConnectionError";
  static {
    nameError(this, "ConnectionError", "Check the network, the base URL and its certificate.");
  }
}
