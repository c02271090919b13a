import { validate } from "@vpcep/client/validate";

/** Finds every violation, with its JSON Pointer. */
export const isValid = (body) => validate(body).length === 0;
