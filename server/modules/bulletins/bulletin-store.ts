import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { firstDayOf, type Month } from "@dutyloop/domain/kernel/plain-date.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";

export type BulletinTexts = Answer<"getBulletin">["texts"];
export type BulletinDraft = {
  readonly texts: BulletinTexts;
  readonly leadingOnly: boolean;
  /** 0 where nothing was saved for the month. */
  readonly revision: number;
};

const nothing: BulletinTexts = { number: "", recipient: "", opening: "", requirements: "", closing: "", copies: "" };

/**
 * What was typed for a month. Before anything was, whom it goes to, how it ends and who is named are those of the last
 * month that has them, else `recipient`: nobody types them twice.
 */
export async function draftOf(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  month: Month,
  recipient: string,
): Promise<BulletinDraft> {
  const newest = await database
    .selectFrom("bulletin_draft")
    .where("tenant_id", "=", tenantId)
    .where("organization_id", "=", organizationId)
    .where("month", "<=", firstDayOf(month))
    .select(["month", "texts", "leading_only as leadingOnly", "revision"])
    .orderBy("month", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!newest) return { texts: { ...nothing, recipient }, leadingOnly: false, revision: 0 };
  const texts = newest.texts as BulletinTexts;
  const { leadingOnly, revision } = newest;
  if (newest.month === firstDayOf(month)) return { texts, leadingOnly, revision };
  const { recipient: to, closing, copies } = texts;
  return { texts: { ...nothing, recipient: to, closing, copies }, leadingOnly, revision: 0 };
}
