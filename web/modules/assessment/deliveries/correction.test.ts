import { expect, test } from "vitest";
import { type DeliveredFigure, figureText, insteadOf, isCorrectable, typedOf } from "./correction.ts";

const figure: DeliveredFigure = {
  factId: "f",
  organizationId: "o",
  organizationCode: "15",
  organizationName: "支部",
  kind: "metric",
  metric: "safety_events",
  metricName: { zh: "安全事件", en: "Safety events" },
  occurredOn: "2026-03-11",
  quantity: "3",
  base: null,
  attributes: { severity: "general" },
  note: "另一起",
  origin: "delivery",
  state: "in_force",
  reason: null,
  recordedAt: "2026-03-18T06:00:00.000Z",
};

test("a correction sends the whole figure: what was typed, and the rest as it was delivered", () => {
  expect(insteadOf(figure, { ...typedOf(figure), quantity: "2" })).toEqual({
    kind: "metric",
    metric: "safety_events",
    occurredOn: "2026-03-11",
    quantity: "2",
    base: null,
    attributes: { severity: "general" },
    note: "另一起",
  });
  const share = { ...figure, base: "40" };
  expect(insteadOf(share, { ...typedOf(share), base: "50" }).base).toBe("50");
});

test("only what counts is corrected, not what a dispute booked, and nothing in publicity", () => {
  expect(isCorrectable(figure, "open")).toBe(true);
  expect(isCorrectable({ ...figure, origin: "correction" }, "closed")).toBe(true);
  expect(isCorrectable(figure, "in_publicity")).toBe(false);
  expect(isCorrectable({ ...figure, origin: "dispute" }, "open")).toBe(false);
  expect(isCorrectable({ ...figure, state: "corrected" }, "open")).toBe(false);
  expect(isCorrectable({ ...figure, state: "withdrawn" }, "open")).toBe(false);
});

test("a share is shown with what it is of", () => {
  expect([figureText(figure), figureText({ quantity: "38", base: "40" })]).toEqual(["3", "38 / 40"]);
});
