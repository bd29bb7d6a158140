import type { UnitKind } from "@dutyloop/domain/organization/unit-things.ts";
import { coverUnit, createUnit } from "../modules/organization/index.ts";
import { withClient } from "../platform/embedded-postgres/index.ts";
import type { Branch, Group, Site } from "./world.ts";

type Sites = { root: Site; general: Site; other: Site } & Record<
  "first" | "second" | "otherBranch",
  Omit<Branch, "meeting">
>;
const from = "2026-01-01";

/**
 * A unit for each organisation, named after it and covered by it: a company, a county and a city, departments, and a team
 * for each 党小组, in which four of its members work and the first leads. Answers their ids by organisation.
 */
export async function unitsOf(
  superUrl: string,
  tenantId: number,
  act: Group["act"],
  sites: Sites,
): Promise<Map<string, string>> {
  const units = new Map<string, string>();
  const cover = async (site: Site, kind: UnitKind, above: Site | null) => {
    const parentId = above === null ? null : (units.get(above.id) ?? null);
    const code = site.mark.replaceAll(/[^a-z]/g, "");
    const name = `${site.mark}unit`;
    const { id } = await act(createUnit, { parentId, kind, code, name, region: null, validFrom: from, validTo: null });
    await act(coverUnit, { unitId: id, organizationId: site.id, validFrom: from, validTo: null });
    units.set(site.id, id);
    return id;
  };
  await cover(sites.root, "COMPANY", null);
  await cover(sites.general, "COUNTY", sites.root);
  await cover(sites.other, "CITY", sites.root);
  for (const [branch, above] of [
    [sites.first, sites.general],
    [sites.second, sites.general],
    [sites.otherBranch, sites.other],
  ] as const) {
    await cover(branch, "DEPARTMENT", above);
    const group = { id: branch.groupId, mark: branch.mark.replace(/\.$/, "group.") };
    await employ(superUrl, tenantId, await cover(group, "TEAM", branch), branch.memberIds.slice(0, 4));
  }
  return units;
}

/** Lets people work in a unit; the first leads it. */
export async function employ(
  superUrl: string,
  tenantId: number,
  unitId: string,
  personIds: readonly string[],
): Promise<void> {
  await withClient(superUrl, (client) =>
    client.query(
      `INSERT INTO employment (tenant_id, id, person_id, unit_id, leads_unit, valid_from)
       SELECT $1, gen_random_uuid(), person, $2, number = 1, $3 FROM unnest($4::uuid[]) WITH ORDINALITY AS p(person, number)`,
      [tenantId, unitId, from, personIds],
    ),
  );
}
