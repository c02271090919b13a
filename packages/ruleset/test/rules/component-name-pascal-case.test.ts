import { testRule } from "../test-rule.js";

testRule("vpcep-component-name-pascal-case", [
  {
    finds: "a security scheme in kebab-case",
    set: { "/components/securitySchemes": { "project-token": { type: "apiKey" } } },
    at: "/components/securitySchemes/project-token",
    says: 'The name "project-token" of a component is not PascalCase.',
  },
  {
    finds: "a schema in snake_case",
    set: {
      "/components/schemas/parcel_stop": { type: "object" },
      "/components/schemas/Parcel/properties/stops/items/$ref": "#/components/schemas/parcel_stop",
    },
    at: "/components/schemas/parcel_stop",
    says: 'The name "parcel_stop" of a component is not PascalCase.',
  },
]);
