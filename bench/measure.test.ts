import { expect, test } from "vitest";
import { atMost, percentile, slowness, table, throughput } from "./measure.ts";

test("a rate has to reach its share of the limit, a time must not exceed its multiple", () => {
  expect(throughput("reads", "1/s", [30, 40, 50], [100], 0.4)).toMatchObject({ figure: 40, ratio: 0.4, ok: true });
  expect(throughput("reads", "1/s", [39], [100], 0.4)).toMatchObject({ ok: false });
  expect(slowness("pass", "s", [6], [1], 6)).toMatchObject({ ratio: 6, direction: "at_most", ok: true });
  expect(slowness("pass", "s", [6.1], [1], 6)).toMatchObject({ ok: false });
  expect(atMost("backlog", "s", 2.01, 2)).toMatchObject({ ratio: null, ok: false });
});

test("of a hundred values 95 don't exceed the 95th percentile", () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentile(values, 0.95)).toBe(95);
  expect(percentile([7], 0.95)).toBe(7);
});

test("the table says in which direction a goal lies", () => {
  const lines = table([throughput("reads", "1/s", [39], [100], 0.4), atMost("backlog", "s", 1, 2)]).split("\n");
  expect(lines[1]).toMatch(/≥ 0\.4\s+MISSED/);
  expect(lines[2]).toMatch(/≤ 2 s\s+ok/);
});
