/** The lists that have columns to choose, views to keep and a workbook, by the endpoint that answers them. */
export const listNames = [
  "listObligations",
  "listRecords",
  "listPeople",
  "getBoard",
  "listOrganizations",
  "listMyDuties",
  "listAccounts",
  "listGrants",
  "listAudit",
  "listTransfers",
  "listDispositions",
  "listTerms",
  "listSamples",
  "listAbsences",
  "listQuarantined",
  "listImports",
  "listReorganizations",
  "listDisputes",
  "listPlans",
  "listGaps",
  "listUnits",
  "listApplicants",
  "listReceipts",
  "listTemplates",
  "listJudgements",
  "listRecordDrafts",
  "listSchemes",
  "listAlarms",
  "getDutyMatrix",
  "getBurden",
] as const;

export type NamedList = (typeof listNames)[number];

/** What is a part of a page is taken away like lists, with all it shows, but has neither columns to choose nor views to keep. */
export const workbookNames = [...listNames, "getDutyFigures"] as const;

export type NamedWorkbook = (typeof workbookNames)[number];
