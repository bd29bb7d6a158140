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
] as const;

export type NamedList = (typeof listNames)[number];

/** Tables of figures: taken away as workbooks like lists, with all they show, but without columns to choose or views to keep. */
export const workbookNames = [...listNames, "getDutyMatrix", "getDutyFigures", "getBurden"] as const;

export type NamedWorkbook = (typeof workbookNames)[number];
