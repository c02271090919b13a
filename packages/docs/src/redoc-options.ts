/**
 * How Redoc is set up, in the build and in the browser alike: it must draw the same elements in both, or it could
 * not take over those that are there.
 */
export const redocOptions = {
  skipBundle: true,
  disableTelemetry: true,
  hideLoading: true,
  layout: "stacked",
  // Expanded, they would be empty until an observer has seen them; the overview of fields lists what is in them.
  schemasExpansionLevel: 0,
  jsonSamplesExpandLevel: 4,
  maxDisplayedEnumValues: 30,
  hideDownloadButtons: true,
} as const;

/** The address that Redoc reads an operation from: with it, the operation is in the first drawing. */
export const routeOf = (anchor: string): string => `#/${anchor}`;
