import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import {
  committeePosts,
  type MemberState,
  type OrganizationKind,
  type Post,
} from "@dutyloop/domain/organization/things.ts";
import type { BilingualText } from "@dutyloop/domain/standards/things.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { rosterOn } from "../../organization/index.ts";
import { currentTemplates } from "../../standards/index.ts";
import { presentView, recordsQuery } from "../record-view.ts";

/** Which papers are made: of one organisation, of these days, of these types or of all. */
export type BookRequest = {
  readonly organizationId: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly templateCodes: readonly string[];
};
export type BookPlace = {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly path: string;
  readonly restricted: boolean;
};
export type BookPerson = { readonly name: string; readonly memberState: MemberState; readonly posts: readonly Post[] };
/** How much of one type was owed and done; `missed` is overdue. */
export type BookDuties = {
  readonly templateCode: string;
  readonly owed: number;
  readonly done: number;
  readonly missed: number;
  readonly waived: number;
};
/** A duty that nobody has done. */
export type OpenDuty = {
  readonly templateCode: string;
  readonly subjectName: string;
  readonly dueOn: PlainDate;
  readonly overdue: boolean;
};
export type BookRecord = ReturnType<typeof presentView>;

/** Everything that a handbook or a pack is made of. */
export type Book = {
  readonly place: BookPlace;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly today: PlainDate;
  readonly people: readonly BookPerson[];
  readonly duties: readonly BookDuties[];
  readonly open: readonly OpenDuty[];
  readonly records: readonly BookRecord[];
  readonly nameOf: (templateCode: string) => BilingualText;
};

export async function placeOf(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
): Promise<BookPlace | undefined> {
  return database
    .selectFrom("organization")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", organizationId)
    .select(["id", "name", "kind", "path", "restricted"])
    .$castTo<BookPlace>()
    .executeTakeFirst();
}

/** @param mayName whether people of the organisation at a path may be named: a joint record shows no others */
export async function bookOf(
  database: ReadDatabase,
  tenantId: number,
  place: BookPlace,
  request: BookRequest,
  today: PlainDate,
  mayName: (path: string) => boolean,
): Promise<Book> {
  const { from, to } = request;
  const lastDay = to < today ? to : today;
  const [people, duties, open, records, templates] = await Promise.all([
    peopleOn(database, tenantId, place.id, lastDay),
    dutiesIn(database, tenantId, request, today),
    openIn(database, tenantId, request, today),
    recordsIn(database, tenantId, request, mayName),
    currentTemplates(database, tenantId),
  ]);
  const nameOf = (code: string) => templates.get(code)?.body.name ?? { zh: code, en: code };
  return { place, from, to, today, people: mayName(place.path) ? people : [], duties, open, records, nameOf };
}

async function peopleOn(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  day: PlainDate,
): Promise<BookPerson[]> {
  const [roster, { rows }] = await Promise.all([
    rosterOn(database, tenantId, organizationId, day),
    sql<{ personId: string; posts: Post[] }>`
      SELECT a.person_id AS "personId", array_agg(a.post ORDER BY a.post) AS posts FROM appointment a
      WHERE a.tenant_id = ${tenantId} AND a.organization_id = ${organizationId} AND a.valid_from <= ${day}::date
        AND (a.valid_to IS NULL OR a.valid_to >= ${day}::date) GROUP BY a.person_id`.execute(database),
  ]);
  const posts = new Map(rows.map((row) => [row.personId, row.posts]));
  const people = roster.map(({ personId, name, memberState }) => ({
    name,
    memberState,
    posts: posts.get(personId) ?? [],
  }));
  const rankOf = (person: BookPerson) =>
    Math.min(
      committeePosts.length,
      ...person.posts.map((post) => (committeePosts as readonly Post[]).indexOf(post)).filter((at) => at >= 0),
    );
  return people.toSorted((a, b) => rankOf(a) - rankOf(b));
}

const chosen = ({ templateCodes }: BookRequest) =>
  templateCodes.length === 0 ? sql`true` : sql`template_code = ANY(${[...templateCodes]}::text[])`;
const isOpen = sql`ob.state IN ('todo', 'in_progress', 'submitted', 'returned')`;

async function dutiesIn(
  database: ReadDatabase,
  tenantId: number,
  request: BookRequest,
  today: PlainDate,
): Promise<BookDuties[]> {
  const { rows } = await sql<BookDuties>`
    SELECT ob.template_code AS "templateCode", count(*) FILTER (WHERE ob.state <> 'waived')::int AS owed,
      count(*) FILTER (WHERE ob.state = 'discharged')::int AS done,
      count(*) FILTER (WHERE ${isOpen} AND coalesce(ob.extended_to, ob.due_on) < ${today}::date)::int AS missed,
      count(*) FILTER (WHERE ob.state = 'waived')::int AS waived
    FROM obligation ob WHERE ob.tenant_id = ${tenantId} AND ob.organization_id = ${request.organizationId}
      AND ob.due_on >= ${request.from}::date AND ob.due_on <= ${request.to}::date AND ${chosen(request)}
    GROUP BY ob.template_code ORDER BY min(ob.due_on), ob.template_code`.execute(database);
  return rows;
}

async function openIn(
  database: ReadDatabase,
  tenantId: number,
  request: BookRequest,
  today: PlainDate,
): Promise<OpenDuty[]> {
  const { rows } = await sql<OpenDuty>`
    SELECT ob.template_code AS "templateCode", s.name AS "subjectName", ob.due_on AS "dueOn",
      coalesce(ob.extended_to, ob.due_on) < ${today}::date AS overdue
    FROM obligation ob JOIN organization s ON s.tenant_id = ob.tenant_id AND s.id = ob.subject_id
    WHERE ob.tenant_id = ${tenantId} AND ob.organization_id = ${request.organizationId} AND ${isOpen}
      AND ob.due_on >= ${request.from}::date AND ob.due_on <= ${request.to}::date AND ob.period_from <= ${today}::date
      AND ${chosen(request)} ORDER BY ob.due_on, ob.template_code, s.name, ob.occurrence`.execute(database);
  return rows;
}

async function recordsIn(
  database: ReadDatabase,
  tenantId: number,
  { organizationId, from, to, templateCodes }: BookRequest,
  mayName: (path: string) => boolean,
): Promise<BookRecord[]> {
  const ofType = templateCodes.length === 0 ? sql`true` : sql`r.template_codes && ${[...templateCodes]}::text[]`;
  const { rows } = await recordsQuery(
    tenantId,
    sql`r.state <> 'revoked' AND ${ofType} AND r.id IN (SELECT h.record_id FROM record_host h WHERE h.tenant_id = ${tenantId}
      AND h.organization_id = ${organizationId} AND h.occurred_on >= ${from}::date AND h.occurred_on <= ${to}::date)`,
  ).execute(database);
  return rows.map((row) =>
    presentView(
      row,
      row.hosts.map(({ path }) => mayName(path)),
    ),
  );
}
