import type { Answer, ParsedBody } from "@dutyloop/contract/endpoints.ts";
import { covers, narrow, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { endRefusal, exclusionRefusal } from "@dutyloop/domain/organization/members/voter-rules.ts";
import { type ExclusionGround, groundsOfDispositions } from "@dutyloop/domain/organization/voter-things.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { inScope, placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { type Ending, endStretch, type HeldStretch, loadStretch, loadVoter, type Voter } from "./voter-stretches.ts";

type NewExclusion = { readonly personId: string } & ParsedBody<"setVoterExclusion">;

/** Leaves a member out of those who ought to vote: the superior has agreed and the meeting has resolved it (VOTE-08). */
export const setVoterExclusion: UseCase<NewExclusion, Voter, { id: string }, { id: string }> = {
  name: "organization.set_voter_exclusion",
  access: "person.manage",
  load: (transaction, { personId }, context) => loadVoter(transaction, "voter_exclusion", personId, context),
  place: ({ place }) => place.path,
  decide: ({ place, standing }, asked, { today }) =>
    exclusionRefusal(asked, { state: place.state, standing }, today) ?? { id: uuidv7() },
  save(saving, { id }, { actor, now }, asked, { place }) {
    saving.insert("voter_exclusion", {
      tenant_id: actor.tenantId,
      id,
      person_id: asked.personId,
      organization_id: place.organizationId,
      ground: asked.ground,
      approved_by: asked.approvedBy,
      approved_on: asked.approvedOn,
      resolved_on: asked.resolvedOn,
      valid_from: asked.validFrom,
      recorded_by: actor.accountId,
      recorded_at: now,
    });
  },
  // Not why: illnesses are among the grounds, and the audit is read by others.
  audit: ({ id }, { personId, validFrom }) => ({ object: `person ${personId}`, after: { exclusion: id, validFrom } }),
  answer: ({ id }) => ({ id }),
};

type EndingExclusion = Ending & { readonly exclusionId: string };

/** Counts a member among the voters again. */
export const endVoterExclusion: UseCase<EndingExclusion, HeldStretch, HeldStretch, Ending> = {
  name: "organization.end_voter_exclusion",
  access: "person.manage",
  load: (transaction, { exclusionId }, context) => loadStretch(transaction, "voter_exclusion", exclusionId, context),
  place: ({ path }) => path,
  decide: (stretch, { lastDay }) => endRefusal(stretch, lastDay) ?? stretch,
  save(saving, _stretch, { actor }, { exclusionId, lastDay }) {
    saving.change(endStretch("voter_exclusion", actor.tenantId, exclusionId, lastDay));
  },
  audit: ({ personId }, { exclusionId, lastDay }) => ({
    object: `person ${personId}`,
    after: { exclusion: exclusionId, lastDay },
  }),
  answer: (_stretch, { lastDay }) => ({ lastDay }),
};

type Item = Answer<"listVoterExclusions">["items"][number];

/** Members of an organisation and below who aren't counted among the voters, or weren't; running ones first. */
export async function listVoterExclusions(
  request: ReadRequest<"listVoterExclusions">,
): Promise<Answer<"listVoterExclusions">> {
  const { database, tenantId, scope, params, caller, today } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const { rows } = await sql<Omit<Item, "ground"> & { ground: ExclusionGround; path: string }>`
    SELECT x.id, p.id AS "personId", p.name AS "personName", o.id AS "organizationId", o.name AS "organizationName", o.path,
      x.ground, x.approved_by AS "approvedBy", x.approved_on AS "approvedOn", x.resolved_on AS "resolvedOn",
      x.valid_from AS "validFrom", x.valid_to AS "validTo"
    FROM voter_exclusion x
    JOIN organization o ON o.tenant_id = x.tenant_id AND o.id = x.organization_id
    JOIN person p ON p.tenant_id = x.tenant_id AND p.id = x.person_id
    WHERE x.tenant_id = ${tenantId} AND ${inScope("o.path", narrow(scope, place.path))}
    ORDER BY x.valid_to IS NULL DESC, x.valid_from DESC, x.id LIMIT 500`.execute(database);
  const privately = scopeOf(caller.actor, "person.read_private", today);
  const dispositions = scopeOf(caller.actor, "member.read_dispositions", today);
  return {
    items: rows.map(({ path, ground, ...row }) => {
      const tellsMore = groundsOfDispositions.includes(ground);
      const shown = covers(privately, path) && (!tellsMore || covers(dispositions, path));
      return { ...row, ground: shown ? ground : null };
    }),
  };
}
