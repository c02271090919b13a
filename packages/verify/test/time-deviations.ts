import type { Body, Deviation } from "./deviation.js";

const at =
  (value: string, field = "created_at") =>
  (body: Body): void => {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-member-access -- deviations break the types on purpose
    body[field] = value;
  };

/** Deviations in timestamp fields. */
export const timeDeviations: readonly Deviation[] = [
  ...(
    [
      ["a date without a time", "2018-01-30"],
      ["a space between date and time", "2018-01-30 07:42:01"],
      ["an HTTP date", "Tue, 30 Jan 2018 07:42:01 GMT"],
      ["seconds since 1970 as a string", "1517298121"],
      ["month 13", "2018-13-30T07:42:01Z"],
      ["hour 24", "2018-01-30T24:00:00Z"],
      ["second 60", "2018-01-30T07:42:60Z"],
      ["an empty time", ""],
      ["a lower-case zone", "2018-01-30T07:42:01z"],
      ["a UTC offset without a colon", "2018-01-30T07:42:01+0000"],
    ] as const
  ).map(([says, value]): Deviation => ({
    says,
    edit: at(value),
    found: ["violation wrong-value /body/created_at"],
  })),
  {
    says: "February 30",
    edit: at("2018-02-30T07:42:01Z"),
    found: ["drift unmet-expectation /body/created_at"],
  },
  {
    says: "February 29 in a non-leap year",
    edit: at("2025-02-29T07:42:01Z", "updated_at"),
    found: ["drift unmet-expectation /body/updated_at"],
  },
  {
    says: "a time without a time zone",
    edit: at("2018-01-30T07:42:01"),
    found: ["drift unmet-expectation /body/created_at"],
  },
  {
    says: "a time with a UTC offset",
    edit: at("2018-01-30T09:42:01+02:00", "updated_at"),
    found: ["drift unmet-expectation /body/updated_at"],
  },
];
