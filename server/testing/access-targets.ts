import { createHash, randomUUID } from "node:crypto";
import type { RouteName } from "@dutyloop/contract/routes.ts";
import { meetingTemplate } from "@dutyloop/domain/standards/testing.ts";
import { missing, type Target } from "./access-target.ts";
import { password } from "./accounts.ts";
import { recordRequests } from "./record-targets.ts";
import { voterRequests } from "./voter-targets.ts";
import { workbookOf } from "./workbooks.ts";

export type Loose = {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  raw?: unknown;
  headers?: Record<string, string>;
};

/** A view of a list that nobody keeps. */
const unkept = "00000000-0000-4000-8000-00000000f1e3";

/** A workbook that names an organisation nobody has. */
const deliveredNothing = workbookOf({
  数据: [
    ["组织编码", "指标", "日期", "数值"],
    ["none", "x", "2026-03-01", "1"],
  ],
});
/** A roster that names an organisation nobody has. */
const rosterOfNobody = workbookOf({ 组织: [["组织代码"], ["none"]] });
const previewed = { digest: createHash("sha256").update(rosterOfNobody).digest("hex"), fingerprint: "0".repeat(64) };
/** A ledger that names branches of several places, and nobody who belongs there. */
const ledgerOfNobody = workbookOf({
  三会一课: [
    ["组织代码", "组织名称", "类型", "主题", "日期", "主持人", "到会人员"],
    ...["alpha-first", "alpha-second", "alpha-otherbranch", "beta-first"].map((code) => [
      ...[code, "某支部", "主题党日", "主题", "2026-03-12", "某人", "某人"],
    ]),
  ],
});
const ledgerSeen = { digest: createHash("sha256").update(ledgerOfNobody).digest("hex"), fingerprint: "0".repeat(64) };

