import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { refuseBy } from "@dutyloop/domain/organization/finding.ts";
import { branchActRefusal } from "@dutyloop/domain/organization/kinds/act-rules.ts";
import { endingRefusal } from "@dutyloop/domain/organization/team-policy.ts";
import { termEnd } from "@dutyloop/domain/organization/terms/term-rules.ts";
import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { endRolesOfPosts } from "../people/end-roles-of-posts.ts";
import { type OldTeam, oldTeam } from "./old-team.ts";

type Input = { readonly organizationId: string; readonly beganOn: PlainDate; readonly ending: readonly string[] };
type State = {
  readonly path: string;
  readonly kind: OrganizationKind;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly current: { readonly id: string; readonly beganOn: PlainDate } | null;
  /** Last day of the project that a project branch was set up for, where it is known. */
  readonly projectEndsOn: PlainDate | null;
  readonly team: OldTeam;
};
type Decision = Pick<State, "current" | "kind"> & {
  readonly id: string;
  readonly dueOn: PlainDate;
  readonly ending: OldTeam;
};

/**
 * Begins a term of office on the day of the election (ORG-14). The one before ends the day before, and with it the posts of
 * the old team that were named, with the roles that go with them.
 */
export const beginTerm: UseCase<Input, State, Decision, Answer<"beginTerm">> = {
  name: "organization.begin_term",
  access: "organization.manage",
  async load(transaction, { organizationId, beganOn }, { actor }) {
    const { tenantId } = actor;
    // The lock lets two elections of one organisation be entered one after the other.
    const { rows } = await sql<Omit<State, "current" | "projectEndsOn" | "team">>`
      SELECT path, kind, valid_from AS "validFrom", valid_to AS "validTo" FROM organization
      WHERE tenant_id = ${tenantId} AND id = ${organizationId}::uuid FOR NO KEY UPDATE`.execute(transaction);
    const [organization] = rows;
    if (!organization) throw notFound();
    const current = await sql<NonNullable<State["current"]>>`
      SELECT id, began_on AS "beganOn" FROM term_of_office
      WHERE tenant_id = ${tenantId} AND organization_id = ${organizationId}::uuid AND ended_on IS NULL`.execute(
      transaction,
    );
    const project = await sql<{ endsOn: PlainDate | null }>`
      SELECT max(u.valid_to) AS "endsOn" FROM coverage c JOIN unit u ON u.tenant_id = c.tenant_id AND u.id = c.unit_id
      WHERE c.tenant_id = ${tenantId} AND c.organization_id = ${organizationId}::uuid AND u.kind = 'PROJECT'
        AND c.valid_from <= ${beganOn}::date AND (c.valid_to IS NULL OR c.valid_to >= ${beganOn}::date)
      HAVING bool_and(u.valid_to IS NOT NULL)`.execute(transaction);
    const bound = organization.kind === "PROJECT_BRANCH";
    return {
      ...organization,
      current: current.rows[0] ?? null,
      projectEndsOn: bound ? (project.rows[0]?.endsOn ?? null) : null,
      team: await oldTeam(transaction, tenantId, { organizationId, beganOn, lock: true }),
    };
  },
  place: ({ path }) => path,
  decide({ kind, validFrom, validTo, current, projectEndsOn, team }, { beganOn, ending }, { today }) {
    const temporary = branchActRefusal(kind, "term_election");
    if (temporary) return temporary;
    const dueOn = termEnd({ kind, beganOn, movedMonths: 0, projectEndsOn });
    if (dueOn === null) return refuseBy("ORG-14", "term.kind_without_term", { kind });
    if (beganOn > today) return refuse("term.in_future", { today }, "beganOn");
    if (beganOn < validFrom) return refuse("term.before_organization", { from: validFrom }, "beganOn");
    if (validTo !== null && beganOn > validTo) return refuse("term.organization_ended", { to: validTo }, "beganOn");
    if (dueOn <= beganOn) return refuse("term.organization_ended", { to: dueOn }, "beganOn");
    if (current !== null && beganOn <= current.beganOn) {
      return refuse("term.not_after_current", { from: current.beganOn }, "beganOn");
    }
    return (
      endingRefusal(ending, team) ?? {
        id: uuidv7(),
        dueOn,
        current,
        kind,
        ending: team.filter((post) => ending.includes(post.id)),
      }
    );
  },
  async save(saving, { id, dueOn, current, kind, ending }, { actor }, { organizationId, beganOn }) {
    const lastDay = addDays(beganOn, -1);
    if (current !== null) {
      // Only one term stands: the old one has to be over before the new one is there.
      await sql`UPDATE term_of_office SET ended_on = ${lastDay}
        WHERE tenant_id = ${actor.tenantId} AND id = ${current.id}::uuid`.execute(saving.transaction);
    }
    saving.insert("term_of_office", {
      tenant_id: actor.tenantId,
      id,
      organization_id: organizationId,
      began_on: beganOn,
      due_on: dueOn,
    });
    if (ending.length === 0) return;
    saving.change(sql`UPDATE appointment SET valid_to = ${lastDay}
      WHERE tenant_id = ${actor.tenantId} AND id = ANY(${ending.map((post) => post.id)}::uuid[])`);
    endRolesOfPosts(saving, actor.tenantId, { organizationId, kind, posts: ending }, lastDay);
  },
  audit: ({ dueOn, current, ending }, { organizationId, beganOn }) => ({
    object: `organization ${organizationId}`,
    ...(current === null ? {} : { before: { beganOn: current.beganOn } }),
    after: { beganOn, dueOn, ended: ending.map((post) => post.id) },
  }),
  answer: ({ id, dueOn }) => ({ id, endsOn: dueOn }),
};
