/** Redoc's options, in the build and in the browser. Both must render the same elements, or hydration fails. */
export const redocOptions = {
  skipBundle: true,
  disableTelemetry: true,
  hideLoading: true,
  layout: "stacked",
  // Expanded schemas stay empty until they are in the viewport. The field overview lists their fields.
  schemasExpansionLevel: 0,
  jsonSamplesExpandLevel: 4,
  maxDisplayedEnumValues: 30,
  hideDownloadButtons: true,
} as const;

/** The URL fragment of an operation in Redoc's router. With it, Redoc renders the operation first. */
export const routeOf = (anchor: string): string => `#/${anchor}`;
