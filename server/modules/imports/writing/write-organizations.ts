import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { RosterOrganization } from "@dutyloop/domain/organization/roster/roster-rows.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { searchWords } from "../../organization/index.ts";
import type { CheckedRoster } from "../roster/check-roster.ts";
import type { Placed } from "../roster/organization-state.ts";
import { addRows, changeRows, type Pen } from "./kept-rows.ts";
import { takeLabels } from "./labels.ts";
import { aboveFirst, pick } from "./order.ts";
import { type PathStretch, stretchesBelow } from "./path-stretches.ts";

/** Adds and renames organisations; answers where all of them stand by code, or null where one isn't as it was read. */
export async function writeOrganizations(
  pen: Pen,
  { organizations, state }: CheckedRoster,
  effectiveOn: PlainDate,
): Promise<ReadonlyMap<string, Placed> | null> {
  const places = new Map(state.organizations.places);
  const added = aboveFirst(pick(organizations, "added").map(({ after }) => after));
  const labels = await takeLabels(pen, added.length);
  const fresh = added.map((organization, index) => {
    const label = labels + index;
    const upper = places.get(organization.parentCode ?? "");
    if (!upper) throw new Error(`${organization.code} has no superior`);
    const place = { id: uuidv7(), path: `${upper.path}${label}.`, restriction: upper.restriction };
    places.set(organization.code, place);
    return { organization, label, upper, place };
  });
  await addRows(
    pen,
    "organization",
    fresh.map(({ organization, label, upper, place }) => ({
      ...place,
      parent_id: upper.id,
      kind: organization.kind,
      class: organization.class,
      code: organization.code,
      name: organization.name,
      label,
      valid_from: organization.validFrom,
      valid_to: organization.validTo,
      bound_to: organization.boundTo,
      bound_until: organization.boundUntil,
      approval: organization.approval,
    })),
  );
  const stands = await stretchesOfUpper(pen, fresh);
  await addRows(
    pen,
    "organization_place",
    fresh.flatMap(({ organization, label, upper, place }) => {
      const stretches = stretchesBelow(stands.get(upper.id) ?? [], label, organization);
      stands.set(place.id, stretches);
      const { name, class: ofClass } = organization;
      return stretches.map(({ from, to, path }) => ({
        organization_id: place.id,
        valid_from: from,
        valid_to: to,
        parent_id: upper.id,
        path,
        name,
        class: ofClass,
      }));
    }),
  );
  await addRows(
    pen,
    "search_entry",
    fresh.map(({ organization: { name, code }, place }) => ({
      entity: "organization",
      id: place.id,
      path: place.path,
      words: searchWords([name], code),
    })),
  );
  const changed = pick(organizations, "changed").map(({ before, after }) => ({
    id: (places.get(after.code) as Placed).id,
    before: before as RosterOrganization,
    after,
  }));
  return (await rename(pen, changed, effectiveOn)) ? places : null;
}

type Fresh = { readonly upper: Placed };

/** Where the organisations above new ones stood, by their id; those above may be new themselves. */
async function stretchesOfUpper(
  { transaction, act }: Pen,
  fresh: readonly Fresh[],
): Promise<Map<string, PathStretch[]>> {
  const ids = [...new Set(fresh.map(({ upper }) => upper.id))];
  const { rows } = await sql<PathStretch & { id: string }>`
    SELECT organization_id AS id, valid_from AS "from", valid_to AS "to", path FROM organization_place
    WHERE tenant_id = ${act.tenantId} AND organization_id = ANY(${ids}::uuid[]) ORDER BY valid_from`.execute(
    transaction,
  );
  return Map.groupBy(rows, ({ id }) => id);
}

type Renamed = { readonly id: string; readonly before: RosterOrganization; readonly after: RosterOrganization };

/** A stretch that begins on the day is written anew; any other ends the day before, and a new one begins. */
async function rename(pen: Pen, changed: readonly Renamed[], effectiveOn: PlainDate): Promise<boolean> {
  const plain = ({ id, after }: Renamed) => ({ id, name: after.name, class: after.class });
  if (!(await changeRows(pen, "organization", ["id"], changed.map(plain)))) return false;
  const [rewritten, cut] = [true, false].map((same) =>
    changed.filter(({ before }) => (before.namedFrom === effectiveOn) === same),
  ) as [Renamed[], Renamed[]];
  const rewrite = rewritten.map(({ id, after }) => ({
    organization_id: id,
    valid_from: effectiveOn,
    name: after.name,
    class: after.class,
  }));
  const end = cut.map(({ id, before }) => ({
    organization_id: id,
    valid_from: before.namedFrom,
    valid_to: addDays(effectiveOn, -1),
  }));
  const stretches = await stretchesOf(pen, cut);
  const key = ["organization_id", "valid_from"];
  if (!(await changeRows(pen, "organization_place", key, rewrite))) return false;
  if (!(await changeRows(pen, "organization_place", key, end))) return false;
  await addRows(
    pen,
    "organization_place",
    cut.map(({ id, after }) => ({
      organization_id: id,
      valid_from: effectiveOn,
      ...stretches.get(id),
      name: after.name,
      class: after.class,
    })),
  );
  return renameWords(pen, changed);
}

type Stretch = { readonly valid_to: string | null; readonly parent_id: string | null; readonly path: string };

async function stretchesOf({ transaction, act }: Pen, cut: readonly Renamed[]): Promise<Map<string, Stretch>> {
  const { rows } = await sql<Stretch & { id: string }>`
    SELECT DISTINCT ON (organization_id) organization_id AS id, valid_to, parent_id, path FROM organization_place
    WHERE tenant_id = ${act.tenantId} AND organization_id = ANY(${cut.map(({ id }) => id)}::uuid[])
    ORDER BY organization_id, valid_from DESC`.execute(transaction);
  return new Map(rows.map(({ id, ...stretch }) => [id, stretch]));
}

/** Who was renamed is found by every name he ever had. */
async function renameWords(pen: Pen, changed: readonly Renamed[]): Promise<boolean> {
  const { transaction, act } = pen;
  const { rows } = await sql<{ id: string; code: string; names: string[] }>`
    SELECT o.id, o.code, array_agg(p.name ORDER BY p.valid_from DESC) AS names FROM organization o
    JOIN organization_place p ON p.tenant_id = o.tenant_id AND p.organization_id = o.id
    JOIN search_entry e ON e.tenant_id = o.tenant_id AND e.entity = 'organization' AND e.id = o.id
    WHERE o.tenant_id = ${act.tenantId} AND o.id = ANY(${changed.map(({ id }) => id)}::uuid[])
    GROUP BY o.id, o.code`.execute(transaction);
  const words = rows.map(({ id, code, names }) => ({ entity: "organization", id, words: searchWords(names, code) }));
  return changeRows(pen, "search_entry", ["entity", "id"], words);
}
