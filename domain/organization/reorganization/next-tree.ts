import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import type { SortedActs } from "./acts.ts";
import type { CoverageRow, GroupState, OrganizationRow, PlaceRow } from "./reorganization-rows.ts";

type Stretch = { readonly validFrom: PlainDate; readonly validTo: PlainDate | null };

/** Those the acts end, with the 党小组 that end with their branch. */
export function endedIds(acts: SortedActs, organizations: readonly OrganizationRow[]): Set<string> {
  const ended = new Set(acts.revoked.map(({ id }) => id));
  const staying = new Set(acts.moved.map(({ id }) => id));
  for (const { id, kind, parentId, validTo } of organizations) {
    const below = kind === "GROUP" && validTo === null && parentId !== null && ended.has(parentId);
    if (below && !staying.has(id)) ended.add(id);
  }
  return ended;
}

/** The organisations after the acts, by id, with their new paths. */
export function nextOrganizations(
  acts: SortedActs,
  before: readonly OrganizationRow[],
  ended: ReadonlySet<string>,
  effectiveOn: PlainDate,
): Map<string, OrganizationRow> {
  const parents = new Map(acts.moved.map(({ id, parentId }) => [id, parentId]));
  const names = new Map(acts.renamed.map(({ id, name }) => [id, name]));
  const standing = before.map((row): OrganizationRow => {
    const parentId = parents.get(row.id);
    return {
      ...row,
      parentId: parentId === undefined ? row.parentId : parentId,
      name: names.get(row.id) ?? row.name,
      validTo: ended.has(row.id) ? addDays(effectiveOn, -1) : row.validTo,
    };
  });
  const begun = acts.created.map(({ organization }): OrganizationRow => {
    const { id, label, kind, parentId, code, name } = organization;
    const validTo = null;
    return {
      id,
      label,
      kind,
      parentId,
      code,
      name,
      class: organization.class,
      path: "",
      validFrom: effectiveOn,
      validTo,
    };
  });
  return withPaths(new Map([...standing, ...begun].map((row) => [row.id, row])));
}

/**
 * Where each stood and stands and what it was and is called: a stretch that the day cuts ends before it and goes on at
 * the new place, or under the new name. What has ended keeps its history, but its path follows those above it, so that
 * whoever oversees them still reaches its papers.
 */
export function nextPlaces(
  acts: SortedActs,
  places: readonly PlaceRow[],
  after: ReadonlyMap<string, OrganizationRow>,
  ended: ReadonlySet<string>,
  effectiveOn: PlainDate,
): PlaceRow[] {
  const names = new Map(acts.renamed.map(({ id, name }) => [id, name]));
  const kept = places.flatMap((place): PlaceRow[] => {
    if (ended.has(place.organizationId)) return endingBefore(place, effectiveOn);
    const row = after.get(place.organizationId);
    const name = names.get(place.organizationId) ?? place.name;
    const same = !row || (row.path === place.path && row.parentId === place.parentId && name === place.name);
    if (same || (place.validTo !== null && place.validTo < effectiveOn)) return [place];
    const goesOn = { ...place, parentId: row.parentId, path: row.path, name };
    if (place.validFrom >= effectiveOn) return [goesOn];
    return [...endingBefore(place, effectiveOn), { ...goesOn, validFrom: effectiveOn }];
  });
  const begun = acts.created.flatMap(({ organization }) => after.get(organization.id) ?? []);
  return [
    ...kept,
    ...begun.map((row) => ({
      organizationId: row.id,
      parentId: row.parentId,
      path: row.path,
      name: row.name,
      class: row.class,
      validFrom: effectiveOn,
      validTo: null,
    })),
  ];
}

/** Which units are covered by whom: what ends covers nothing from the day on; what begins covers its units, and nobody else does. */
export function nextCoverages(
  acts: SortedActs,
  coverages: readonly CoverageRow[],
  ended: ReadonlySet<string>,
  effectiveOn: PlainDate,
): CoverageRow[] {
  const begun = acts.created.flatMap(({ organization }) =>
    organization.unitIds.map((unitId) => ({
      unitId,
      organizationId: organization.id,
      validFrom: effectiveOn,
      validTo: null,
    })),
  );
  const taken = new Set(begun.map(({ unitId }) => unitId));
  const ends = ({ organizationId, unitId }: CoverageRow) => ended.has(organizationId) || taken.has(unitId);
  return [...cut(coverages, ends, effectiveOn), ...begun];
}

/** Rows with those that fit ended before the day; what would begin on it or later is gone. */
export function cut<T extends Stretch>(rows: readonly T[], fits: (row: T) => boolean, effectiveOn: PlainDate): T[] {
  return rows.flatMap((row) => (fits(row) ? endingBefore(row, effectiveOn) : [row]));
}

function endingBefore<T extends Stretch>(row: T, effectiveOn: PlainDate): T[] {
  if (row.validFrom >= effectiveOn) return [];
  if (row.validTo !== null && row.validTo < effectiveOn) return [row];
  return [{ ...row, validTo: addDays(effectiveOn, -1) }];
}

export function byId(state: GroupState): Map<string, OrganizationRow> {
  return new Map(state.organizations.map((row) => [row.id, row]));
}

/** Each path from the labels above it; one in a circle keeps what it had, the circle is refused elsewhere. */
function withPaths(rows: Map<string, OrganizationRow>): Map<string, OrganizationRow> {
  const paths = new Map<string, string>();
  const pathOf = (row: OrganizationRow): string => {
    const found = paths.get(row.id);
    if (found !== undefined) return found;
    paths.set(row.id, row.path);
    const parent = row.parentId === null ? undefined : rows.get(row.parentId);
    const path = `${parent === undefined ? "" : pathOf(parent)}${row.label}.`;
    paths.set(row.id, path);
    return path;
  };
  return new Map([...rows].map(([id, row]) => [id, { ...row, path: pathOf(row) }]));
}
