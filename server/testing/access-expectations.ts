import type { RouteName } from "@dutyloop/contract/routes.ts";
import type { Role } from "@dutyloop/domain/identity/things.ts";

/**
 * Who gets what from every endpoint, written down from the brief of the roles and not from the policy's code, so that
 * a wrong change there is found. Where the caller's role doesn't have the right at all he is refused wherever he asks;
 * where he has it elsewhere, he is answered as if the thing weren't there.
 */
export type Relation = "own" | "ancestor" | "descendant" | "sibling" | "other group";
export const relations: readonly Relation[] = ["own", "ancestor", "descendant", "sibling", "other group"];

export type Expectation =
  /** Nobody has to be signed in. */
  | { readonly kind: "public" }
  /** Anybody signed in, about himself. */
  | { readonly kind: "self" }
  /** About the group as a whole, for those of its top. */
  | { readonly kind: "group"; readonly roles: readonly Role[] }
  /** About the group's books: only for those who hold the right at its top; to others who hold it, as if it weren't there. */
  | { readonly kind: "top"; readonly roles: readonly Role[] }
  /** About one organisation: these see it and all below, those exactly it. */
  | { readonly kind: "place"; readonly below: readonly Role[]; readonly exactly: readonly Role[] };

const office = "party_affairs_officer";
/** They see how it stands, without names. */
const withoutNames = ["party_committee_leader", "discipline_officer", "supervisor"] as const;
/** They see how it stands above their own branch too, with names. */
const withNames = [office, "general_branch_secretary", "organizer"] as const;
const inBranch = ["branch_secretary", "branch_committee_member"] as const;
const business = [...withoutNames, ...withNames, ...inBranch] as const;

const place = (below: readonly Role[], exactly: readonly Role[] = []): Expectation => ({
  kind: "place",
  below,
  exactly,
});
const group = (...roles: Role[]): Expectation => ({ kind: "group", roles });
const top = (...roles: Role[]): Expectation => ({ kind: "top", roles });
const open: Expectation = { kind: "public" };
const self: Expectation = { kind: "self" };

