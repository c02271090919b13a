/** Redoc options. The build and the browser share these options, because hydration requires identical elements. */
export const redocOptions = {
  skipBundle: true,
  disableTelemetry: true,
  hideLoading: true,
  layout: "stacked",
  // Schemas are collapsed, because expanded schemas stay empty until they are in the viewport. The field overview lists
  // the fields.
  schemasExpansionLevel: 0,
  jsonSamplesExpandLevel: 4,
  maxDisplayedEnumValues: 30,
  hideDownloadButtons: true,
} as const;

/** Returns the URL fragment that makes Redoc's router render an operation first. */
export const routeOf = (anchor: string): string => `#/${anchor}`;
