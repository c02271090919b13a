import { testRule } from "../test-rule.js";

testRule("vpcep-example-documented", [
  {
    finds: "an undocumented field deep in an example",
    set: {
      "/components/responses/ParcelDetails/content/application~1json/examples/parcel-sent/value/stops/0/city":
        "Bonn",
    },
    at: "/components/responses/ParcelDetails/content/application~1json/examples/parcel-sent/value/stops/0/city",
    says: 'The example "parcel-sent" shows "stops.0.city", which no schema documents.',
  },
  {
    finds: "a mixture that no single alternative documents",
    set: {
      "/components/responses/UnexpectedError/content/application~1json/examples/error-unexpected/value":
        { message: "No.", hint: "Look." },
    },
    at: "/components/responses/UnexpectedError/content/application~1json/examples/error-unexpected/value/hint",
    says: 'The example "error-unexpected" shows "hint", which no schema documents.',
  },
]);
