import { accountsList, auditList, grantsList } from "./administration.ts";
import { alarmsList } from "./alarms.ts";
import { boardList } from "./board.ts";
import { burdenTable } from "./burden.ts";
import { importsList, reorganizationsList } from "./changes.ts";
import { absencesList, quarantineList, samplesList } from "./checking.ts";
import { receiptsList } from "./deliveries.ts";
import { applicantsList } from "./development.ts";
import { disputesList } from "./disputes.ts";
import { draftsList } from "./drafts.ts";
import { dutiesList, myDutiesList } from "./duties.ts";
import { dutyFiguresTable } from "./duty-figures.ts";
import { dutyMatrixTable } from "./duty-matrix.ts";
import { judgementsList } from "./judgements.ts";
import type { UnknownList } from "./list.ts";
import { dispositionsList, transfersList } from "./membership.ts";
import type { NamedList, NamedWorkbook } from "./names.ts";
import { organizationsList } from "./organizations.ts";
import { peopleList } from "./people.ts";
import { plansList } from "./plans.ts";
import { recordsList } from "./records.ts";
import { schemesList } from "./schemes.ts";
import { templatesList } from "./templates.ts";
import { termsList } from "./terms.ts";
import { gapsList, unitsList } from "./units.ts";

/** Every list by its endpoint; pages load theirs alone. */
export const lists = {
  listObligations: dutiesList,
  listMyDuties: myDutiesList,
  listRecords: recordsList,
  listPeople: peopleList,
  getBoard: boardList,
  listOrganizations: organizationsList,
  listAccounts: accountsList,
  listGrants: grantsList,
  listAudit: auditList,
  listTransfers: transfersList,
  listDispositions: dispositionsList,
  listTerms: termsList,
  listSamples: samplesList,
  listAbsences: absencesList,
  listQuarantined: quarantineList,
  listImports: importsList,
  listReorganizations: reorganizationsList,
  listDisputes: disputesList,
  listPlans: plansList,
  listGaps: gapsList,
  listUnits: unitsList,
  listApplicants: applicantsList,
  listReceipts: receiptsList,
  listTemplates: templatesList,
  listJudgements: judgementsList,
  listRecordDrafts: draftsList,
  listSchemes: schemesList,
  listAlarms: alarmsList,
  getDutyMatrix: dutyMatrixTable,
  getBurden: burdenTable,
} as const satisfies Record<NamedList, UnknownList>;

/** Everything that is taken away as a workbook, by its endpoint. */
export const workbooks = {
  ...lists,
  getDutyFigures: dutyFiguresTable,
} as const satisfies Record<NamedWorkbook, UnknownList>;