/** A request of each endpoint that is right in itself; `number` makes what has to be new new. */
export function requestTo(name: RouteName, at: Target, number: number): Loose {
  const params = { organizationId: at.organizationId };
  const ofPerson = { personId: at.personId };
  const fresh = `n${number}`;
  const unit = { unitId: at.unitId };
  const month = { period: "2026-03" };
  const sheet = { scheme: "monthly", ...month };
  const line = { ...sheet, line: "attendance" };
  const board = { ...sheet, class: "生产类" };
  const words = { zh: fresh, en: fresh };
  const benchmarkItem = { code: "life_meetings", met: true, dueOn: null };
  const builtIn = { code: "theme_day", version: 3 };
  const draft = { ...params, kind: "scheme" as const, code: `draft_${number}` };
  const delivery = { organizationId: at.organizationId, figures: [] };
  const fromSafety = { source: "safety", month: "2026-03" };
  const roster = { raw: rosterOfNobody, headers: { "content-type": "application/octet-stream" } };
  const ledger = { raw: ledgerOfNobody, headers: { "content-type": "application/octet-stream" } };
  const workbook = { raw: deliveredNothing, headers: { "content-type": "application/octet-stream" } };
  const ofMonth = { ...params, month: "2026-03" };
  const typed = { number: "", recipient: fresh, opening: "", requirements: "", closing: "", copies: "" };
  const plan = { planId: at.planId };
  const duty = { obligationId: at.obligationId };
  const changed = { lines: [{ templateCode: "general_meeting" }], from: "2026-12-01" };
  const renamed = { act: "rename", organizationId: at.organizationId, name: fresh };
  const renaming = { name: fresh, decision: fresh, effectiveOn: "2026-03-16", acts: [renamed] };
  const requests: Record<RouteName, () => Loose> = {
    getSetup: () => ({}),
    setUp: () => ({ body: setUpBody }),
    signIn: () => ({ body: { group: "alpha", signInName: `nobody-${fresh}`, password: "wrong" } }),
    getSession: () => ({}),
    signOut: () => ({}),
    signOutEverywhere: () => ({}),
    changePassword: () => ({ body: { current: "wrong", next: "Other-42-words" } }),
    getSecondFactor: () => ({}),
    beginSecondFactor: () => ({ body: { password: "wrong" } }),
    confirmSecondFactor: () => ({ body: { code: "000000" } }),
    removeSecondFactor: () => ({ body: { password: "wrong", code: "000000" } }),
    listTokens: () => ({}),
    watchEvents: () => ({ query: { seconds: 0 } }),
    createToken: () => ({ body: { name: fresh, expiresOn: "2026-12-31" } }),
    revokeToken: () => ({ params: { tokenId: at.tokenId } }),
    listAccounts: () => ({ query: { limit: 200 } }),
    openAccount: () => ({ body: { signInName: `opened-${fresh}`, displayName: fresh } }),
    closeAccount: () => ({ params: { accountId: at.accountId } }),
    resetSecondFactor: () => ({ params: { accountId: at.accountId } }),
    listGrants: () => ({ query: { limit: 200 } }),
    listProposedGrants: () => ({ query: { limit: 200 } }),
    listPostRoles: () => ({}),
    setPostRole: () => ({
      params: { kind: "BRANCH", post: "YOUTH_MEMBER" },
      body: { role: "branch_committee_member" },
    }),
    grantRole: () => ({
      body: {
        accountId: at.colleagueId,
        role: "employee",
        organizationId: at.organizationId,
        validFrom: "2026-01-01",
        validTo: null,
      },
    }),
    revokeGrant: () => ({ params: { grantId: at.grantId } }),
    listOrganizations: () => ({ query: { parentId: at.organizationId, limit: 200 } }),
    getOrganization: () => ({ params }),
    search: () => ({ query: { q: "canary", limit: 20 } }),
    searchOrganizations: () => ({ query: { q: "canary", limit: 50 } }),
    createOrganization: () => ({
      body: {
        parentId: at.organizationId,
        kind: "GROUP",
        class: null,
        code: fresh,
        name: fresh,
        validFrom: "2026-01-01",
      },
    }),
    renameOrganization: () => ({ params, body: { name: fresh, class: null, on: "2026-01-01" } }),
    moveOrganization: () => ({ params, body: { parentId: at.organizationId, on: "2026-01-01" } }),
    revokeOrganization: () => ({ params, body: { lastDay: "2026-12-31", reason: fresh } }),
    listFindings: () => ({ params, query: { limit: 200 } }),
    restrictOrganization: () => ({ params, body: { restriction: null } }),
    listPeople: () => ({ params, query: { limit: 200 } }),
    admitPerson: () => ({ params, body: { name: fresh, memberState: "FULL", groupId: null, validFrom: "2026-01-01" } }),
    appoint: () => ({
      params,
      body: { personId: at.personId, post: "COMMITTEE_MEMBER", validFrom: "2026-01-01", validTo: null },
    }),
    endAppointment: () => ({ params: { appointmentId: at.appointmentId }, body: { lastDay: "2026-12-31" } }),
    getPrivateFields: () => ({ params: { personId: at.personId } }),
    readPrivateFields: () => ({ params: { personId: at.personId }, body: { purpose: "CONTACT" } }),
    setPrivateFields: () => ({ params: { personId: at.personId }, body: { phone: "13800012345" } }),
    getPerson: () => ({ params: ofPerson }),
    changePerson: () => ({ params: ofPerson, body: { joinedOn: "2001-07-01" } }),
    setEmployment: () => ({ params: ofPerson, body: { unitId: missing, validFrom: "2026-01-01" } }),
    changeMemberState: () => ({
      params: ofPerson,
      body: { to: "SUSPENDED", on: "2026-03-01", evidence: [], decidedBy: fresh },
    }),
    disposeOfMember: () => ({
      params: ofPerson,
      body: { to: "CORRECTING", on: "2026-03-01", evidence: [], decidedBy: fresh, reason: fresh },
    }),
    listDispositions: () => ({ params, query: { limit: 200 } }),
    tagMember: () => ({ params: ofPerson, body: { tag: "FLOATING", validFrom: "2026-01-01" } }),
    endTag: () => ({ params: { tagId: at.tagId }, body: { lastDay: "2025-01-01" } }),
    noteContact: () => ({ params: { tagId: at.tagId }, body: { on: "2026-02-01" } }),
    listTransfers: () => ({ params, query: { which: "all", limit: 200 } }),
    issueTransfer: () => ({
      params: ofPerson,
      body: { toCode: null, outsideName: fresh, issuedOn: "2026-03-01" },
    }),
    acknowledgeTransfer: () => ({ params: { transferId: at.transferId }, body: { on: "2025-01-01" } }),
    receiveFromOutside: () => ({
      params,
      body: { from: fresh, issuedOn: "2026-01-01", on: "2026-01-01", memberState: "FULL", person: { name: fresh } },
    }),
    returnTransfer: () => ({ params: { transferId: at.transferId }, body: { on: "2025-01-01", reason: fresh } }),
    listTerms: () => ({ params, query: { which: "all", limit: 200 } }),
    getTerm: () => ({ params }),
    getTeam: () => ({ params, query: { beganOn: "2026-03-01" } }),
    beginTerm: () => ({ params, body: { beganOn: "2026-01-01" } }),
    extendTerm: () => ({ params, body: { months: 6, approval: fresh } }),
    listApplicants: () => ({ params, query: { limit: 200 } }),
    getDevelopment: () => ({ params: { personId: at.personId } }),
    beginApplication: () => ({
      params,
      body: { on: "2026-01-15", papers: ["membership_application"], person: { name: fresh, bornOn: "2000-01-01" } },
    }),
    takeStep: () => ({ params: { personId: at.personId, step: 1 }, body: { on: "2026-01-15", papers: [] } }),
    exemptStep: () => ({ params: { personId: at.personId, step: 2 }, body: { on: "2026-01-15", reason: fresh } }),
    addAssessment: () => ({ params: { personId: at.personId }, body: { on: "2026-01-15" } }),
    extendProbation: () => ({
      params: { personId: at.personId },
      body: { on: "2026-01-15", months: 6, resolved: true },
    }),
    deferDiscussion: () => ({ params: { personId: at.personId }, body: { on: "2026-01-15", months: 1 } }),
    withdrawStep: () => ({ params: { personId: at.personId, entryId: missing }, body: { reason: fresh } }),
    listUnits: () => ({ params, query: { limit: 200, q: "canary" } }),
    createUnit: () => ({
      body: {
        parentId: at.unitId,
        kind: "TEAM",
        code: fresh,
        name: fresh,
        region: null,
        validFrom: "2026-01-01",
        validTo: null,
      },
    }),
    renameUnit: () => ({ params: unit, body: { name: fresh, region: null } }),
    moveUnit: () => ({ params: unit, body: { parentId: at.unitId } }),
    endUnit: () => ({ params: unit, body: { lastDay: "2026-12-31" } }),
    restrictUnit: () => ({ params: unit, body: { restriction: null } }),
    coverUnit: () => ({
      params: unit,
      body: { organizationId: at.organizationId, validFrom: "2026-01-01", validTo: null },
    }),
    endCoverage: () => ({ params: unit, body: { lastDay: "2027-01-01" } }),
    listGaps: () => ({ params, query: { limit: 200 } }),
    acceptGap: () => ({ params: unit, body: { finding: "gap.no_branch", on: "2026-03-01", code: fresh } }),
    getReorganizationBasis: () => ({ params, query: { on: "2026-03-16" } }),
    suggestReorganization: () => ({ params, query: { on: "2026-03-16" } }),
    previewReorganization: () => ({ params, body: renaming }),
    applyReorganization: () => ({ params, body: { ...renaming, digest: fresh } }),
    listReorganizations: () => ({ params, query: { limit: 200 } }),
    getReorganization: () => ({ params: { reorganizationId: at.reorganizationId } }),
    undoReorganization: () => ({ params: { reorganizationId: at.reorganizationId }, body: { reason: fresh } }),
    listTemplates: () => ({}),
    getBenchmark: () => ({ params, query: { year: 2026 } }),
    checkBenchmark: () => ({ params, body: { year: 2026, items: [{ ...benchmarkItem, note: fresh }] } }),
    verifyBenchmark: () => ({ params, body: { year: 2026, items: [{ ...benchmarkItem, note: fresh }] } }),
    setBenchmarkTarget: () => ({ params, body: { year: 2026, target: 80 } }),
    changeBenchmarkSet: () => ({
      params: { setCode: "branch_five" },
      body: { year: 2030, parts: [{ code: "own", name: words, items: [{ code: "own", name: words }] }] },
    }),
    getTemplate: () => ({ params: builtIn }),
    diffTemplates: () => ({ params: { code: "theme_day" }, query: { from: 3, to: 3 } }),
    publishTemplate: () => ({ params, body: { body: meetingTemplate({ code: `own_${number}` }), adapts: null } }),
    moveTemplate: () => ({ params: { ...params, ...builtIn }, body: { act: "send_back", reason: fresh } }),
    reviewTemplate: () => ({
      params: { ...params, ...builtIn },
      body: { practicality: 80, conformity: 80, relevance: 80, note: fresh },
    }),
    listTemplateAdoptions: () => ({ params, query: { code: "theme_day" } }),
    adoptTemplate: () => ({ params, body: { ...builtIn, from: "2027-01-01" } }),
    endTemplateAdoption: () => ({ params, body: { code: "theme_day", from: "2027-02-01" } }),
    listPlans: () => ({}),
    previewPlan: () => ({ params, body: { year: 2027, lines: [{ templateCode: "theme_day" }] } }),
    getPlan: () => ({ params: plan }),
    previewPlanChange: () => ({ params: plan, body: changed }),
    changePlan: () => ({ params: plan, body: { ...changed, reason: fresh, digest: fresh } }),
    issuePlan: () => ({
      body: { organizationId: at.organizationId, year: 2027, name: fresh, templateCodes: ["theme_day"] },
    }),
    listObligations: () => ({ params, query: { which: "all", limit: 200 } }),
    listMyDuties: () => ({}),
    getObligation: () => ({ params: duty }),
    takeDutyStep: () => ({ params: duty, body: { action: "start" } }),
    raiseRequest: () => ({ params: duty, body: { kind: "extend", askedTo: "2027-01-31", reason: fresh } }),
    checkDuty: () => ({ params: duty, body: { accept: true } }),
    decideRequest: () => ({ params: { requestId: at.requestId }, body: { approve: false, reason: fresh } }),
    waiveObligations: () => ({ params, body: { obligationIds: [at.obligationId], reason: fresh } }),
    ...recordRequests(at, number),
    ...voterRequests(at, number),
    getBoard: () => ({ params, query: { period: "2026-03", limit: 200 } }),
    getScore: () => ({ params: { ...params, ...month } }),
    getScoreReport: () => ({ params: { ...params, ...month }, query: { format: "json" } }),
    listScoreFacts: () => ({ params: { ...params, ...month, lineCode: "attendance" }, query: { limit: 200 } }),
    listScoreChildren: () => ({ params: { ...params, ...month, lineCode: "attendance" }, query: { limit: 200 } }),
    listPublishedBoards: () => ({ params, query: { limit: 200 } }),
    getPublishedBoard: () => ({ params, query: { ...month, assessorId: at.organizationId, limit: 200 } }),
    listIndicators: () => ({ query: { limit: 200 } }),
    getIndicator: () => ({ params: { code: "attendance", version: 1 } }),
    listSchemes: () => ({ query: { limit: 200 } }),
    getScheme: () => ({ params: { code: "monthly", version: 1 } }),
    diffSchemes: () => ({ params: { code: "monthly" }, query: { from: 1, to: 1 } }),
    listDrafts: () => ({ params }),
    getDraft: () => ({ params: draft }),
    saveDraft: () => ({ params: draft, body: { text: fresh, revision: 0 } }),
    deleteDraft: () => ({ params: draft }),
    validateDraft: () => ({ params: draft }),
    publishDraft: () => ({ params: draft, body: { revision: 1 } }),
    simulateScheme: () => ({ params, body: simulationBody }),
    adoptScheme: () => ({ params, body: { code: "monthly", version: 1, periodFrom: "2026-04-01" } }),
    endAdoption: () => ({ params, body: { code: "monthly", periodFrom: "2026-04-01" } }),
    previewRoster: () => ({ params, ...roster }),
    rosterTemplate: () => ({ params }),
    commitRoster: () => ({ params, query: { ...previewed, fileName: `${fresh}.xlsx` }, ...roster }),
    rosterErrors: () => ({ params, ...roster }),
    exportRoster: () => ({ params }),
    previewLedger: () => ({ params, ...ledger }),
    ledgerTemplate: () => ({ params }),
    commitLedger: () => ({ params, query: { ...ledgerSeen, fileName: `${fresh}.xlsx` }, ...ledger }),
    ledgerErrors: () => ({ params, ...ledger }),
    listImports: () => ({ params, query: { limit: 200 } }),
    getImport: () => ({ params: { importId: at.importId } }),
    undoImport: () => ({ params: { importId: at.importId } }),
    getImportProgress: () => ({ params: { progress: missing } }),
    importMeasures: () => ({ params, body: { source: "safety", month: "2026-03", deliveries: [delivery] } }),
    downloadTemplate: () => ({ params, query: fromSafety }),
    previewWorkbook: () => ({ params, query: fromSafety, ...workbook }),
    importWorkbook: () => ({ params, query: fromSafety, ...workbook }),
    listSources: () => ({ params }),
    listReceipts: () => ({ params, query: fromSafety }),
    listFigures: () => ({ params, query: { ...fromSafety, limit: 200 } }),
    correctFigure: () => ({
      params,
      body: { ...fromSafety, factId: missing, instead: null, reason: fresh },
    }),
    withdrawDelivery: () => ({ params, body: { ...fromSafety, reason: fresh } }),
    listJudges: () => ({ params }),
    listJudgeCandidates: () => ({ params }),
    nameJudge: () => ({
      params,
      body: { indicatorCode: "attendance", accountId: at.colleagueId, validFrom: "2026-01-01", validTo: null },
    }),
    endJudge: () => ({
      params,
      body: { indicatorCode: "attendance", accountId: at.colleagueId, lastDay: "2026-03-31" },
    }),
    judge: () => ({
      params,
      body: { indicatorCode: "attendance", period: "2026-03", points: "1", reason: fresh },
    }),
    listJudgements: () => ({ params }),
    listPeriods: () => ({ query: { year: 2026 } }),
    listPendingLeaves: () => ({ params: month, query: { limit: 200 } }),
    listSettlements: () => ({ params: month, query: { limit: 200 } }),
    settleLeaf: () => ({ params, body: { ...line, outcome: "zero", value: null, reason: fresh } }),
    startPublicity: () => ({ params: month }),
    closePeriod: () => ({ params: month }),
    reopenPeriod: () => ({ params: month, body: { reason: fresh } }),
    listAdjustments: () => ({ params, query: { ...month, limit: 200 } }),
    getBoardDraft: () => ({ params, query: { ...board, limit: 200 } }),
    decideVeto: () => ({ params, body: { ...sheet, veto: "fatal", confirmed: true, reason: fresh } }),
    decideGrade: () => ({ params, body: { ...sheet, grade: "good", reason: fresh } }),
    publishBoard: () => ({ params, body: board }),
    listDisputes: () => ({ params, query: { limit: 200 } }),
    raiseDispute: () => ({ params, body: { ...line, factId: null, reason: fresh } }),
    previewDispute: () => ({ params: { disputeId: at.disputeId }, body: { reversals: [], additions: [] } }),
    answerDispute: () => ({ params: { disputeId: at.disputeId }, body: { outcome: "rejected", answer: fresh } }),
    getDutyMatrix: () => ({ params, query: { year: 2026, level: "all", limit: 200 } }),
    getDutyFigures: () => ({ params, query: month }),
    getBurden: () => ({ params, query: { year: 2026 } }),
    getWorkbench: () => ({ params, query: month }),
    getBulletin: () => ({ params: ofMonth }),
    saveBulletin: () => ({ params: ofMonth, body: { texts: typed, leadingOnly: false, revision: 0 } }),
    makeBulletin: () => ({ params: ofMonth }),
    listBulletins: () => ({ params, query: { limit: 200 } }),
    getBulletinFile: () => ({ params: { ...params, bulletinId: at.bulletinId } }),
    listAudit: () => ({ query: { limit: 200 } }),
    verifyAudit: () => ({}),
    getStatus: () => ({}),
    getFirstSteps: () => ({}),
    getHealth: () => ({}),
    getSelfCheck: () => ({}),
    getConfiguration: () => ({}),
    listAlarms: () => ({}),
    handleAlarm: () => ({ params: { alarmId: at.alarmId }, body: { note: fresh } }),
    listViews: () => ({ query: { list: "listMyDuties" } }),
    keepView: () => ({
      params: { viewId: randomUUID() },
      body: { list: "listMyDuties", name: fresh, search: {}, columns: [] },
    }),
    forgetView: () => ({ params: { viewId: unkept } }),
    exportList: () => ({ body: { list: "listMyDuties", columns: [] } }),
  };
  return requests[name]();
}

const administrator = (kind: string) => ({ signInName: `another-${kind}`, displayName: kind, password });
const setUpBody = {
  group: { code: "gamma", name: "gamma" },
  systemAdministrator: administrator("system"),
  securityAdministrator: administrator("security"),
  auditAdministrator: administrator("audit"),
};

/** The monthly scheme with other marks, over a past month. */
const simulationBody = {
  scheme: "monthly",
  body: {
    code: "monthly",
    name: { zh: "月积分", en: "Monthly points" },
    root: {
      kind: "sum",
      code: "monthly_total",
      name: { zh: "合计", en: "Total" },
      children: [
        { kind: "leaf", indicator: "meetings_on_time", version: 1, fullMarks: "30" },
        { kind: "leaf", indicator: "attendance", version: 1, fullMarks: "40" },
      ],
    },
  },
  indicators: [],
  from: "2026-02",
  to: "2026-02",
};
