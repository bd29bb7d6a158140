import type { RecordState } from "@dutyloop/domain/fulfilment/things.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { Action } from "@dutyloop/domain/identity/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type Election, type TemplateBody, templateBody } from "@dutyloop/domain/standards/things.ts";
import { sql } from "kysely";
import type { ReadDatabase, Transaction } from "../../platform/db/pools.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { Context } from "../../platform/ritual/use-case.ts";
import type { KeptDeviation } from "./present-deviations.ts";
import type { SubmittedRecord } from "./record-input.ts";
import type { RecordBody } from "./record-rows.ts";

type Marked = SubmittedRecord["attendance"][number] & { name: string; capacity: "member" | "guest"; host: number };

/** A record as it stands, with all that its current version says. */
export type StandingRecord = {
  readonly id: string;
  readonly state: RecordState;
  readonly version: number;
  readonly title: string;
  readonly occurredOn: PlainDate;
  readonly recordedBy: string;
  /** Day of the first entry; records of earlier versions of the product tell it by their instant. */
  readonly enteredOn: PlainDate;
  readonly body: RecordBody;
  /** The one that leads first. */
  readonly hosts: readonly { organizationId: string; subjectId: string; path: string }[];
  /** Those that haven't entered their part yet. */
  readonly awaited: readonly { organizationId: string; subjectId: string }[];
  readonly participants: readonly Marked[];
  /** Files that any version showed. */
  readonly files: readonly string[];
};

/** @param holding whether it is locked until the end of the transaction, because it is about to be changed */
export async function standingRecord(
  database: ReadDatabase,
  tenantId: number,
  recordId: string,
  holding: boolean,
): Promise<StandingRecord | null> {
  // Held before it is read: whoever waited for another act sees what that act wrote.
  if (holding)
    await sql`SELECT 1 FROM record WHERE tenant_id = ${tenantId} AND id = ${recordId} FOR NO KEY UPDATE`.execute(
      database,
    );
  const { rows } = await sql<StandingRecord>`
    SELECT r.id, r.state, r.version, r.title, r.occurred_on AS "occurredOn", r.recorded_by AS "recordedBy", v.body,
      coalesce(v.body->>'enteredOn', r.recorded_at::date::text) AS "enteredOn",
      (SELECT json_agg(json_build_object('organizationId', h.organization_id, 'subjectId', h.subject_id, 'path', o.path) ORDER BY h.position)
        FROM record_host h JOIN organization o ON o.tenant_id = h.tenant_id AND o.id = h.organization_id
        WHERE h.tenant_id = r.tenant_id AND h.record_id = r.id) AS hosts,
      coalesce((SELECT json_agg(json_build_object('organizationId', w.organization_id, 'subjectId', w.subject_id) ORDER BY w.subject_id)
        FROM record_awaited w WHERE w.tenant_id = r.tenant_id AND w.record_id = r.id), '[]') AS awaited,
      coalesce((SELECT json_agg(json_build_object('personId', p.person_id, 'name', p.name, 'capacity', p.capacity, 'presence', p.presence,
        'reason', p.reason, 'host', p.host) ORDER BY p.position) FROM record_participant p
        WHERE p.tenant_id = r.tenant_id AND p.record_id = r.id AND p.version = r.version), '[]') AS participants,
      ARRAY(SELECT u.file_id FROM file_use u WHERE u.tenant_id = r.tenant_id AND u.used_by = 'record' AND u.used_id = r.id
        ORDER BY u.position) AS files
    FROM record r JOIN record_version v ON v.tenant_id = r.tenant_id AND v.record_id = r.id AND v.version = r.version
    WHERE r.tenant_id = ${tenantId} AND r.id = ${recordId}`.execute(database);
  return rows[0] ?? null;
}

/** The same for somebody who may do this at every one of its hosts; otherwise it is as if it weren't there. */
export async function heldRecord(
  transaction: Transaction,
  recordId: string,
  { actor, today }: Context,
  action: Action,
): Promise<StandingRecord> {
  const record = await standingRecord(transaction, actor.tenantId, recordId, true);
  const scope = scopeOf(actor, action, today);
  if (!record?.hosts.every(({ path }) => covers(scope, path))) throw notFound();
  return record;
}

