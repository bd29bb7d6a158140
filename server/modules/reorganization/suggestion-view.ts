import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { suggestedBranches } from "@dutyloop/domain/organization/reorganization/suggested-branches.ts";
import { v7 as uuidv7 } from "uuid";
import { placeInScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { freeCodes, unitFactsOf } from "../organization/index.ts";
import { basisOf } from "./basis.ts";

/** The acts of 一部门一支部, to be looked at and changed before anybody applies them. */
export async function suggestReorganization(
  request: ReadRequest<"suggestReorganization">,
): Promise<Answer<"suggestReorganization">> {
  const { database, tenantId, scope, params, query } = request;
  const top = await placeInScope(database, tenantId, scope, params.organizationId);
  const { organizations, people, coverages, units } = await basisOf(database, tenantId, top.path, query.on);
  const { branches, ended } = suggestedBranches({
    units: unitFactsOf(units),
    organizations: organizations.filter(({ validTo }) => validTo === null),
    people,
    coverages,
  });
  const unitCodes = new Map(units.map(({ id, code }) => [id, code]));
  const codes = await freeCodes(
    database,
    tenantId,
    branches.map(({ unitId }) => unitCodes.get(unitId) ?? ""),
  );
  const begun = branches.map((branch) => {
    const code = unitCodes.get(branch.unitId) ?? "";
    return { ...branch, id: uuidv7(), code: codes.get(code) ?? code };
  });
  return {
    acts: [
      ...begun.map(({ id, parentId, class: compared, code, unitName, unitId, predecessorIds }) => ({
        act: "create" as const,
        id,
        kind: "BRANCH" as const,
        parentId,
        class: compared,
        code,
        name: `${unitName}党支部`,
        unitIds: [unitId],
        predecessorIds: [...predecessorIds],
        approved: false,
        adoptsTemplates: true,
      })),
      ...begun.map(({ id, personIds }) => ({
        act: "place" as const,
        personIds: [...personIds],
        organizationId: id,
        groupId: null,
      })),
      ...begun.flatMap(({ id, secretaryId }) =>
        secretaryId === null
          ? []
          : [{ act: "appoint" as const, personId: secretaryId, organizationId: id, post: "SECRETARY" as const }],
      ),
      ...ended.map((organizationId) => ({ act: "revoke" as const, organizationId })),
    ],
  };
}
