/**
 * How Redoc is set up, in the build and in the browser alike: both must draw the same page, or it would jump
 * when the script takes over.
 */
export const redocOptions = {
  skipBundle: true,
  disableTelemetry: true,
  hideLoading: true,
  schemasExpansionLevel: 4,
  jsonSamplesExpandLevel: 4,
  maxDisplayedEnumValues: 30,
  downloadUrls: [
    { title: "openapi.yaml", url: "openapi.yaml" },
    { title: "openapi.json", url: "openapi.json" },
    { title: "openapi.md", url: "openapi.md" },
  ],
} as const;
