/** Redoc options. The build and the browser share these options, because hydration requires identical elements. */
export const redocOptions = {
  skipBundle: true,
  disableTelemetry: true,
  hideLoading: true,
  layout: "stacked",
  // Collapse schemas, because Redoc doesn't render an expanded schema until the schema is in the viewport. The field
  // overview still lists all fields.
  schemasExpansionLevel: 0,
  jsonSamplesExpandLevel: 4,
  maxDisplayedEnumValues: 30,
  hideDownloadButtons: true,
} as const;

/** Returns the URL fragment that makes Redoc's router render an operation first. */
export const routeOf = (anchor: string): string => `#/${anchor}`;
