import { votingRight } from "../organization-rules.ts";
import { isBranchKind, type MemberState } from "../things.ts";
import type { NewOrganization } from "./acts.ts";
import type { AppointmentRow } from "./reorganization-rows.ts";

/** 四同: 组织同设置、干部同配备、制度同制定、工作同考核. */
export const samenessChecks = ["organization", "leaders", "rules", "assessment"] as const;
export type SamenessCheck = (typeof samenessChecks)[number];

export type SamenessReason = {
  readonly organizationId: string;
  readonly check: SamenessCheck;
  readonly code: "units_not_one" | "nobody_named" | "templates_not_adopted" | "class_not_assessed";
};
export type Sameness = Readonly<Record<SamenessCheck, boolean>> & { readonly reasons: readonly SamenessReason[] };

export type UnitHead = { readonly unitId: string; readonly personId: string; readonly state: MemberState | null };

/**
 * The four 同 over the branches that begin. 组织: each covers exactly one unit. 干部: its secretary or deputy is the head
 * of its unit, or, where the head isn't a full member, a secretary is named. 制度: it adopts its superior's templates.
 * 工作: a scheme assesses its class.
 */
export function samenessOf(
  begun: readonly NewOrganization[],
  posts: readonly Pick<AppointmentRow, "personId" | "organizationId" | "post">[],
  heads: readonly UnitHead[],
  assessedClasses: readonly string[],
): Sameness {
  const reasons = begun
    .filter(({ kind }) => isBranchKind(kind))
    .flatMap((organization): SamenessReason[] => {
      const failed: [SamenessCheck, SamenessReason["code"], boolean][] = [
        ["organization", "units_not_one", organization.unitIds.length !== 1],
        ["leaders", "nobody_named", !isLed(organization, posts, heads)],
        ["rules", "templates_not_adopted", !organization.adoptsTemplates],
        [
          "assessment",
          "class_not_assessed",
          organization.class === null || !assessedClasses.includes(organization.class),
        ],
      ];
      return failed.flatMap(([check, code, wrong]) =>
        wrong ? [{ organizationId: organization.id, check, code }] : [],
      );
    });
  const holds = (check: SamenessCheck) => !reasons.some((reason) => reason.check === check);
  return {
    organization: holds("organization"),
    leaders: holds("leaders"),
    rules: holds("rules"),
    assessment: holds("assessment"),
    reasons,
  };
}

function isLed(
  { id, unitIds }: NewOrganization,
  posts: readonly Pick<AppointmentRow, "personId" | "organizationId" | "post">[],
  heads: readonly UnitHead[],
): boolean {
  const leaders = posts.filter(({ organizationId, post }) => organizationId === id && isLeading(post));
  const able = heads.filter(({ unitId, state }) => unitIds.includes(unitId) && state !== null && votingRight(state));
  if (able.length === 0) return leaders.some(({ post }) => post === "SECRETARY");
  return leaders.some(({ personId }) => able.some((head) => head.personId === personId));
}

function isLeading(post: AppointmentRow["post"]): boolean {
  return post === "SECRETARY" || post === "DEPUTY_SECRETARY";
}