/** The same for somebody who may do this at one of its hosts at least. */
export async function partlyHeldRecord(
  transaction: Transaction,
  recordId: string,
  { actor, today }: Context,
  action: Action,
): Promise<{ readonly record: StandingRecord; readonly mine: (path: string) => boolean }> {
  const record = await standingRecord(transaction, actor.tenantId, recordId, true);
  const scope = scopeOf(actor, action, today);
  const mine = (path: string) => covers(scope, path);
  if (!record?.hosts.some(({ path }) => mine(path))) throw notFound();
  return { record, mine };
}

/** What was sent for this version. */
export function enteredAs({
  title,
  occurredOn,
  body,
  hosts,
  awaited,
  participants,
  files,
}: StandingRecord): SubmittedRecord {
  const [lead, ...others] = hosts;
  const at = (index: number) => ({
    attendance: participants
      .filter(({ host, capacity }) => host === index && capacity === "member")
      .map(({ personId, presence, reason }) => ({ personId, presence, reason })),
    guests: participants
      .filter(({ host, capacity }) => host === index && capacity === "guest")
      .map(({ name }) => ({ name })),
  });
  const { startTime, endTime, place, chairId, recorderId, lecturer, minutes, topics } = body;
  return {
    organizationId: lead?.organizationId ?? "",
    subjectId: lead?.subjectId ?? "",
    templateCodes: body.standards.map(({ templateCode }) => templateCode),
    ...{ title, occurredOn, startTime, endTime, place, chairId, recorderId, lecturer, minutes },
    topics: [...topics],
    resolutions: (body.resolutions ?? []).map(({ title, written, personnel, secretaryLast, ...tally }) => ({
      title,
      for: tally.for ?? 0,
      against: tally.against ?? 0,
      abstain: tally.abstain ?? 0,
      ...(written === undefined ? {} : { written }),
      ...(personnel === undefined ? {} : { personnel }),
      ...(secretaryLast === undefined ? {} : { secretaryLast }),
    })),
    ...(body.elections === undefined ? {} : { elections: body.elections.map(asSent) }),
    ...at(0),
    fileIds: [...(body.fileIds ?? files)],
    ...(body.materials === undefined ? {} : { materials: [...body.materials] }),
    ...(body.makesUpFor === undefined ? {} : { makesUpFor: [...body.makesUpFor] }),
    ...(others.length === 0
      ? {}
      : {
          hosts: others.map(({ organizationId, subjectId }, index) => ({
            organizationId,
            subjectId,
            ...at(index + 1),
          })),
        }),
    ...(awaited.length === 0 ? {} : { awaited: [...awaited] }),
    ...(body.deviations === undefined ? {} : { deviations: reasonsOf(body.deviations) }),
    lateReason: body.lateReason ?? null,
  };
}

/** The reasons that were entered, each once: hosts share them. */
function reasonsOf(kept: readonly KeptDeviation[]): NonNullable<SubmittedRecord["deviations"]> {
  const entered = kept.flatMap(({ template, check, reason }) => (reason === null ? [] : [{ template, check, reason }]));
  return [...new Map(entered.map((one) => [`${one.template} ${one.check}`, one])).values()];
}

function asSent({ candidates, ...election }: Election): NonNullable<SubmittedRecord["elections"]>[number] {
  return { ...election, candidates: candidates.map((candidate) => ({ ...candidate })) };
}

/** The types of a record in the versions it was made with. */
export async function templatesKept(
  database: ReadDatabase,
  tenantId: number,
  { body }: StandingRecord,
): Promise<Map<string, TemplateBody>> {
  const codes = body.standards.map(({ templateCode }) => templateCode);
  const versions = body.standards.map(({ templateVersion = 1 }) => templateVersion);
  const { rows } = await sql<{ code: string; body: unknown }>`
    SELECT t.code, t.body FROM unnest(${codes}::text[], ${versions}::integer[]) AS k(code, version)
    JOIN template_version t ON t.tenant_id = ${tenantId} AND t.code = k.code AND t.version = k.version`.execute(
    database,
  );
  return new Map(rows.map((row) => [row.code, templateBody.parse(row.body)]));
}
