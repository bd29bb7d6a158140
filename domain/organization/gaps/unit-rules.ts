import type { PlainDate } from "../../kernel/plain-date.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import type { OrganizationKind } from "../things.ts";
import type { UnitKind } from "../unit-things.ts";

/** From a day to a last day; null for as long as nobody ends it. */
export type Span = { readonly validFrom: PlainDate; readonly validTo: PlainDate | null };

/** Why a unit can't live for these days under its parent (null: at the top), or null: a parent is there before and as long. */
export function unitLifeRefusal(unit: Span, parent: Span | null): Refusal | null {
  const { validFrom, validTo } = unit;
  if (validTo !== null && validTo < validFrom)
    return refuse("unit.end_before_start", { from: validFrom, to: validTo }, "validTo");
  if (parent === null) return null;
  if (validFrom < parent.validFrom)
    return refuse("unit.older_than_parent", { from: validFrom, parentFrom: parent.validFrom }, "validFrom");
  if (parent.validTo === null) return null;
  if (validFrom > parent.validTo) return refuse("unit.parent_ended", { parentTo: parent.validTo }, "parentId");
  return outlives(validTo, parent.validTo)
    ? refuse("unit.outlives_parent", { parentTo: parent.validTo }, "validTo")
    : null;
}

/** Kinds that have no members of their own to answer for a unit. */
const coveringNothing: readonly OrganizationKind[] = ["DISCIPLINE_COMMITTEE", "LEADING_GROUP"];

/** What covers the unit already: what stands on the first day, and the first day of what comes later. */
export type CoveredBefore = { readonly currentFrom: PlainDate | null; readonly laterFrom: PlainDate | null };

/**
 * Why an organisation can't cover a unit for these days, or null. A 党小组 covers teams only; both have to exist for as
 * long; one organisation at a time covers a unit, so what stands ends the day before and nothing may come later.
 */
export function coverageRefusal(
  days: Span,
  unit: Span & { readonly kind: UnitKind },
  organization: Span & { readonly kind: OrganizationKind },
  before: CoveredBefore,
): Refusal | null {
  const { validFrom, validTo } = days;
  const { kind } = organization;
  if (coveringNothing.includes(kind)) return refuse("coverage.kind_covers_nothing", { kind }, "organizationId");
  if (kind === "GROUP" && unit.kind !== "TEAM")
    return refuse("coverage.group_covers_team", { kind: unit.kind }, "organizationId");
  if (validTo !== null && validTo < validFrom)
    return refuse("coverage.end_before_start", { from: validFrom, to: validTo }, "validTo");
  const outside = (life: Span) =>
    validFrom < life.validFrom ||
    (life.validTo !== null && (validFrom > life.validTo || (validTo ?? "") > life.validTo));
  const values = ({ validFrom: from, validTo: to }: Span) => ({ from, to: to ?? "…" });
  if (outside(unit)) return refuse("coverage.outside_unit", values(unit), "validFrom");
  if (outside(organization)) return refuse("coverage.outside_organization", values(organization), "validFrom");
  if (before.currentFrom !== null && before.currentFrom >= validFrom)
    return refuse("coverage.not_after_current", { from: before.currentFrom }, "validFrom");
  return before.laterFrom === null ? null : refuse("coverage.later_exists", { from: before.laterFrom }, "validFrom");
}

/** The last day of a coverage nobody gave an end: that of what ends first. */
export function coverageEnd(validTo: PlainDate | null, ...lives: readonly Span[]): PlainDate | null {
  const ends = [validTo, ...lives.map((life) => life.validTo)].filter((end) => end !== null);
  return ends.toSorted()[0] ?? null;
}

function outlives(validTo: PlainDate | null, end: PlainDate): boolean {
  return validTo === null || validTo > end;
}
