import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { InvalidArgumentError, parseTimestamp } from "../src/index.js";

describe("parseTimestamp", () => {
  test.each([
    ["2018-01-30T07:42:01.174", "2018-01-30T07:42:01.174Z"],
    ["2018-01-30T07:42:01", "2018-01-30T07:42:01.000Z"],
    ["2018-01-30T07:42:01Z", "2018-01-30T07:42:01.000Z"],
    ["2018-01-30T07:42:01.5Z", "2018-01-30T07:42:01.500Z"],
    ["2018-01-30T07:42:01+02:00", "2018-01-30T05:42:01.000Z"],
    ["2018-01-30T23:42:01-01:30", "2018-01-31T01:12:01.000Z"],
    ["2024-02-29T00:00:00", "2024-02-29T00:00:00.000Z"],
    ["1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z"],
  ])("parses %s as %s in all local time zones", (timestamp, moment) => {
    expect(parseTimestamp(timestamp).toISOString()).toBe(moment);
  });

  test.each([
    "",
    "yesterday",
    "2018-01-30",
    "2018-01-30 07:42:01",
    "2018-01-30T07:42",
    "2018-1-30T07:42:01Z",
    "2018-13-01T00:00:00Z",
    "2018-02-30T00:00:00Z",
    "2023-02-29T00:00:00",
    "2018-01-30T25:00:00Z",
    "2018-01-30T07:60:00Z",
    "2018-01-30T07:42:01ZZ",
    "2018-01-30T07:42:01Z\n",
    " 2018-01-30T07:42:01Z",
  ])("%j is rejected", (timestamp) => {
    expect(() => parseTimestamp(timestamp)).toThrow(InvalidArgumentError);
  });

  test("throws an InvalidArgumentError for strings in any other format", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(() => parseTimestamp(text)).toThrow(InvalidArgumentError);
      }),
    );
    expect(() => parseTimestamp(undefined as never)).toThrow(InvalidArgumentError);
  });

  test("parses the output of Date, with and without a time zone", () => {
    const date = fc.date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(date, (moment) => {
        const text = moment.toISOString();
        expect(parseTimestamp(text)).toEqual(moment);
        expect(parseTimestamp(text.slice(0, -1))).toEqual(moment);
      }),
    );
  });
});
