import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { type RawBuilder, sql } from "kysely";
import { placeInScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import { currentTemplates } from "../standards/index.ts";

type Draft = Answer<"getRecordDraft">;
type Row = Omit<Draft, "typedAt" | "handedOverAt"> & { typedAt: Date; handedOverAt: Date | null };

/** What is being typed at an organisation and isn't submitted; what waits for the signature first. */
export async function listRecordDrafts(request: ReadRequest<"listRecordDrafts">): Promise<Answer<"listRecordDrafts">> {
  const { database, tenantId, scope, params } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const { rows } = await draftsWhere(tenantId, place.id, sql`d.state <> 'submitted'`).execute(database);
  const templates = await currentTemplates(database, tenantId);
  return {
    items: rows.map((row) => {
      const { content: _content, ...draft } = shown(row);
      const nameOf = (code: string) => templates.get(code)?.body.name ?? { zh: code, en: code };
      return { ...draft, templateNames: draft.templateCodes.map(nameOf) };
    }),
  };
}

/** One draft with what was typed. */
export async function getRecordDraft(request: ReadRequest<"getRecordDraft">): Promise<Draft> {
  const { database, tenantId, scope, params } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const { rows } = await draftsWhere(tenantId, place.id, sql`d.id = ${params.draftId}::uuid`).execute(database);
  const [row] = rows;
  if (!row) throw notFound();
  return shown(row);
}

function draftsWhere(tenantId: number, organizationId: string, fits: RawBuilder<unknown>): RawBuilder<Row> {
  return sql<Row>`
    SELECT d.id, d.subject_id AS "subjectId", s.name AS "subjectName", d.template_codes AS "templateCodes", d.title,
      d.occurred_on AS "occurredOn", d.content, d.revision, d.state, t.display_name AS "typedBy", d.typed_at AS "typedAt",
      h.display_name AS "handedOverBy", d.handed_over_at AS "handedOverAt", d.sent_back_reason AS "sentBackReason",
      d.record_id AS "recordId"
    FROM record_draft d JOIN organization s ON s.tenant_id = d.tenant_id AND s.id = d.subject_id
    JOIN account t ON t.tenant_id = d.tenant_id AND t.id = d.typed_by
    LEFT JOIN account h ON h.tenant_id = d.tenant_id AND h.id = d.handed_over_by
    WHERE d.tenant_id = ${tenantId} AND d.organization_id = ${organizationId} AND ${fits}
    ORDER BY d.state = 'awaiting_signature' DESC, d.typed_at DESC, d.id LIMIT 200`;
}

function shown({ typedAt, handedOverAt, ...draft }: Row): Draft {
  return { ...draft, typedAt: typedAt.toISOString(), handedOverAt: handedOverAt?.toISOString() ?? null };
}
