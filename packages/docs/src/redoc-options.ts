/** Redoc options for both the build and the browser. Both must render the same elements, or hydration fails. */
export const redocOptions = {
  skipBundle: true,
  disableTelemetry: true,
  hideLoading: true,
  layout: "stacked",
  // Collapsed, because expanded schemas stay empty until they are in the viewport. The field overview lists their
  // fields.
  schemasExpansionLevel: 0,
  jsonSamplesExpandLevel: 4,
  maxDisplayedEnumValues: 30,
  hideDownloadButtons: true,
} as const;

/** Returns the URL fragment for an operation in Redoc's router, which makes Redoc render that operation first. */
export const routeOf = (anchor: string): string => `#/${anchor}`;
