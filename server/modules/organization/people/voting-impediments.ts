import type { Answer, ParsedBody } from "@dutyloop/contract/endpoints.ts";
import { covers } from "@dutyloop/domain/identity/access-policy.ts";
import { endRefusal, impedimentRefusal } from "@dutyloop/domain/organization/members/voter-rules.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { placeOfPerson } from "./person-place.ts";
import { type Ending, endStretch, type HeldStretch, loadStretch, loadVoter, type Voter } from "./voter-stretches.ts";

type NewImpediment = { readonly personId: string } & ParsedBody<"setVotingImpediment">;

/** Enters that somebody's vote is taken or suspended (VOTE-09); by who enters dispositions. */
export const setVotingImpediment: UseCase<NewImpediment, Voter, { id: string }, { id: string }> = {
  name: "organization.set_voting_impediment",
  access: "member.dispose",
  load: (transaction, { personId }, context) => loadVoter(transaction, "voting_impediment", personId, context),
  place: ({ place }) => place.path,
  decide: ({ place, standing }, { validFrom }, { today }) =>
    impedimentRefusal(validFrom, { state: place.state, standing }, today) ?? { id: uuidv7() },
  save(saving, { id }, { actor, now }, { personId, kind, validFrom }) {
    saving.insert("voting_impediment", {
      tenant_id: actor.tenantId,
      id,
      person_id: personId,
      kind,
      valid_from: validFrom,
      recorded_by: actor.accountId,
      recorded_at: now,
    });
  },
  // Neither what nor whose: the number leads those who may read it to both.
  audit: ({ id }) => ({ object: `impediment ${id}`, after: {} }),
  answer: ({ id }) => ({ id }),
};

type EndingImpediment = Ending & { readonly impedimentId: string };

/** Gives somebody his vote back. */
export const endVotingImpediment: UseCase<EndingImpediment, HeldStretch, HeldStretch, Ending> = {
  name: "organization.end_voting_impediment",
  access: "member.dispose",
  load: (transaction, { impedimentId }, context) =>
    loadStretch(transaction, "voting_impediment", impedimentId, context),
  place: ({ path }) => path,
  decide: (stretch, { lastDay }) => endRefusal(stretch, lastDay) ?? stretch,
  save(saving, _stretch, { actor }, { impedimentId, lastDay }) {
    saving.change(endStretch("voting_impediment", actor.tenantId, impedimentId, lastDay));
  },
  audit: (_stretch, { impedimentId }) => ({ object: `impediment ${impedimentId}`, after: { ended: true } }),
  answer: (_stretch, { lastDay }) => ({ lastDay }),
};

/** What takes or suspends somebody's vote, or did; the latest first. */
export async function listVotingImpediments({
  database,
  tenantId,
  scope,
  params,
  today,
}: ReadRequest<"listVotingImpediments">): Promise<Answer<"listVotingImpediments">> {
  const place = await placeOfPerson(database, { tenantId, personId: params.personId, on: today });
  if (!place || !covers(scope, place.path)) throw notFound();
  const { rows } = await sql<Answer<"listVotingImpediments">["items"][number]>`
    SELECT id, kind, valid_from AS "validFrom", valid_to AS "validTo" FROM voting_impediment
    WHERE tenant_id = ${tenantId} AND person_id = ${params.personId}::uuid ORDER BY valid_from DESC, id`.execute(
    database,
  );
  return { items: rows };
}
