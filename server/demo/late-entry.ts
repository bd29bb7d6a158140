import { firstDayOf, monthOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { submitRecord } from "../modules/fulfilment/index.ts";
import { perform, type Workshop } from "../platform/ritual/perform.ts";
import type { WorkingBranch } from "./branch.ts";
import { type DemoCalendar, workingDays } from "./calendar.ts";
import type { Chance } from "./chance.ts";
import { demoDepartment } from "./departments.ts";
import { recordOf } from "./records.ts";

type Owed = { branchId: string; subjectId: string; template: string; periodFrom: PlainDate };

/**
 * Today one secretary, that of the demo's own branch if it can be, finds a meeting of a month that is closed and published
 * and was never entered, and enters it (逾期补录). The published score stays; the board and the score show 以前期间调整.
 * Answers the number of records: 0 where every closed month is complete.
 */
export async function enterLate(
  workshop: Workshop,
  branches: readonly WorkingBranch[],
  calendar: DemoCalendar,
  chance: Chance,
): Promise<number> {
  const owed = await owedOf(workshop, branches, calendar);
  const branch = branches.find(({ id }) => id === owed?.branchId);
  if (!owed || !branch) return 0;
  const month = monthOf(owed.periodFrom);
  const group = branch.groupIds.indexOf(owed.subjectId);
  const heldOn = chance.pick(workingDays(month, 9, 24));
  const meeting = { templateCodes: [owed.template], group: group < 0 ? null : group, heldOn };
  const { input } = recordOf(chance, branch, meeting, month, calendar);
  await perform(workshop, submitRecord, branch.secretary, {
    ...input,
    fileIds: [],
    lateReason: "检查资料时发现当月漏录",
  });
  return 1;
}

/** What is still owed of the newest month whose boards are published, the demo's branch before others. */
async function owedOf(
  workshop: Workshop,
  branches: readonly WorkingBranch[],
  calendar: DemoCalendar,
): Promise<Owed | undefined> {
  const waiting = calendar.months.at(-3);
  const own = branches.find(({ department }) => department.name === demoDepartment);
  const [first] = branches;
  if (waiting === undefined || first === undefined) return undefined;
  const { tenantId } = first.secretary.actor;
  const { rows } = await sql<Owed>`
    SELECT ob.organization_id AS "branchId", ob.subject_id AS "subjectId", ob.template_code AS template, ob.period_from AS "periodFrom"
    FROM obligation ob
    JOIN organization o ON o.tenant_id = ob.tenant_id AND o.id = ob.organization_id
    JOIN organization s ON s.tenant_id = ob.tenant_id AND s.id = ob.subject_id
    WHERE ob.tenant_id = ${tenantId} AND ob.state = 'todo' AND ob.period_to < ${firstDayOf(waiting)}::date
      AND ob.template_code IN ('theme_day', 'committee_meeting', 'group_meeting')
    ORDER BY (ob.organization_id = ${own?.id ?? null}::uuid) IS TRUE DESC, ob.period_from DESC, o.code, ob.template_code, s.code
    LIMIT 1`.execute(workshop.database.reading(tenantId));
  return rows[0];
}
