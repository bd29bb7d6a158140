import type { ParsedBody } from "@dutyloop/contract/endpoints.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { MemberTag } from "@dutyloop/domain/organization/member-things.ts";
import { hasLeft } from "@dutyloop/domain/organization/members/shown-state.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "../../../platform/db/pools.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { Context, UseCase } from "../../../platform/ritual/use-case.ts";
import { lockPerson, type PersonPlace, placeOfPerson } from "./person-place.ts";

type NewTag = { readonly personId: string } & ParsedBody<"tagMember">;
type ToTag = { readonly place: PersonPlace; readonly overlaps: boolean };

/** Notes that a member is floating, old, ill, abroad or lost (MEM-09, MEM-10). */
export const tagMember: UseCase<NewTag, ToTag, { id: string }, { id: string }> = {
  name: "organization.tag_member",
  access: "person.manage",
  async load(transaction, { personId, tag, validFrom }, { actor, today }) {
    const { tenantId } = actor;
    await lockPerson(transaction, tenantId, personId);
    const place = await placeOfPerson(transaction, { tenantId, personId, on: today });
    if (!place) throw notFound();
    const { rows } = await sql`SELECT 1 FROM member_tag WHERE tenant_id = ${tenantId} AND person_id = ${personId}::uuid
      AND tag = ${tag} AND (valid_to IS NULL OR valid_to >= ${validFrom}::date)`.execute(transaction);
    return { place, overlaps: rows.length > 0 };
  },
  place: ({ place }) => place.path,
  decide({ place, overlaps }, { validFrom }, { today }) {
    if (validFrom > today) return refuse("member.in_future", { today }, "validFrom");
    if (hasLeft(place.state)) return refuse("member.not_a_member");
    if (overlaps) return refuse("member.tagged_already", {}, "tag");
    return { id: uuidv7() };
  },
  save(saving, { id }, { actor }, { personId, tag, validFrom, place, onePlace }) {
    saving.insert("member_tag", {
      tenant_id: actor.tenantId,
      id,
      person_id: personId,
      tag,
      valid_from: validFrom,
      place,
      one_place: onePlace,
    });
  },
  // Not which: an illness is among them, and the audit is read by others.
  audit: ({ id }, { personId, validFrom }) => ({ object: `person ${personId}`, after: { tag: id, validFrom } }),
  answer: ({ id }) => ({ id }),
};

type Tag = {
  readonly personId: string;
  readonly path: string;
  readonly tag: MemberTag;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly lastContactOn: PlainDate | null;
};

/** One tag, held for the rest of the transaction, with the branch that answers for its person. */
async function loadTag(transaction: Transaction, tagId: string, { actor, today }: Context): Promise<Tag> {
  const { tenantId } = actor;
  const { rows } = await sql<Omit<Tag, "path">>`
    SELECT person_id AS "personId", tag, valid_from AS "from", valid_to AS "to", last_contact_on AS "lastContactOn"
    FROM member_tag WHERE tenant_id = ${tenantId} AND id = ${tagId}::uuid FOR NO KEY UPDATE`.execute(transaction);
  const [tag] = rows;
  const place = tag && (await placeOfPerson(transaction, { tenantId, personId: tag.personId, on: today }));
  if (!place) throw notFound();
  return { ...tag, path: place.path };
}

type Ending = { readonly tagId: string; readonly lastDay: PlainDate };

/** Ends what was noted about a member. */
export const endTag: UseCase<Ending, Tag, Tag, { lastDay: PlainDate }> = {
  name: "organization.end_tag",
  access: "person.manage",
  load: (transaction, { tagId }, context) => loadTag(transaction, tagId, context),
  place: ({ path }) => path,
  decide(tag, { lastDay }) {
    if (tag.to !== null) return refuse("member.tag_ended", { to: tag.to });
    if (lastDay < tag.from) return refuse("member.tag_end_before_start", { from: tag.from }, "lastDay");
    return tag;
  },
  save(saving, _tag, { actor }, { tagId, lastDay }) {
    saving.change(sql`UPDATE member_tag SET valid_to = ${lastDay}
      WHERE tenant_id = ${actor.tenantId} AND id = ${tagId}::uuid`);
  },
  audit: ({ personId }, { tagId, lastDay }) => ({ object: `person ${personId}`, after: { tag: tagId, lastDay } }),
  answer: (_tag, { lastDay }) => ({ lastDay }),
};

type Contact = { readonly tagId: string; readonly on: PlainDate };

/** Notes that somebody was in touch with a floating member, which is due every quarter (MEM-09). */
export const noteContact: UseCase<Contact, Tag, Tag, { on: PlainDate }> = {
  name: "organization.note_contact",
  access: "person.manage",
  load: (transaction, { tagId }, context) => loadTag(transaction, tagId, context),
  place: ({ path }) => path,
  decide(tag, { on }, { today }) {
    if (tag.tag !== "FLOATING") return refuse("member.contact_not_floating");
    if (on > today) return refuse("member.in_future", { today }, "on");
    const last = tag.lastContactOn ?? tag.from;
    if (on < last) return refuse("member.contact_not_later", { last }, "on");
    return tag;
  },
  save(saving, _tag, { actor }, { tagId, on }) {
    saving.change(sql`UPDATE member_tag SET last_contact_on = ${on}
      WHERE tenant_id = ${actor.tenantId} AND id = ${tagId}::uuid`);
  },
  audit: ({ personId }, { tagId, on }) => ({ object: `person ${personId}`, after: { contact: tagId, on } }),
  answer: (_tag, { on }) => ({ on }),
};
