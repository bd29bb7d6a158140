import { randomUUID } from "node:crypto";
import type { Body } from "@dutyloop/contract/endpoints.ts";
import { type AssessedGroup, assessedGroup } from "./assessed-group.ts";
import { Client } from "./client.ts";

export type Department = { readonly unitId: string; readonly name: string; readonly personIds: readonly string[] };
/** A joint branch with the departments that it covers, each with three full members or the number asked for. */
export type JointBranch = { readonly id: string; readonly name: string; readonly departments: readonly Department[] };

/** A committee whose departments share branches, as before a re-organisation into one branch for each department. */
export type DepartmentsGroup = AssessedGroup & {
  readonly committeeId: string;
  readonly joint: readonly JointBranch[];
  /** The officer with a token that outlives the clock's jumps. */
  readonly officer: Client;
};

/**
 * A group with a committee and joint branches below it; `shape` says how many departments each covers. Three full members
 * work in each department; the first leads it, and the first of a branch is its secretary.
 */
export async function departmentsGroup(shape: readonly number[]): Promise<DepartmentsGroup> {
  const group = await assessedGroup();
  const { office, query, tenantId } = group;
  const committeeId = await group.organization("MINE", { kind: "COMMITTEE", name: "矿业党委" });
  const joint: JointBranch[] = [];
  let number = 0;
  for (const [index, count] of shape.entries()) {
    const name = `第${index + 1}联合党支部`;
    const place = { parentId: committeeId, kind: "JOINT_BRANCH", class: "生产类", name } as const;
    const id = await group.organization(`J${index + 1}`, place);
    const departments = Array.from({ length: count }, () => {
      number += 1;
      return { unitId: randomUUID(), number, name: `第${number}部门`, personIds: [1, 2, 3].map(() => randomUUID()) };
    });
    const given = [tenantId, id, JSON.stringify(departments)];
    const departmentsGiven = `json_to_recordset($3::json) AS d("unitId" uuid, number int, name text, "personIds" uuid[])`;
    const peopleGiven = `${departmentsGiven} CROSS JOIN LATERAL unnest("personIds") WITH ORDINALITY AS p(person, place)`;
    for (const statement of [
      `INSERT INTO unit (tenant_id, id, kind, code, name, path, label, valid_from)
       SELECT $1, "unitId", 'DEPARTMENT', 'D' || number, name, number || '.', number, '2026-01-01' FROM ${departmentsGiven} WHERE $2 <> ''`,
      `INSERT INTO coverage (tenant_id, id, organization_id, unit_id, valid_from)
       SELECT $1, gen_random_uuid(), $2::uuid, "unitId", '2026-01-01' FROM ${departmentsGiven}`,
      `INSERT INTO person (tenant_id, id, name)
       SELECT $1, person, '党员' || number || '-' || place FROM ${peopleGiven} WHERE $2 <> ''`,
      `INSERT INTO membership (tenant_id, id, person_id, organization_id, state, valid_from)
       SELECT $1, gen_random_uuid(), person, $2::uuid, 'FULL', '2026-01-01' FROM ${peopleGiven}`,
      `INSERT INTO employment (tenant_id, id, person_id, unit_id, leads_unit, valid_from)
       SELECT $1, gen_random_uuid(), person, "unitId", place = 1, '2026-01-01' FROM ${peopleGiven} WHERE $2 <> ''`,
    ])
      await query(statement, given);
    joint.push({ id, name, departments });
    const secretary = departments[0]?.personIds[0] as string;
    const body = { personId: secretary, post: "SECRETARY" as const, validFrom: "2026-01-01", validTo: null };
    await office.ask("appoint", { params: { organizationId: id }, body });
  }
  const officer = new Client(group.server);
  officer.token = (await office.ask("createToken", { body: { name: "test", expiresOn: "2026-12-31" } })).token;
  return { ...group, committeeId, joint, officer };
}

/**
 * The plan of a branch for each department from the middle of March, with the joint branches ended; with `secretaries` the
 * first of each department leads its branch.
 */
export function branchForEachDepartment(
  { committeeId, joint }: DepartmentsGroup,
  { secretaries }: { readonly secretaries: boolean },
): { readonly plan: Body<"previewReorganization">; readonly begun: readonly string[] } {
  const departments = joint.flatMap(({ id, departments: covered }) =>
    covered.map((each) => ({ ...each, predecessor: id, branch: randomUUID() })),
  );
  const plan: Body<"previewReorganization"> = {
    name: "一部门一支部",
    decision: "矿业党委〔2026〕7号",
    effectiveOn: "2026-03-16",
    acts: [
      ...departments.map(({ branch, name, unitId, predecessor }, index) => ({
        act: "create" as const,
        id: branch,
        kind: "BRANCH" as const,
        parentId: committeeId,
        class: "生产类",
        code: `B${index + 1}`,
        name: `${name}党支部`,
        unitIds: [unitId],
        predecessorIds: [predecessor],
        approved: false,
        adoptsTemplates: true,
      })),
      ...departments.map(({ branch, personIds }) => ({
        act: "place" as const,
        personIds: [...personIds],
        organizationId: branch,
        groupId: null,
      })),
      ...(secretaries ? departments : []).map(({ branch, personIds }) => ({
        act: "appoint" as const,
        personId: personIds[0] as string,
        organizationId: branch,
        post: "SECRETARY" as const,
      })),
      ...joint.map(({ id }) => ({ act: "revoke" as const, organizationId: id })),
    ],
  };
  return { plan, begun: departments.map(({ branch }) => branch) };
}
