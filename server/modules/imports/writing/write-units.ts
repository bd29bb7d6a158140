import { v7 as uuidv7 } from "uuid";
import type { CheckedRoster } from "../roster/check-roster.ts";
import type { Placed } from "../roster/organization-state.ts";
import { addRows, changeRows, type Pen } from "./kept-rows.ts";
import { takeLabels } from "./labels.ts";
import { aboveFirst, pick } from "./order.ts";

type Ids = ReadonlyMap<string, Placed>;

/**
 * Adds and changes units; below a restricted one they are restricted too (PRV-22). Answers where all of them stand by
 * code, or null where one isn't as it was read.
 */
export async function writeUnits(pen: Pen, { units, state }: CheckedRoster): Promise<Ids | null> {
  const places = new Map(state.units.places);
  const added = aboveFirst(pick(units, "added").map(({ after }) => after));
  const labels = await takeLabels(pen, added.length);
  const rows = added.map((unit, index) => {
    const label = labels + index;
    const upper = unit.parentCode === null ? null : places.get(unit.parentCode);
    if (upper === undefined) throw new Error(`${unit.code} has no unit above it`);
    const restriction = unit.restriction ?? upper?.restriction ?? null;
    const place = { id: uuidv7(), path: `${upper?.path ?? ""}${label}.`, restriction };
    places.set(unit.code, place);
    return {
      ...place,
      parent_id: upper?.id ?? null,
      kind: unit.kind,
      code: unit.code,
      name: unit.name,
      region: unit.region,
      label,
      valid_from: unit.validFrom,
      valid_to: unit.validTo,
    };
  });
  await addRows(pen, "unit", rows);
  const changed = pick(units, "changed").map(({ after: { code, name, region } }) => ({
    id: places.get(code)?.id,
    name,
    region,
  }));
  return (await changeRows(pen, "unit", ["id"], changed)) ? places : null;
}

/** Ends first, so that a unit is never covered by two organisations. Answers whether all were as they were read. */
export async function writeCoverage(
  pen: Pen,
  { coverage, state }: CheckedRoster,
  organizations: Ids,
  units: Ids,
): Promise<boolean> {
  const ends = pick(coverage, "changed").map(({ before, after }) => ({
    id: before === null ? null : state.units.coverageIds.get(before),
    valid_to: after.validTo,
  }));
  if (!(await changeRows(pen, "coverage", ["id"], ends))) return false;
  await addRows(
    pen,
    "coverage",
    pick(coverage, "added").map(({ after }) => ({
      id: uuidv7(),
      unit_id: units.get(after.unit)?.id,
      organization_id: organizations.get(after.organization ?? "")?.id,
      valid_from: after.validFrom,
      valid_to: after.validTo,
    })),
  );
  return true;
}
