import { expect, test } from "vitest";
import { wordCadence } from "./template-words.ts";

test.each([
  [null, "按需", "On occasion"],
  [{ every: "month", times: 1 }, "每月", "monthly"],
  [{ every: "year", times: 4 }, "每年 4 次", "yearly, 4 times"],
  [{ every: "year", times: 1, due: "03-31" }, "每年 · 03-31 前", "yearly · by 03-31"],
  [
    { every: "year", times: 1, window: { from: "01-01", to: "02-28" } },
    "每年 · 一般在 01-01 至 02-28",
    "yearly · generally 01-01 to 02-28",
  ],
] as const)("how often, how many times and by when: %o", (cadence, zh, en) => {
  expect(wordCadence(cadence, "zh")).toBe(zh);
  expect(wordCadence(cadence, "en")).toBe(en);
});
