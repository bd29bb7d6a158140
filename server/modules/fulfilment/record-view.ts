import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { attendanceRate } from "@dutyloop/domain/fulfilment/attendance-rate.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { Action } from "@dutyloop/domain/identity/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { BilingualText, TemplateBody } from "@dutyloop/domain/standards/things.ts";
import { type RawBuilder, sql } from "kysely";
import type { ReadRequest } from "../../platform/http/route.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import { presentDeviation } from "./present-deviations.ts";
import { presentStandard } from "./present-hosts.ts";
import {
  electionsOf,
  presentElection,
  presentVote,
  type StoredElection,
  type StoredVote,
  votesOf,
} from "./present-votes.ts";
import type { RecordBody } from "./record-rows.ts";

type View = Answer<"getRecord">;
type Host = Omit<View["hosts"][number], "rate" | "lateReason"> & { path: string };
type Row = {
  id: string;
  organizationId: string;
  organizationName: string;
  subjectName: string;
  version: number;
  state: string;
  title: string;
  occurredOn: PlainDate;
  lateEntry: boolean;
  recordedAt: Date;
  body: RecordBody;
  hosts: Host[];
  awaited: (View["awaited"][number] & { path: string })[];
  templates: TemplateBody[];
  participants: (Omit<NonNullable<View["participants"]>[number], "organizationId"> & { host: number })[];
  satisfied: Omit<View["satisfied"][number], "templateName">[] | null;
  resolutions: StoredVote[] | null;
  elections: StoredElection[] | null;
  files: View["files"] | null;
};

/** Everything a record shows, in one statement: each part is found by its key, so it costs the same in any group. */
export function recordQuery(tenantId: number, recordId: string): RawBuilder<Row> {
  return recordsQuery(tenantId, sql`r.id = ${recordId}`);
}

/** The same of several records `r`, in the order of their days. */
export function recordsQuery(tenantId: number, which: RawBuilder<unknown>): RawBuilder<Row> {
  return sql<Row>`
    SELECT r.id, r.organization_id AS "organizationId", o.name AS "organizationName", s.name AS "subjectName", r.version, r.state, r.title,
      r.occurred_on AS "occurredOn", r.late_entry AS "lateEntry", r.recorded_at AS "recordedAt", v.body,
      (SELECT json_agg(json_build_object('organizationId', h.organization_id, 'organizationName', ho.name, 'path', ho.path, 'subjectId', h.subject_id,
        'subjectName', hs.name, 'expected', h.expected, 'present', h.present, 'exempt', h.exempt,
        'lateEntry', r.late_entry OR h.late_entry) ORDER BY h.position)
        FROM record_host h JOIN organization ho ON ho.tenant_id = h.tenant_id AND ho.id = h.organization_id
        JOIN organization hs ON hs.tenant_id = h.tenant_id AND hs.id = h.subject_id
        WHERE h.tenant_id = ${tenantId} AND h.record_id = r.id) AS hosts,
      coalesce((SELECT json_agg(json_build_object('organizationId', w.organization_id, 'organizationName', wo.name, 'path', wo.path,
        'subjectId', w.subject_id, 'subjectName', ws.name) ORDER BY wo.path, w.subject_id)
        FROM record_awaited w JOIN organization wo ON wo.tenant_id = w.tenant_id AND wo.id = w.organization_id
        JOIN organization ws ON ws.tenant_id = w.tenant_id AND ws.id = w.subject_id
        WHERE w.tenant_id = ${tenantId} AND w.record_id = r.id), '[]') AS awaited,
      (SELECT json_agg(t.body ORDER BY j.place) FROM jsonb_array_elements(v.body->'standards') WITH ORDINALITY AS j(judged, place)
        JOIN template_version t ON t.tenant_id = ${tenantId} AND t.code = j.judged->>'templateCode'
          AND t.version = coalesce((j.judged->>'templateVersion')::integer, 1)) AS templates,
      coalesce((SELECT json_agg(json_build_object('personId', p.person_id, 'name', p.name, 'capacity', p.capacity, 'presence', p.presence,
        'reason', p.reason, 'exempt', p.exempt, 'host', p.host) ORDER BY p.position) FROM record_participant p
        WHERE p.tenant_id = ${tenantId} AND p.record_id = r.id AND p.version = r.version), '[]') AS participants,
      (SELECT json_agg(json_build_object('obligationId', ob.id, 'organizationId', ob.organization_id, 'organizationName', oo.name,
        'templateCode', ob.template_code, 'subjectName', os.name, 'dueOn', ob.due_on, 'timeliness', d.timeliness, 'sourceName', coalesce(op.name, '')) ORDER BY ob.due_on, ob.id)
        FROM discharge d JOIN obligation ob ON ob.tenant_id = d.tenant_id AND ob.id = d.obligation_id
        JOIN organization oo ON oo.tenant_id = ob.tenant_id AND oo.id = ob.organization_id
        JOIN organization os ON os.tenant_id = ob.tenant_id AND os.id = ob.subject_id
        LEFT JOIN plan_line ol ON ol.tenant_id = ob.tenant_id AND ol.id = ob.source_id AND ob.source_table = 'plan_line'
        LEFT JOIN plan op ON op.tenant_id = ol.tenant_id AND op.id = ol.plan_id
        WHERE d.tenant_id = ${tenantId} AND d.record_id = r.id AND d.version = r.version AND r.state <> 'revoked') AS satisfied,
      ${votesOf(tenantId)} AS resolutions, ${electionsOf(tenantId)} AS elections,
      (SELECT json_agg(json_build_object('id', f.id, 'mediaType', f.media_type, 'size', f.size) ORDER BY u.position)
        FROM file_use u JOIN file f ON f.tenant_id = u.tenant_id AND f.id = u.file_id
        WHERE u.tenant_id = ${tenantId} AND u.used_by = 'record' AND u.used_id = r.id) AS files
    FROM record r
    JOIN organization o ON o.tenant_id = r.tenant_id AND o.id = r.organization_id
    JOIN organization s ON s.tenant_id = r.tenant_id AND s.id = r.subject_id
    JOIN record_version v ON v.tenant_id = r.tenant_id AND v.record_id = r.id AND v.version = r.version
    WHERE r.tenant_id = ${tenantId} AND ${which} ORDER BY r.occurred_on, r.id`;
}

