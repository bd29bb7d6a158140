import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { Refused } from "../../../platform/ritual/refused.ts";
import { checkDraft, publishedFor } from "./check-draft.ts";
import { outcomeOf, versionAgainst } from "./draft-outcome.ts";
import { type DraftKind, draftOf, noDraft } from "./draft-rows.ts";
import { checkTemplateDraft } from "./template-draft.ts";

/** What an organisation is writing. */
export async function listDrafts(request: ReadRequest<"listDrafts">): Promise<Answer<"listDrafts">> {
  const { database, tenantId, scope, params } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const rows = await database
    .selectFrom("definition_draft")
    .where("tenant_id", "=", tenantId)
    .where("owner_id", "=", place.id)
    .select(["kind", "code", "revision", "changed_at as changedAt"])
    .orderBy("kind")
    .orderBy("code")
    .execute();
  return {
    items: rows.map(({ kind, changedAt, ...row }) => ({
      ...row,
      kind: kind as DraftKind,
      changedAt: changedAt.toISOString(),
    })),
  };
}

/** A draft exactly as it was typed. */
export async function getDraft(request: ReadRequest<"getDraft">): Promise<Answer<"getDraft">> {
  const { database, tenantId, scope, params } = request;
  await placeInScope(database, tenantId, scope, params.organizationId);
  const draft = await draftOf(database, tenantId, params);
  if (!draft) throw new Refused(noDraft(params));
  return { text: draft.text, revision: draft.revision, changedAt: draft.changedAt.toISOString() };
}

/** What stands against publishing a draft now, empty where it can be published, and what publishing would change. */
export async function validateDraft(request: ReadRequest<"validateDraft">): Promise<Answer<"validateDraft">> {
  const { database, tenantId, scope, params, today } = request;
  const { path } = await placeInScope(database, tenantId, scope, params.organizationId);
  const draft = await draftOf(database, tenantId, params);
  if (!draft) throw new Refused(noDraft(params));
  const { revision, text } = draft;
  if (params.kind === "template")
    return { revision, ...(await checkTemplateDraft(database, tenantId, params, path, text)), outcome: null };
  const key = { ...params, kind: params.kind };
  const published = await publishedFor(database, tenantId, key, path);
  const { version, problems } = checkDraft(key, path, text, published);
  const against = await versionAgainst(database, tenantId, key, path, published, today);
  const outcome = key.kind === "scheme" ? outcomeOf(text, published, against) : null;
  return { revision, version, problems: [...problems], against, outcome, template: null };
}
