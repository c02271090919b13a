import { InvalidArgumentError } from "./errors.js";

/**
 * The moment that a timestamp of the service means, such as `created_at`: `YYYY-MM-DDTHH:MM:SS`, perhaps with a
 * fraction of a second and a zone. Without a zone UTC is meant, as the contract says; `Date` would read local time.
 *
 * @throws InvalidArgumentError when the text has another form or names no real moment.
 */
export function parseTimestamp(timestamp: string): Date {
  const [, day, zone] =
    /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(timestamp) ?? [];
  const date = new Date(zone ? timestamp : `${timestamp}Z`);
  // Some engines let a day that the month does not have roll over.
  if (!day || isNaN(+date) || !new Date(day).toJSON().startsWith(day))
    throw new InvalidArgumentError(
      "timestamp must have the form YYYY-MM-DDTHH:MM:SSZ and name a real moment",
      { argument: "timestamp" },
    );
  return date;
}
