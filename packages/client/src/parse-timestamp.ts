import { check } from "./check.js";

/**
 * The moment that a timestamp of the service means, such as `created_at`: `YYYY-MM-DDTHH:MM:SS`, perhaps with a
 * fraction of a second and a zone. Without a zone UTC is meant, as the contract says; `Date` would read local time.
 *
 * @throws InvalidArgumentError when the text has another form or names no real moment.
 */
export function parseTimestamp(timestamp: string): Date {
  const [, moment, zone = "Z"] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:\d\d)?$/.exec(timestamp) ?? [];
  const date = new Date(`${moment}${zone}`);
  // A day that the month does not have rolls over in some engines.
  check(
    +date && new Date(`${moment}Z`).getUTCDate() === +timestamp.slice(8, 10),
    "timestamp",
    "must be YYYY-MM-DDTHH:MM:SS",
  );
  return date;
}
