import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { Role } from "@dutyloop/domain/identity/things.ts";
import { addDays } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { placeInScope } from "../../../platform/access/place.ts";
import { postRoleRows } from "../../../platform/access/post-role-rows.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { carriedRoles } from "../people/carried-roles.ts";
import { oldTeam } from "./old-team.ts";

/** Whom an election on a day replaces, each with the role that would end with the post. */
export async function getTeam(request: ReadRequest<"getTeam">): Promise<Answer<"getTeam">> {
  const { database, tenantId, scope, params, query } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const lastDay = addDays(query.beganOn, -1);
  const team = await oldTeam(database, tenantId, { organizationId: place.id, beganOn: query.beganOn });
  const ids = team.map(({ id }) => id);
  const roles = await carriedRoles(database, tenantId, ids);
  const { rows: others } = await sql<{ personId: string; role: Role }>`
    SELECT a.person_id AS "personId", carried.role FROM appointment a
    JOIN ${postRoleRows(tenantId)} AS carried ON carried.post = a.post AND carried.kind = ${place.kind}
    WHERE a.tenant_id = ${tenantId} AND a.organization_id = ${place.id}::uuid AND a.id <> ALL(${ids}::uuid[])
      AND (a.valid_to IS NULL OR a.valid_to > ${lastDay}::date)`.execute(database);
  return {
    lastDay,
    items: team.map((held) => {
      const carried = roles.get(held.id);
      const role = carried?.granted && (carried.until === null || carried.until > lastDay) ? carried.role : null;
      const carriedOn = others.some((other) => other.personId === held.personId && other.role === role);
      return { ...held, role, carriedOn };
    }),
  };
}