export const expectations: Record<RouteName, Expectation> = {
  getSetup: open,
  setUp: open,
  signIn: open,
  getSession: self,
  signOut: self,
  signOutEverywhere: self,
  changePassword: self,
  listTokens: self,
  createToken: self,
  revokeToken: self,
  listAccounts: group("system_administrator", "security_administrator"),
  openAccount: group("system_administrator"),
  closeAccount: group("system_administrator"),
  listGrants: group("security_administrator"),
  grantRole: place(["security_administrator"]),
  revokeGrant: place(["security_administrator"]),
  listOrganizations: place(
    [...business, "security_administrator"],
    ["group_leader", "party_member", "employee", "data_officer"],
  ),
  getOrganization: place(
    [...business, "security_administrator"],
    ["group_leader", "party_member", "employee", "data_officer"],
  ),
  searchOrganizations: group(
    ...business,
    "security_administrator",
    "group_leader",
    "party_member",
    "employee",
    "data_officer",
  ),
  createOrganization: place([office]),
  renameOrganization: place([office]),
  moveOrganization: place([office]),
  revokeOrganization: place([office]),
  restrictOrganization: place([office]),
  listFindings: place(
    [...business, "security_administrator"],
    ["group_leader", "party_member", "employee", "data_officer"],
  ),
  listPeople: place([...withNames, ...inBranch], ["group_leader"]),
  admitPerson: place([office, "branch_secretary"]),
  appoint: place([office, "branch_secretary"]),
  endAppointment: place([office, "branch_secretary"]),
  getPrivateFields: place([office, "organizer"]),
  readPrivateFields: place([office, "organizer"]),
  setPrivateFields: place([office, "branch_secretary"]),
  getPerson: place([...withNames, ...inBranch], ["group_leader"]),
  changePerson: place([office, "branch_secretary"]),
  setEmployment: place([office, "branch_secretary"]),
  changeMemberState: place([office, "branch_secretary"]),
  disposeOfMember: place(["organizer"]),
  listDispositions: place(["organizer", "discipline_officer"]),
  tagMember: place([office, "branch_secretary"]),
  endTag: place([office, "branch_secretary"]),
  noteContact: place([office, "branch_secretary"]),
  listTransfers: place([...withNames, ...inBranch], ["group_leader"]),
  issueTransfer: place([office, "branch_secretary"]),
  acknowledgeTransfer: place([office, "branch_secretary"]),
  receiveFromOutside: place([office, "branch_secretary"]),
  returnTransfer: place([office, "branch_secretary"]),
  listTerms: place(
    [...business, "security_administrator"],
    ["group_leader", "party_member", "employee", "data_officer"],
  ),
  getTerm: place([...business, "security_administrator"], ["group_leader", "party_member", "employee", "data_officer"]),
  beginTerm: place([office]),
  extendTerm: place([office]),
  getReorganizationBasis: place([office]),
  suggestReorganization: place([office]),
  previewReorganization: place([office]),
  applyReorganization: place([office]),
  listReorganizations: place([office]),
  getReorganization: place([office]),
  undoReorganization: place([office]),
  listApplicants: place([office, "general_branch_secretary", "organizer", "branch_secretary"]),
  getDevelopment: place([office, "general_branch_secretary", "organizer", "branch_secretary"]),
  beginApplication: place([office, "organizer", "branch_secretary"]),
  takeStep: place([office, "organizer", "branch_secretary"]),
  exemptStep: place([office, "organizer", "branch_secretary"]),
  addAssessment: place([office, "organizer", "branch_secretary"]),
  extendProbation: place([office, "organizer", "branch_secretary"]),
  deferDiscussion: place([office, "organizer", "branch_secretary"]),
  withdrawStep: place([office, "organizer", "branch_secretary"]),
  listUnits: place(
    [...business, "security_administrator"],
    ["group_leader", "party_member", "employee", "data_officer"],
  ),
  createUnit: place([office]),
  renameUnit: place([office]),
  moveUnit: place([office]),
  endUnit: place([office]),
  restrictUnit: place([office]),
  coverUnit: place([office]),
  endCoverage: place([office]),
  listGaps: place(
    [...business, "security_administrator"],
    ["group_leader", "party_member", "employee", "data_officer"],
  ),
  acceptGap: place([office]),
  getBenchmark: place(business, ["group_leader", "party_member"]),
  checkBenchmark: place(["branch_secretary"], [office]),
  verifyBenchmark: place([office, "organizer", "supervisor"]),
  setBenchmarkTarget: place([office, "organizer", "supervisor"]),
  getTemplate: group(...business, "group_leader", "party_member", "data_officer"),
  diffTemplates: group(...business, "group_leader", "party_member", "data_officer"),
  publishTemplate: place([office]),
  moveTemplate: place([office]),
  reviewTemplate: place([office, "organizer", "supervisor"]),
  listTemplateAdoptions: place(business, ["group_leader", "party_member", "data_officer"]),
  adoptTemplate: place([office]),
  endTemplateAdoption: place([office]),
  listTemplates: group(...business, "group_leader", "party_member", "data_officer"),
  listPlans: group(...business),
  previewPlan: place([office]),
  issuePlan: place([office]),
  getPlan: place(business),
  previewPlanChange: place([office]),
  changePlan: place([office]),
  listObligations: place(business, ["group_leader", "party_member"]),
  listMyDuties: self,
  getObligation: place(business, ["group_leader", "party_member"]),
  takeDutyStep: place(["branch_secretary"], [office]),
  raiseRequest: place(["branch_secretary"], [office]),
  checkDuty: place([office, "general_branch_secretary"]),
  decideRequest: place([office, "general_branch_secretary"]),
  waiveObligations: place([office, "general_branch_secretary"]),
  getRecordForm: place(inBranch, [office, "general_branch_secretary"]),
  listRecords: place(business, ["group_leader", "party_member"]),
  submitRecord: place(["branch_secretary"], [office, "general_branch_secretary"]),
  correctRecord: place(["branch_secretary"], [office, "general_branch_secretary"]),
  getRecordEntry: place(["branch_secretary"], [office, "general_branch_secretary"]),
  listRecordVersions: place(business, ["group_leader", "party_member"]),
  reverseRecord: place([office, "organizer", "supervisor"]),
  makeUp: place(["branch_secretary"], [office, "general_branch_secretary"]),
  listAbsences: place([...withNames, ...inBranch], ["group_leader"]),
  drawSample: place([office, "organizer", "supervisor"]),
  listSamples: place([office, "organizer", "supervisor"]),
  getSample: place([office, "organizer", "supervisor"]),
  checkSample: place([office, "organizer", "supervisor"]),
  listRecordDrafts: place(inBranch, [office, "general_branch_secretary"]),
  getRecordDraft: place(inBranch, [office, "general_branch_secretary"]),
  saveRecordDraft: place(inBranch, [office, "general_branch_secretary"]),
  discardRecordDraft: place(inBranch, [office, "general_branch_secretary"]),
  handOverDraft: place(inBranch, [office, "general_branch_secretary"]),
  sendBackDraft: place(["branch_secretary"], [office, "general_branch_secretary"]),
  makeHandbook: place([office, "general_branch_secretary", "organizer", "branch_secretary"]),
  makeInspectionPack: place([office, "general_branch_secretary", "organizer", "branch_secretary"]),
  getRecord: place(business, ["group_leader", "party_member"]),
  uploadFile: place([office, ...inBranch], ["group_leader"]),
  getRecordFile: place(business, ["group_leader"]),
  getBoard: place([...withoutNames, ...withNames]),
  getScore: place(business, ["group_leader", "party_member"]),
  getScoreReport: place(business, ["group_leader", "party_member"]),
  listScoreFacts: place(business, ["group_leader", "party_member"]),
  listScoreChildren: place(business, ["group_leader", "party_member"]),
  listPublishedBoards: place(business, ["group_leader", "party_member"]),
  getPublishedBoard: place(business, ["group_leader", "party_member"]),
  listIndicators: group(...business),
  getIndicator: group(...business),
  listSchemes: group(...business),
  getScheme: group(...business),
  diffSchemes: group(...business),
  listDrafts: place([office]),
  getDraft: place([office]),
  saveDraft: place([office]),
  deleteDraft: place([office]),
  validateDraft: place([office]),
  publishDraft: place([office]),
  adoptScheme: place([office]),
  endAdoption: place([office]),
  simulateScheme: place([office]),
  previewRoster: place([office]),
  rosterTemplate: place([office]),
  commitRoster: place([office]),
  rosterErrors: place([office]),
  exportRoster: place([office]),
  previewLedger: place([office]),
  commitLedger: place([office]),
  ledgerErrors: place([office]),
  ledgerTemplate: place([office]),
  listImports: place([office]),
  getImport: place([office]),
  undoImport: place([office]),
  getImportProgress: self,
  importMeasures: place([office, "data_officer"]),
  downloadTemplate: place([office, "data_officer"]),
  previewWorkbook: place([office, "data_officer"]),
  importWorkbook: place([office, "data_officer"]),
  listSources: place([office, "data_officer"]),
  listReceipts: place([office, "data_officer"]),
  listFigures: place([office, "data_officer"]),
  correctFigure: place([office, "data_officer"]),
  withdrawDelivery: place([office, "data_officer"]),
  listJudges: place([...withoutNames, ...withNames]),
  listJudgeCandidates: place([office]),
  nameJudge: place([office]),
  endJudge: place([office]),
  judge: place([...withoutNames, ...withNames]),
  listJudgements: place([...withoutNames, ...withNames]),
  listPeriods: group(...business, "group_leader", "party_member"),
  listPendingLeaves: group(office),
  listSettlements: group(office),
  settleLeaf: place([office]),
  startPublicity: top(office),
  closePeriod: top(office),
  reopenPeriod: top(office),
  listAdjustments: place(business, ["group_leader", "party_member"]),
  getBoardDraft: place([...withoutNames, ...withNames]),
  decideVeto: place([office]),
  decideGrade: place([office]),
  publishBoard: place(["party_committee_leader"]),
  listDisputes: place(business),
  raiseDispute: place(["branch_secretary"]),
  previewDispute: place([office]),
  answerDispute: place([office]),
  getWorkbench: place([...withoutNames, ...withNames]),
  listAudit: group("audit_administrator"),
  verifyAudit: group("audit_administrator"),
  getStatus: group("system_administrator"),
};

/** Who may read the names of people: the others see counts. */
export const seesNames: readonly Role[] = [...withNames, ...inBranch, "group_leader"];
/** Who may read what was recorded. */
export const seesRecords: readonly Role[] = [...business, "group_leader", "party_member"];
/** Who may read what organisations there are. */
export const seesOrganizations: readonly Role[] = [
  ...business,
  "group_leader",
  "party_member",
  "employee",
  "data_officer",
];
/** Endpoints by which business data come in, for an organisation and all below it. */
export const imports: ReadonlySet<RouteName> = new Set<RouteName>([
  "importMeasures",
  "downloadTemplate",
  "previewWorkbook",
  "importWorkbook",
  "listSources",
  "listReceipts",
  "listFigures",
  "correctFigure",
  "withdrawDelivery",
]);
/** Who sees his own organisation and nothing below it. */
export const exactlyOwn: readonly Role[] = ["group_leader", "party_member", "employee", "data_officer"];
