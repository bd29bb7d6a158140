import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { MemberState } from "@dutyloop/domain/organization/things.ts";
import { placeInScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { freeCodes } from "../organization/index.ts";
import { basisOf } from "./basis.ts";

/** Who is to correct something within a term counts like any member (MEM-12). */
const members: readonly MemberState[] = ["FULL", "PROBATIONARY", "CORRECTING"];

/** What a plan starts from; names of people only with the right to read them. */
export async function getReorganizationBasis(
  request: ReadRequest<"getReorganizationBasis">,
): Promise<Answer<"getReorganizationBasis">> {
  const { database, tenantId, scope, params, query, caller, today } = request;
  const top = await placeInScope(database, tenantId, scope, params.organizationId);
  const basis = await basisOf(database, tenantId, top.path, query.on);
  const named = covers(scopeOf(caller.actor, "person.read", today), top.path);
  const codes = await freeCodes(
    database,
    tenantId,
    basis.units.map(({ code }) => code),
  );
  return {
    organizations: basis.organizations.map(({ id, name, kind, parentId, code, class: compared, validTo }) => ({
      ...{ id, name, kind, parentId, code, class: compared },
      endsOn: validTo,
    })),
    people: basis.people.map(({ personId, personName, organizationId, groupId, unitId, state }) => ({
      ...{ personId, organizationId, groupId, unitId },
      personName: named ? personName : null,
      member: members.includes(state),
    })),
    posts: basis.appointments.map(({ personId, organizationId, post }) => ({ personId, organizationId, post })),
    units: basis.units.map(({ id, name, kind, code, covered, keeperId }) => ({
      ...{ id, name, kind },
      coveredBy: covered ? keeperId : null,
      proposedCode: codes.get(code) ?? code,
    })),
  };
}
