// Follows the recipes in CONTRIBUTING.md that change the contract, each in its own clone.
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { isSeq } from "yaml";

import { startWalk, type Walk } from "./walk.js";

const minutes = 60_000;

let walk: Walk;

beforeEach(async () => {
  walk = await startWalk();
}, 2 * minutes);

afterEach(async () => {
  await walk.remove();
});

const changeset = (sentence: string): string =>
  `---\n"@vpcep/openapi": minor\n---\n\n${sentence}\n`;

test(
  "add a response field",
  async () => {
    const schema = "openapi/components/schemas/VpcEndpointService.yaml";
    await walk.editYaml(schema, (document) => {
      document.setIn(["properties", "connection_count"], {
        type: "integer",
        format: "int32",
        minimum: 0,
        maximum: 2147483647,
        description: "Number of VPC endpoints that are connected to the endpoint service.",
        examples: [2],
      });
    });
    await walk.write(".changeset/count.md", changeset("Counts.").replace("openapi", "contract"));
    // A single run of `npm run check` reports all missing changes.
    expect([...new Set(await walk.missing())].sort()).toEqual(
      [
        ".changeset/ changeset",
        ".changeset/count.md changeset",
        "README.md generated file",
        "openapi/provenance.yaml provenance",
        `${schema} example`,
        "packages/client/src/validator.gen.ts generated file",
        "packages/types/src/models.gen.ts generated file",
        "packages/types/src/schema.gen.ts generated file",
        "packages/types/test/types.test-d.ts type fact",
      ].sort(),
    );

    const example = "openapi/components/examples/vpc-endpoint-service-load-balancer.yaml";
    await walk.editYaml(example, (document) => {
      document.setIn(["value", "connection_count"], 2);
    });
    await walk.editYaml("openapi/provenance.yaml", (document) => {
      document.addIn(["facts"], {
        id: "connection-count",
        source: { document: "editions" },
        says: "Integer; the number of connected endpoints.",
        checks: [
          {
            at: "/components/schemas/VpcEndpointService/properties/connection_count",
            expect: { type: "integer" },
          },
        ],
      });
    });
    await walk.replace(
      "packages/types/test/types.test-d.ts",
      '| "tcp_proxy"',
      '| "tcp_proxy" | "connection_count"',
    );
    await walk.write(
      ".changeset/count.md",
      changeset("Adds `connection_count` to endpoint services."),
    );
    await walk.expectGreen();
    expect(
      await walk.mentions("packages/types/src/schema.gen.ts", "connection_count?: number"),
    ).toBe(true);
  },
  20 * minutes,
);

test(
  "add a documented value",
  async () => {
    const schema = "openapi/components/schemas/KnownServerType.yaml";
    await walk.editYaml(schema, (document) => {
      document.addIn(["enum"], "CONTAINER");
      document.setIn(["x-enumDescriptions", "CONTAINER"], "A container.");
    });
    expect(await walk.missing()).toEqual(
      expect.arrayContaining([
        ".changeset/ changeset",
        "openapi/provenance.yaml provenance",
        "packages/types/src/schema.gen.ts generated file",
      ]),
    );
    await walk.editYaml("openapi/provenance.yaml", (document) => {
      const facts = document.get("facts");
      if (!isSeq(facts)) throw new Error("provenance.yaml contains no facts.");
      for (const fact of facts.items.keys()) {
        const checks = document.getIn(["facts", fact, "checks"]);
        if (!isSeq(checks)) continue;
        for (const check of checks.items.keys()) {
          const path = ["facts", fact, "checks", check];
          if (document.getIn([...path, "at"]) === "/components/schemas/KnownServerType")
            document.addIn([...path, "expect", "enum"], "CONTAINER");
        }
      }
    });
    await walk.write(
      ".changeset/container.md",
      changeset("Documents the backend type `CONTAINER`."),
    );
    await walk.expectGreen();
    expect(await walk.mentions("packages/types/src/schema.gen.ts", '"CONTAINER"')).toBe(true);
  },
  20 * minutes,
);

test(
  "add a region",
  async () => {
    const url = "https://vpcep.eu-xx.otc.t-systems.com";
    await walk.editYaml("openapi/openapi.yaml", (document) => {
      document.addIn(["servers"], {
        url,
        description: "Production, region eu-xx (Example).",
        "x-region": "eu-xx",
        "x-internal": false,
      });
    });
    expect(await walk.missing()).toEqual(
      expect.arrayContaining([
        ".changeset/ changeset",
        "packages/client/src/servers.gen.ts generated file",
      ]),
    );
    await walk.editYaml("openapi/provenance.yaml", (document) => {
      document.addIn(["facts"], {
        id: "region-eu-xx",
        source: { document: "endpoints" },
        says: "The region eu-xx has its own host.",
        checks: [{ at: "/servers", contains: [{ url, "x-region": "eu-xx" }] }],
      });
    });
    await walk.write(".changeset/region.md", changeset("Adds the region eu-xx."));
    await walk.expectGreen();
    expect(await walk.mentions("packages/client/src/servers.gen.ts", url)).toBe(true);
  },
  20 * minutes,
);
