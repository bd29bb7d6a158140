import { describe, expect, test } from "vitest";
import type { OrganizationKind } from "../things.ts";
import type { UnitKind } from "../unit-things.ts";
import { coverageEnd, coverageRefusal, type Span, unitLifeRefusal } from "./unit-rules.ts";

const days = (validFrom: string, validTo: string | null = null): Span => ({ validFrom, validTo });

describe("a unit under another", () => {
  const parent = days("2026-01-01", "2026-12-31");
  test.each([
    [days("2026-01-01", "2026-12-31"), null],
    [days("2026-03-01", "2026-02-28"), "unit.end_before_start validTo"],
    [days("2025-12-31", "2026-12-31"), "unit.older_than_parent validFrom"],
    [days("2027-01-01"), "unit.parent_ended parentId"],
    [days("2026-12-31"), "unit.outlives_parent validTo"],
    [days("2026-12-31", "2027-01-01"), "unit.outlives_parent validTo"],
  ])("from %o: %s", (unit, expected) => {
    const refusal = unitLifeRefusal(unit, parent);
    expect(refusal && `${refusal.code} ${refusal.field}`).toBe(expected);
  });

  test("at the top only has to end after it begins", () => {
    expect(unitLifeRefusal(days("1999-01-01"), null)).toBeNull();
    expect(unitLifeRefusal(days("2026-01-02"), days("2026-01-01"))).toBeNull();
  });
});

describe("covering a unit", () => {
  const unit = { kind: "TEAM" as UnitKind, ...days("2026-01-01", "2026-12-31") };
  const group = { kind: "GROUP" as OrganizationKind, ...days("2026-02-01", "2026-11-30") };
  const free = { currentFrom: null, laterFrom: null };
  const said = (span: Span, changes: { unit?: object; organization?: object; before?: object } = {}) =>
    coverageRefusal(
      span,
      { ...unit, ...changes.unit },
      { ...group, ...changes.organization },
      { ...free, ...changes.before },
    )?.code ?? null;

  test("lasts no longer than either", () => {
    expect(said(days("2026-02-01", "2026-11-30"))).toBeNull();
    expect(said(days("2026-02-01"))).toBeNull();
    expect(said(days("2026-01-31"))).toBe("coverage.outside_organization");
    expect(said(days("2026-12-01"))).toBe("coverage.outside_organization");
    expect(said(days("2026-03-01", "2026-12-01"))).toBe("coverage.outside_organization");
    expect(said(days("2025-12-31"))).toBe("coverage.outside_unit");
    expect(said(days("2026-03-01", "2026-02-01"))).toBe("coverage.end_before_start");
    expect(coverageEnd(null, unit, group)).toBe("2026-11-30");
    expect(coverageEnd("2026-05-01", unit, group)).toBe("2026-05-01");
    expect(coverageEnd(null, days("2026-01-01"))).toBeNull();
  });

  test.each<[OrganizationKind, UnitKind, string | null]>([
    ["GROUP", "TEAM", null],
    ["GROUP", "DEPARTMENT", "coverage.group_covers_team"],
    ["BRANCH", "TEAM", null],
    ["COMMITTEE", "COMPANY", null],
    ["DISCIPLINE_COMMITTEE", "COMPANY", "coverage.kind_covers_nothing"],
    ["LEADING_GROUP", "TEAM", "coverage.kind_covers_nothing"],
  ])("by a %s of a %s: %s", (kind, unitKind, expected) => {
    expect(said(days("2026-03-01"), { unit: { kind: unitKind }, organization: { kind } })).toBe(expected);
  });

  test("takes over from what stands and comes before nothing", () => {
    expect(said(days("2026-03-02"), { before: { currentFrom: "2026-03-01" } })).toBeNull();
    expect(said(days("2026-03-01"), { before: { currentFrom: "2026-03-01" } })).toBe("coverage.not_after_current");
    expect(said(days("2026-03-01"), { before: { laterFrom: "2026-06-01" } })).toBe("coverage.later_exists");
  });
});
