import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { BilingualText, TemplateBody } from "@dutyloop/domain/standards/things.ts";
import { type RawBuilder, sql } from "kysely";
import type { ReadRequest } from "../../platform/http/route.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import { presentStandard } from "./present-record.ts";
import type { RecordBody } from "./record-rows.ts";

type View = Answer<"getRecord">;
type Row = {
  id: string;
  organizationId: string;
  organizationName: string;
  path: string;
  subjectName: string;
  version: number;
  state: string;
  title: string;
  occurredOn: PlainDate;
  lateEntry: boolean;
  recordedAt: Date;
  expected: number;
  present: number;
  body: RecordBody;
  templates: TemplateBody[];
  participants: NonNullable<View["participants"]>;
  satisfied:
    | {
        obligationId: string;
        templateCode: string;
        subjectName: string;
        dueOn: PlainDate;
        timeliness: "on_time" | "late";
      }[]
    | null;
  resolutions: View["resolutions"] | null;
  files: View["files"] | null;
};

/** Everything a record shows, in one statement: each part is found by its key, so it costs the same in any group. */
export function recordQuery(tenantId: number, recordId: string): RawBuilder<Row> {
  return sql<Row>`
    SELECT r.id, r.organization_id AS "organizationId", o.name AS "organizationName", o.path, s.name AS "subjectName", r.version, r.state, r.title,
      r.occurred_on AS "occurredOn", r.late_entry AS "lateEntry", r.recorded_at AS "recordedAt", r.expected, r.present, v.body,
      (SELECT json_agg(t.body ORDER BY array_position(r.template_codes, t.code)) FROM (
        SELECT DISTINCT ON (code) code, body FROM template_version
        WHERE tenant_id = ${tenantId} AND code = ANY(r.template_codes) ORDER BY code, version DESC) t) AS templates,
      coalesce((SELECT json_agg(json_build_object('personId', p.person_id, 'name', p.name, 'capacity', p.capacity, 'presence', p.presence,
        'reason', p.reason, 'exempt', p.exempt) ORDER BY p.position) FROM record_participant p
        WHERE p.tenant_id = ${tenantId} AND p.record_id = r.id AND p.version = r.version), '[]') AS participants,
      (SELECT json_agg(json_build_object('obligationId', ob.id, 'templateCode', ob.template_code, 'subjectName', os.name,
        'dueOn', ob.due_on, 'timeliness', d.timeliness) ORDER BY ob.due_on, ob.id)
        FROM discharge d JOIN obligation ob ON ob.tenant_id = d.tenant_id AND ob.id = d.obligation_id
        JOIN organization os ON os.tenant_id = ob.tenant_id AND os.id = ob.subject_id
        WHERE d.tenant_id = ${tenantId} AND d.record_id = r.id AND d.version = r.version AND r.state <> 'revoked') AS satisfied,
      (SELECT json_agg(json_build_object('title', t.title, 'for', t.votes_for, 'against', t.votes_against, 'abstain', t.votes_abstain,
        'rule', t.rule, 'votersExpected', t.voters_expected, 'votersPresent', t.voters_present, 'quorumNeeded', t.quorum_needed,
        'passNeeded', t.pass_needed, 'valid', t.valid, 'passed', t.passed) ORDER BY t.position)
        FROM vote_tally t WHERE t.tenant_id = ${tenantId} AND t.record_id = r.id AND t.version = r.version) AS resolutions,
      (SELECT json_agg(json_build_object('id', f.id, 'mediaType', f.media_type, 'size', f.size) ORDER BY u.position)
        FROM file_use u JOIN file f ON f.tenant_id = u.tenant_id AND f.id = u.file_id
        WHERE u.tenant_id = ${tenantId} AND u.used_by = 'record' AND u.used_id = r.id) AS files
    FROM record r
    JOIN organization o ON o.tenant_id = r.tenant_id AND o.id = r.organization_id
    JOIN organization s ON s.tenant_id = r.tenant_id AND s.id = r.subject_id
    JOIN record_version v ON v.tenant_id = r.tenant_id AND v.record_id = r.id AND v.version = r.version
    WHERE r.tenant_id = ${tenantId} AND r.id = ${recordId}`;
}

/** One record with everything it shows; names only with the right to read them (a leader sees counts). */
export async function getRecord({
  database,
  tenantId,
  scope,
  params,
  caller,
  today,
}: ReadRequest<"getRecord">): Promise<View> {
  const { rows } = await recordQuery(tenantId, params.recordId).execute(database);
  const row = rows[0];
  if (!row || !covers(scope, row.path)) throw notFound();
  const named = covers(scopeOf(caller.actor, "record.read_names", today), row.path);
  return present(row, named);
}

function present(row: Row, named: boolean): View {
  const { path: _path, body, templates, participants, satisfied, resolutions, files, recordedAt, ...rest } = row;
  const nameOf = (personId: string | null) =>
    named && personId ? (participants.find((person) => person.personId === personId)?.name ?? null) : null;
  const template = (code: string) => templates.find((candidate) => candidate.code === code) as TemplateBody;
  const topics = templates.flatMap((candidate) => candidate.topics);
  return {
    ...rest,
    startTime: body.startTime,
    endTime: body.endTime,
    place: body.place,
    chairName: nameOf(body.chairId),
    recorderName: nameOf(body.recorderId),
    lecturer: named ? body.lecturer : null,
    minutes: body.minutes,
    lateReason: body.lateReason ?? null,
    topics: body.topics.map(
      (code): BilingualText => topics.find((topic) => topic.code === code)?.name ?? { zh: code, en: code },
    ),
    recordedAt: recordedAt.toISOString(),
    participants: named ? participants : null,
    standards: body.standards.map(({ templateCode, standard }) => presentStandard(template(templateCode), standard)),
    satisfied: (satisfied ?? []).map((duty) => ({ ...duty, templateName: template(duty.templateCode).name })),
    resolutions: resolutions ?? [],
    files: files ?? [],
  };
}
