import { expect, test } from "@jest/globals";
import fc from "fast-check";

import { repeatedKeys } from "../src/repeated-keys.js";

test.each([
  ['{"a":1,"a":2}', ["/a"]],
  ['{"a":{"b":1,"c":2,"b":3},"b":0}', ["/a/b"]],
  ['[{"a":1},{"a":1,"x":[{"k":1,"k":1}]}]', ["/1/x/0/k"]],
  ['{"a":"a","b":"a:","c":"{\\"a\\":1}"}', []],
  ['{"\\u0061":1,"a":2}', ["/a"]],
  ['{"a/b":1,"a/b":2}', ["/a~1b"]],
  ['{"a":1,"a":2,"a":3}', ["/a"]],
  ["[]", []],
  ['"a"', []],
])("finds the repeated keys in %s", (text, pointers) => {
  expect(repeatedKeys(text)).toEqual(pointers);
});

test("finds no repeated keys in the output of JSON.stringify", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(repeatedKeys(JSON.stringify(value))).toEqual([]);
    }),
  );
});
