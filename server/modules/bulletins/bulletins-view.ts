import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { monthOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { placeInScope } from "../../platform/access/place.ts";
import { type OfficialNotice, wordType } from "../../platform/documents/official-notice.ts";
import { sendFile } from "../../platform/http/file-answer.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { notFound } from "../../platform/ritual/refused.ts";

/** What an organisation has made, the latest first. */
export async function listBulletins(request: ReadRequest<"listBulletins">): Promise<Answer<"listBulletins">> {
  const { database, tenantId, scope, params, query } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const rows = await database
    .selectFrom("bulletin as b")
    .innerJoin("account as a", (join) => join.onRef("a.tenant_id", "=", "b.tenant_id").onRef("a.id", "=", "b.made_by"))
    .where("b.tenant_id", "=", tenantId)
    .where("b.organization_id", "=", place.id)
    .$if(query.after !== undefined, (more) => more.where("b.id", "<", query.after ?? ""))
    .select(["b.id", "b.month", "b.digest", "b.made_at as madeAt", "a.display_name as madeBy"])
    .select(sql<string>`b.notice->>'title'`.as("title"))
    .orderBy("b.id", "desc")
    .limit(query.limit + 1)
    .execute();
  const items = rows.slice(0, query.limit).map(({ month, madeAt, ...row }) => ({
    ...row,
    month: monthOf(month),
    madeAt: madeAt.toISOString(),
  }));
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

/** One of them as Word, with the figures that it was made of. */
export async function getBulletinFile(request: ReadRequest<"getBulletinFile">): Promise<unknown> {
  const { database, tenantId, scope, params, reply } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const made = await database
    .selectFrom("bulletin")
    .where("tenant_id", "=", tenantId)
    .where("organization_id", "=", place.id)
    .where("id", "=", params.bulletinId)
    .select("notice")
    .executeTakeFirst();
  if (!made) throw notFound();
  const notice = made.notice as unknown as OfficialNotice;
  // Loaded when somebody wants it: it takes memory that an idle server needn't hold.
  const { writeNotice } = await import("../../platform/documents/write-notice.ts");
  const fileName = `${notice.issuer}${notice.title}（${notice.mark}）.docx`;
  return sendFile(reply, { bytes: await writeNotice(notice), mediaType: wordType, fileName });
}
