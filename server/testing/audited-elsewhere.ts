import type { RouteName } from "@dutyloop/contract/routes.ts";

/** A receipt, an arrival and an employment need a second branch or a unit, and are walked in modules/organization/people. */
const ofPeople: readonly RouteName[] = ["acknowledgeTransfer", "receiveFromOutside", "setEmployment"];

/** These need a month that has passed, and are walked in modules/assessment/disputes/publicity-story.api.test.ts. */
const ofPeriods: readonly RouteName[] = [
  "settleLeaf",
  "startPublicity",
  "closePeriod",
  "reopenPeriod",
  "decideVeto",
  "decideGrade",
  "publishBoard",
  "raiseDispute",
  "answerDispute",
];

/** These need somebody on probation, and are walked in modules/organization/development/probation.api.test.ts. */
const ofProbation: readonly RouteName[] = ["extendProbation", "deferDiscussion"];

/** These need a code, and are walked in modules/identity/second-factor/second-factor.api.test.ts. */
const ofSecondFactors: readonly RouteName[] = [
  "beginSecondFactor",
  "confirmSecondFactor",
  "removeSecondFactor",
  "resetSecondFactor",
];

/** This needs a gap, and is walked in modules/organization/units/gaps.api.test.ts. */
const ofGaps: readonly RouteName[] = ["acceptGap"];

/** This needs a figure that was delivered, and is walked in modules/assessment/inputs/corrections-story.api.test.ts. */
const ofFigures: readonly RouteName[] = ["correctFigure"];

/** Publishing needs a draft that is right, and is walked in modules/assessment/schemes/drafts.api.test.ts; a preview only reads. */
const ofDefinitions: readonly RouteName[] = ["publishDraft", "previewWorkbook"];

/** Taking a roster in needs its preview: walked in modules/imports/roster/commit-roster.api.test.ts; the others only read. */
const ofImports: readonly RouteName[] = ["previewRoster", "rosterErrors", "commitRoster", "undoImport"];
/** So is a ledger: modules/imports/ledger/commit-ledger.api.test.ts. */
const ofLedgers: readonly RouteName[] = ["previewLedger", "ledgerErrors", "commitLedger"];

/** Applying needs its preview, which only reads: walked in modules/reorganization/thirteen-to-forty-three.api.test.ts. */
const ofReorganizations: readonly RouteName[] = ["previewReorganization", "applyReorganization", "undoReorganization"];

/** These need a duty or the preview of a plan, which only reads: walked in modules/duties/{plans,duty-work}.api.test.ts. */
const ofDuties: readonly RouteName[] = [
  "previewPlan",
  "previewPlanChange",
  "changePlan",
  "takeDutyStep",
  "checkDuty",
  "raiseRequest",
  "decideRequest",
  "waiveObligations",
];

/** Verifying needs somebody else's look: walked in modules/standards/benchmarks/benchmark.api.test.ts. */
const ofBenchmarks: readonly RouteName[] = [
  "checkBenchmark",
  "verifyBenchmark",
  "setBenchmarkTarget",
  "changeBenchmarkSet",
];

/** Templates go a way of their own, walked in modules/standards/templates.api.test.ts. */
const ofTemplates: readonly RouteName[] = [
  "publishTemplate",
  "moveTemplate",
  "reviewTemplate",
  "adoptTemplate",
  "endTemplateAdoption",
];

/** These need pieces or a marked file, and are walked in modules/fulfilment/uploads/{uploads,quarantine}.api.test.ts. */
const ofFiles: readonly RouteName[] = ["beginUpload", "appendUpload", "handleQuarantined"];

/** This needs an awaited host, and is walked in modules/fulfilment/host-parts.api.test.ts; a preview only reads. */
const ofRecords: readonly RouteName[] = ["enterHostPart", "previewRecord"];

/** These are walked in modules/organization/people/voters.api.test.ts. */
const ofVoters: readonly RouteName[] = [
  "setVoterExclusion",
  "endVoterExclusion",
  "setVotingImpediment",
  "endVotingImpediment",
];

/** Views and workbooks of lists are walked in modules/lists/{kept-views,export-list}.api.test.ts. */
const ofLists: readonly RouteName[] = ["keepView", "forgetView", "exportList"];

/** An alarm has to be raised first; handling one is walked in modules/administration/alarms.api.test.ts. */
const ofAlarms: readonly RouteName[] = ["handleAlarm"];

/** Roles by post are walked in modules/identity/post-roles.api.test.ts. */
const ofPosts: readonly RouteName[] = ["setPostRole"];

/** Endpoints that change something, or only look like it, and are walked in another test than one-audit-entry.api.test.ts. */
export const auditedElsewhere: readonly RouteName[] = [
  "setUp",
  "signIn",
  "verifyAudit",
  ...ofPeriods,
  "previewDispute",
  "simulateScheme",
  ...ofImports,
  ...ofLedgers,
  ...ofDefinitions,
  ...ofFigures,
  ...ofPeople,
  ...ofAlarms,
  ...ofPosts,
  ...ofProbation,
  ...ofReorganizations,
  ...ofGaps,
  ...ofSecondFactors,
  ...ofTemplates,
  ...ofBenchmarks,
  ...ofDuties,
  ...ofFiles,
  ...ofRecords,
  ...ofVoters,
  ...ofLists,
];
