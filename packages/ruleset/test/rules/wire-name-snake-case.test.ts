import { testRule } from "../test-rule.js";

testRule("vpcep-wire-name-snake-case", [
  {
    finds: "a property in camelCase",
    set: { "/components/schemas/Stop/properties/townName": { type: "string" } },
    at: "/components/schemas/Stop/properties/townName",
    says: 'The name "townName" of a property is not snake_case.',
  },
  {
    finds: "a parameter in kebab-case",
    set: { "/components/parameters/ParcelId/name": "parcel-id" },
    at: "/components/parameters/ParcelId",
    says: 'The name "parcel-id" of a parameter is not snake_case.',
  },
]);
