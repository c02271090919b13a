import { InvalidArgumentError } from "./errors.js";

/**
 * Parses a timestamp from the service, such as `created_at`. The format is `YYYY-MM-DDTHH:MM:SS`, optionally with
 * fractional seconds and a time zone. The contract defines UTC as the default time zone, whereas `Date` would assume
 * local time.
 *
 * @throws InvalidArgumentError if the format is invalid or the date does not exist.
 */
export function parseTimestamp(timestamp: string): Date {
  const [, day, zone] =
    /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(timestamp) ?? [];
  const date = new Date(zone ? timestamp : `${timestamp}Z`);
  // Some engines parse February 30 as March 1 or 2.
  if (!day || isNaN(+date) || !new Date(day).toJSON().startsWith(day))
    throw new InvalidArgumentError(
      "timestamp must be a valid date in the format YYYY-MM-DDTHH:MM:SSZ",
      { argument: "timestamp" },
    );
  return date;
}
