import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hmacWith } from "./hmac.ts";

test("it is HMAC-SHA-256, whatever the key and the texts, one after another", () => {
  const word = fc.string({ unit: "binary", maxLength: 30 });
  const text = fc.tuple(word, fc.constantFrom(1, 3, 400)).map(([part, times]) => part.repeat(times));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.array(text, { minLength: 1, maxLength: 4 }), (key, texts) => {
      const hmac = hmacWith(key);
      for (const one of texts) expect(hmac(one)).toBe(createHmac("sha256", key).update(one).digest("hex"));
    }),
    { numRuns: 40 },
  );
});

test("a key longer than a block is refused", () => {
  expect(() => hmacWith(new Uint8Array(65))).toThrow(RangeError);
});
