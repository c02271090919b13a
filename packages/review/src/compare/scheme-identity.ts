import { plain } from "../load/plain.js";
import type { Site } from "../load/site.js";

/**
 * What a security scheme is, for the question whether two alternatives ask for the same: its kind and the
 * place of the credential. Addresses and scopes of its flows are compared apart.
 */
export function schemeIdentity(scheme: Site): unknown {
  const { type, in: place, name, scheme: http } = plain(scheme) as Record<string, unknown>;
  switch (type) {
    case "apiKey":
      return { type, place, name: place === "header" ? String(name).toLowerCase() : name };
    case "http":
      return { type, http: String(http).toLowerCase() };
    default:
      return { type };
  }
}
