import type { Action } from "@dutyloop/domain/identity/things.ts";
import type { placeTexts } from "./place-texts.ts";

export type PlaceName = keyof (typeof placeTexts)["zh"];
type Place = {
  readonly name: PlaceName;
  readonly to: string;
  /** The action that some grant must carry; null for everybody. */
  readonly needs: Action | null;
  readonly part: "act" | "page";
};

const page = (name: PlaceName, to: string, needs: Action | null): Place => ({ name, to, needs, part: "page" });
const act = (name: PlaceName, to: string, needs: Action | null): Place => ({ name, to, needs, part: "act" });

/** Where the palette leads to besides what is found on the server. */
export const places: readonly Place[] = [
  page("workbench", "/", "obligation.read"),
  page("duties", "/duties", "obligation.read"),
  page("mine", "/duties/mine", "obligation.read"),
  page("matrix", "/duties/matrix", "obligation.read"),
  page("burden", "/duties/burden", "obligation.read"),
  page("plans", "/duties/plans", "plan.read"),
  page("standards", "/standards", "plan.read"),
  page("benchmark", "/standards/benchmark", "plan.read"),
  page("records", "/records", "record.read"),
  page("drafts", "/records/drafts", "record.draft"),
  page("samples", "/records/samples", "record.sample"),
  page("absences", "/records/absences", "record.read_names"),
  page("board", "/board", "score.read"),
  page("periods", "/board/periods", "period.manage"),
  page("disputes", "/board/disputes", "dispute.read"),
  page("bulletins", "/board/bulletins", "dashboard.read"),
  page("schemes", "/board/schemes", "scheme.read"),
  page("deliveries", "/board/deliveries", "measure.import"),
  page("judging", "/board/judging", "score.judge"),
  page("organizations", "/organizations", "organization.read"),
  page("terms", "/organizations/terms", "organization.read"),
  page("gaps", "/organizations/gaps", "dashboard.read"),
  page("units", "/organizations/units", "organization.read"),
  page("people", "/people", "person.read"),
  page("transfers", "/people/transfers", "person.read"),
  page("dispositions", "/people/dispositions", "member.read_dispositions"),
  page("development", "/development", "development.read"),
  page("imports", "/imports", "roster.import"),
  page("reorganizations", "/reorganizations", "organization.reorganize"),
  page("quarantine", "/quarantine", "file.quarantine"),
  page("me", "/me", null),
  page("accounts", "/admin/accounts", "account.read"),
  page("grants", "/admin/grants", "grant.read"),
  page("postRoles", "/admin/post-roles", "grant.read"),
  page("alarms", "/admin/alarms", "account.secure"),
  page("audit", "/admin/audit", "audit.read"),
  page("status", "/admin/status", "system.read"),
  act("newPlan", "/duties/plans/new", "plan.issue"),
  act("newReorganization", "/reorganizations/new", "organization.reorganize"),
  act("takeRosterIn", "/imports", "roster.import"),
  act("changePassword", "/me", null),
];
