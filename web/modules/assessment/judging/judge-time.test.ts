import { expect, test } from "vitest";
import { isOver, judgedBySelf, lastDayOffered } from "./judge-time.ts";

test("a judge judges on the last day still, and no longer the day after", () => {
  const time = { validFrom: "2026-01-01", validTo: "2026-03-31" };
  expect(isOver(time, "2026-03-31")).toBe(false);
  expect(isOver(time, "2026-04-01")).toBe(true);
  expect(isOver({ ...time, validTo: null }, "2099-01-01")).toBe(false);
});

test("the last day that is offered doesn't lie before the first", () => {
  expect(lastDayOffered({ validFrom: "2026-01-01", validTo: null }, "2026-03-18")).toBe("2026-03-18");
  expect(lastDayOffered({ validFrom: "2026-05-01", validTo: null }, "2026-03-18")).toBe("2026-05-01");
});

test("what I judge today is listed once, without what others judge, what is over and what hasn't begun", () => {
  const mine = { self: true, indicatorCode: "service", validFrom: "2026-01-01", validTo: null };
  const judges = [
    mine,
    { ...mine, validFrom: "2026-02-01" },
    { ...mine, indicatorCode: "theirs", self: false },
    { ...mine, indicatorCode: "over", validTo: "2026-03-17" },
    { ...mine, indicatorCode: "later", validFrom: "2026-03-19" },
  ];
  expect(judgedBySelf(judges, "2026-03-18").map(({ indicatorCode }) => indicatorCode)).toEqual(["service"]);
});