/**
 * One record with everything it shows, for whoever may see one of its hosts, awaited ones among them; names only of the hosts whose names he may
 * read (a leader sees counts).
 */
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
  if (![...(row?.hosts ?? []), ...(row?.awaited ?? [])].some(({ path }) => covers(scope, path)) || !row)
    throw notFound();
  const may = (action: Action, { path }: { path: string }) => covers(scopeOf(caller.actor, action, today), path);
  const where = (action: Action, hosts: readonly { organizationId: string; path: string }[]) =>
    hosts.filter((host) => may(action, host)).map(({ organizationId }) => organizationId);
  const shown = presentView(
    row,
    row.hosts.map((host) => may("record.read_names", host)),
  );
  return {
    ...shown,
    acts: {
      correct: where("record.correct", row.hosts),
      enter: where("record.submit", row.awaited),
      takeBack: row.hosts.every((host) => may("record.sample", host)),
    },
  };
}

/** A record as it is shown; `named` says of each host whether its people may be named. */
export function presentView(row: Row, named: readonly boolean[]): Omit<View, "acts"> {
  const {
    body,
    hosts,
    awaited,
    templates,
    participants,
    satisfied,
    resolutions,
    elections,
    files,
    recordedAt,
    ...rest
  } = row;
  const shown = participants
    .filter(({ host }) => named[host])
    .map(({ host, ...person }) => ({ ...person, organizationId: hosts[host]?.organizationId ?? "" }));
  const nameOf = (personId: string | null) =>
    (personId && shown.find((person) => person.personId === personId)?.name) || null;
  const template = (code: string) => templates.find((candidate) => candidate.code === code) as TemplateBody;
  const sum = (figure: "expected" | "present") => hosts.reduce((total, host) => total + host[figure], 0);
  const together = { expected: sum("expected"), present: sum("present") };
  const photographs = body.fileIds === undefined ? null : new Set(body.fileIds);
  return {
    ...rest,
    ...together,
    startTime: body.startTime,
    endTime: body.endTime,
    place: body.place,
    chairName: nameOf(body.chairId),
    recorderName: nameOf(body.recorderId),
    lecturer: named[0] ? body.lecturer : null,
    minutes: body.minutes,
    lateReason: body.lateReason ?? null,
    topics: body.topics.map((topic) => topicName(templates, topic)),
    recordedAt: recordedAt.toISOString(),
    hosts: hosts.map(({ path: _path, ...host }) => ({
      ...host,
      rate: attendanceRate(host),
      lateReason: body.hosts?.find(({ subjectId }) => subjectId === host.subjectId)?.apart?.lateReason ?? null,
    })),
    awaited: awaited.map(({ path: _path, ...host }) => host),
    together: { ...together, rate: attendanceRate(together) },
    participants: named.some(Boolean) ? shown : null,
    standards: judgedOf(row).map(({ organizationId, templateCode, templateVersion = 1, counted = true, standard }) =>
      presentStandard(organizationId, template(templateCode), { templateVersion, counted, standard }),
    ),
    satisfied: (satisfied ?? []).map((duty) => ({ ...duty, templateName: template(duty.templateCode).name })),
    resolutions: (resolutions ?? []).map(presentVote),
    elections: (elections ?? []).map((one) => presentElection(one, named[0] ?? false)),
    deviations: (body.deviations ?? []).map((one) => presentDeviation(one, template(one.template))),
    files: (files ?? []).filter(({ id }) => photographs?.has(id) ?? true),
    materials: (body.materials ?? []).map(({ code, fileId }) => {
      const material = templates.flatMap(({ materials = [] }) => materials).find((one) => one.code === code);
      const file = files?.find(({ id }) => id === fileId);
      const kept = { mediaType: file?.mediaType ?? null, size: file?.size ?? null };
      return { code, name: material?.name ?? { zh: code, en: code }, fileId, ...kept };
    }),
  };
}

/** How each host met the standard of each type, the one that leads first. */
function judgedOf({ organizationId, body }: Pick<Row, "organizationId" | "body">) {
  return [{ organizationId, standards: body.standards }, ...(body.hosts ?? [])].flatMap((host) =>
    host.standards.map((judged) => ({ ...judged, organizationId: host.organizationId })),
  );
}

function topicName(templates: readonly TemplateBody[], topic: RecordBody["topics"][number]): BilingualText {
  const code = typeof topic === "string" ? topic : topic.code;
  const of = typeof topic === "string" ? templates : templates.filter((one) => one.code === topic.template);
  return of.flatMap(({ topics }) => topics).find((one) => one.code === code)?.name ?? { zh: code, en: code };
}
