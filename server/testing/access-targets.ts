import type { RouteName } from "@dutyloop/contract/routes.ts";
import { password } from "./accounts.ts";
import { meetingBody } from "./meeting.ts";
import { jpeg } from "./photographs.ts";

/** One place as the endpoints address it. */
export type Target = {
  readonly organizationId: string;
  readonly recordId: string;
  readonly fileId: string;
  readonly personId: string;
  readonly groupId: string;
  /** An account that is closed in the course of the test, and one that stays. */
  readonly accountId: string;
  readonly colleagueId: string;
  readonly grantId: string;
  readonly tokenId: string;
};
type Loose = { params?: unknown; query?: unknown; body?: unknown; raw?: unknown; headers?: Record<string, string> };

const missing = "0197aaaa-0000-7000-8000-000000000000";
/** Addresses something that isn't there. */
export const nowhere: Target = {
  organizationId: missing,
  recordId: missing,
  fileId: "0".repeat(64),
  personId: missing,
  groupId: missing,
  accountId: missing,
  colleagueId: missing,
  grantId: missing,
  tokenId: missing,
};

/** Endpoints whose addressee is named in the request; the others are about the caller or the whole group. */
export const addressed: ReadonlySet<RouteName> = new Set<RouteName>([
  "revokeToken",
  "closeAccount",
  "grantRole",
  "revokeGrant",
  "listOrganizations",
  "getOrganization",
  "createOrganization",
  "listPeople",
  "admitPerson",
  "appoint",
  "issuePlan",
  "listObligations",
  "getRecordForm",
  "listRecords",
  "submitRecord",
  "getRecord",
  "uploadFile",
  "getRecordFile",
  "getBoard",
  "getScore",
  "listScoreFacts",
  "getWorkbench",
]);

/** A request of each endpoint that is right in itself; `number` makes what has to be new new. */
export function requestTo(name: RouteName, at: Target, number: number): Loose {
  const params = { organizationId: at.organizationId };
  const fresh = `n${number}`;
  const month = { period: "2026-03" };
  const requests: Record<RouteName, () => Loose> = {
    getSetup: () => ({}),
    setUp: () => ({ body: setUpBody }),
    signIn: () => ({ body: { group: "alpha", signInName: `nobody-${fresh}`, password: "wrong" } }),
    getSession: () => ({}),
    signOut: () => ({}),
    signOutEverywhere: () => ({}),
    changePassword: () => ({ body: { current: "wrong", next: "Other-42-words" } }),
    listTokens: () => ({}),
    createToken: () => ({ body: { name: fresh, expiresOn: "2026-12-31" } }),
    revokeToken: () => ({ params: { tokenId: at.tokenId } }),
    listAccounts: () => ({ query: { limit: 200 } }),
    openAccount: () => ({ body: { signInName: `opened-${fresh}`, displayName: fresh } }),
    closeAccount: () => ({ params: { accountId: at.accountId } }),
    listGrants: () => ({ query: { limit: 200 } }),
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
    listPeople: () => ({ params, query: { limit: 200 } }),
    admitPerson: () => ({ params, body: { name: fresh, memberState: "FULL", groupId: null, validFrom: "2026-01-01" } }),
    appoint: () => ({
      params,
      body: { personId: at.personId, post: "COMMITTEE_MEMBER", validFrom: "2026-01-01", validTo: null },
    }),
    listTemplates: () => ({}),
    listPlans: () => ({}),
    issuePlan: () => ({
      body: { organizationId: at.organizationId, year: 2027, name: fresh, templateCodes: ["theme_day"] },
    }),
    listObligations: () => ({ params, query: { which: "all", limit: 200 } }),
    getRecordForm: () => ({ params, query: { template: "theme_day" } }),
    listRecords: () => ({ params, query: { limit: 200 } }),
    submitRecord: () => ({
      params,
      body: meetingBody({ id: at.organizationId, mark: "by-matrix.", memberIds: [at.personId] }),
      headers: { "idempotency-key": `matrix-${fresh}` },
    }),
    getRecord: () => ({ params: { recordId: at.recordId } }),
    uploadFile: () => ({ params, raw: jpeg({ shade: number % 250 }), headers: { "content-type": "image/jpeg" } }),
    getRecordFile: () => ({ params: { recordId: at.recordId, fileId: at.fileId } }),
    getBoard: () => ({ params, query: { period: "2026-03", limit: 200 } }),
    getScore: () => ({ params: { ...params, ...month } }),
    listScoreFacts: () => ({ params: { ...params, ...month, lineCode: "attendance" }, query: { limit: 200 } }),
    getWorkbench: () => ({ params, query: month }),
    listAudit: () => ({ query: { limit: 200 } }),
    verifyAudit: () => ({}),
    getStatus: () => ({}),
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
