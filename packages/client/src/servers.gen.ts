/**
 * Generated from the servers in openapi/openapi.yaml. Don't edit. Run `npm run generate`.
 */

/** Base URL of the service in each region of the contract. */
export const servers = {
  /** Production, region eu-de (Germany). */
  "eu-de": "https://vpcep.eu-de.otc.t-systems.com",
  /** Production, region eu-nl (Netherlands). */
  "eu-nl": "https://vpcep.eu-nl.otc.t-systems.com",
  /** Production, region eu-ch2 (Switzerland). The Swiss cloud is separate and has `.sc.` in its host names. */
  "eu-ch2": "https://vpcep.eu-ch2.sc.otc.t-systems.com",
} as const;
