import fc from "fast-check";
import { expect, test } from "vitest";
import { drawSample, sampleRefusal } from "./sample-rules.ts";

const ids = (count: number) => Array.from({ length: count }, (_, index) => `record-${index}`);
const reversed = (id: string) => [...id].reverse().join("");

test.each<[number, string, number]>([
  [1, "0.1", 1],
  [10, "0.1", 1],
  [11, "0.1", 2],
  [3, "1", 3],
  [1000, "0.001", 1],
])("of %i records a share of %s draws %i", (count, share, drawn) => {
  expect(drawSample(ids(count), reversed, share)).toHaveLength(drawn);
});

test("the same seed draws the same records in whatever order they come", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(ids(40), { minLength: 40 }), (shuffled) => {
      expect(drawSample(shuffled, reversed, "0.25")).toEqual(drawSample(ids(40), reversed, "0.25"));
    }),
  );
});

test("a share of nothing, of more than all, and of no records is refused", () => {
  expect(drawSample(ids(3), reversed, "0")).toMatchObject({ code: "sample.share_out_of_range" });
  expect(drawSample(ids(3), reversed, "1.1")).toMatchObject({ code: "sample.share_out_of_range" });
  expect(drawSample([], reversed, "0.1")).toMatchObject({ code: "sample.nothing_to_draw" });
});

test("what isn't accepted says why, and a settled check stays", () => {
  expect(sampleRefusal("open", "accept", "")).toBeNull();
  expect(sampleRefusal("open", "to_correct", " ")?.code).toBe("sample.reason_missing");
  expect(sampleRefusal("to_correct", "accept", "")).toBeNull();
  expect(sampleRefusal("to_correct", "to_correct", "x")?.code).toBe("sample.checked_already");
  expect(sampleRefusal("accepted", "reverse", "x")?.code).toBe("sample.checked_already");
  expect(sampleRefusal("reversed", "accept", "")?.code).toBe("sample.checked_already");
});
