import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { covers, type Scope } from "@dutyloop/domain/identity/access-policy.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import type { StoredEffects } from "./stored-effects.ts";

type Effects = Answer<"getReorganization">["effects"];
type Named = { readonly id: string; readonly name: string };

/**
 * Effects with the names of organisations, people and accounts; names of people only where `named`. What has come to stand
 * outside the scope since is called by its neutral name, or by none (PRV-22).
 */
export async function presentEffects(
  database: ReadDatabase,
  tenantId: number,
  stored: StoredEffects,
  { named, scope }: { readonly named: boolean; readonly scope: Scope },
): Promise<Effects> {
  const begun = [...stored.begun, ...stored.groupsBegun];
  const ids = organizationsIn(stored);
  const organizations = await namesOf(database, tenantId, "organization", ids);
  const elsewhere = await namesElsewhere(database, tenantId, ids, scope);
  // What is planned, or was taken back, isn't stored; what it was to be called stands in the effects.
  for (const { organizationId, name } of begun) organizations.set(organizationId, name);
  const people = named ? await namesOf(database, tenantId, "person", peopleIn(stored)) : new Map<string, string>();
  const accounts = await namesOf(
    database,
    tenantId,
    "account",
    stored.access.map(({ accountId }) => accountId),
  );
  const nameOf = (id: string, name = organizations.get(id) ?? "") => elsewhere.get(id) ?? name;
  const organization = (id: string): Named => ({ id, name: nameOf(id) });
  const person = (personId: string) => ({ personId, personName: people.get(personId) ?? null });
  const listed = <T extends { organizationId: string; name: string }>({ organizationId, name, ...rest }: T) => ({
    id: organizationId,
    name: nameOf(organizationId, name),
    ...rest,
  });
  const appointment = ({ personId, organizationId, post }: StoredEffects["appointmentsBegun"][number]) => ({
    ...person(personId),
    post,
    organization: organization(organizationId),
  });
  const reached = ({ count, ids: reachedIds }: StoredEffects["access"][number]["gained"]) => ({
    count,
    names: reachedIds.map((id) => nameOf(id)),
  });
  const { sameness } = stored;
  return {
    ended: stored.ended.map(listed),
    begun: stored.begun.map(listed),
    groupsEnded: stored.groupsEnded.map(listed),
    groupsBegun: stored.groupsBegun.map(listed),
    moved: stored.moved.map(({ from, to, ...row }) => ({
      ...listed(row),
      from: from === null ? null : organization(from),
      to: to === null ? null : organization(to),
    })),
    renamed: stored.renamed.map((row) => ({ ...listed(row), from: nameOf(row.organizationId, row.from) })),
    membersMoved: stored.membersMoved.map(({ personId, from, to, fromGroup, toGroup }) => ({
      ...person(personId),
      from: organization(from === to ? (fromGroup ?? from) : from),
      to: organization(from === to ? (toGroup ?? to) : to),
    })),
    appointmentsEnded: stored.appointmentsEnded.map(appointment),
    appointmentsBegun: stored.appointmentsBegun.map(appointment),
    dutiesWaived: stored.dutiesWaived,
    dutiesIssued: stored.dutiesIssued,
    termsEnded: stored.termsEnded,
    access: stored.access.map(({ accountId, role, organizationId, ends, gained, lost }) => ({
      accountId,
      accountName: accounts.get(accountId) ?? "",
      role,
      organization: organization(organizationId),
      ends,
      gained: reached(gained),
      lost: reached(lost),
    })),
    successions: stored.successions.map(({ predecessorId, successorId }) => ({
      predecessor: organization(predecessorId),
      successor: organization(successorId),
    })),
    sameness: {
      ...sameness,
      reasons: sameness.reasons.map(({ organizationId, check, code }) => ({
        organization: organization(organizationId),
        check,
        code,
      })),
    },
    findings: stored.findings.map(({ organizationId, finding: { rule, strength, code, values } }) => ({
      organization: organization(organizationId),
      rule,
      strength,
      code,
      values,
    })),
  };
}

/** What those of these organisations that lie outside the scope are called. */
async function namesElsewhere(
  database: ReadDatabase,
  tenantId: number,
  ids: readonly string[],
  scope: Scope,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; neutral: string | null; path: string }>`
    SELECT id, neutral_name AS neutral, path FROM organization
    WHERE tenant_id = ${tenantId} AND id = ANY(${[...new Set(ids)]}::uuid[])`.execute(database);
  return new Map(rows.flatMap(({ id, neutral, path }) => (covers(scope, path) ? [] : [[id, neutral ?? "–"]])));
}

function organizationsIn(stored: StoredEffects): string[] {
  const ids = [
    ...[stored.ended, stored.begun, stored.groupsEnded, stored.groupsBegun, stored.renamed, stored.findings].flatMap(
      (rows) => rows.map(({ organizationId }) => organizationId),
    ),
    ...stored.moved.flatMap(({ organizationId, from, to }) => [organizationId, from, to]),
    ...stored.membersMoved.flatMap(({ from, to, fromGroup, toGroup }) => [from, to, fromGroup, toGroup]),
    ...[...stored.appointmentsEnded, ...stored.appointmentsBegun].map(({ organizationId }) => organizationId),
    ...stored.access.flatMap(({ organizationId, gained, lost }) => [organizationId, ...gained.ids, ...lost.ids]),
    ...stored.successions.flatMap(({ predecessorId, successorId }) => [predecessorId, successorId]),
    ...stored.sameness.reasons.map(({ organizationId }) => organizationId),
  ];
  return ids.filter((id) => id !== null);
}

function peopleIn({ membersMoved, appointmentsBegun, appointmentsEnded }: StoredEffects): string[] {
  return [...membersMoved, ...appointmentsBegun, ...appointmentsEnded].map(({ personId }) => personId);
}

async function namesOf(
  database: ReadDatabase,
  tenantId: number,
  table: "organization" | "person" | "account",
  ids: readonly string[],
): Promise<Map<string, string>> {
  const name = table === "account" ? sql`display_name || '（' || sign_in_name || '）'` : sql`name`;
  const { rows } = await sql<Named>`SELECT id, ${name} AS name FROM ${sql.table(table)}
    WHERE tenant_id = ${tenantId} AND id = ANY(${[...new Set(ids)]}::uuid[])`.execute(database);
  return new Map(rows.map(({ id, name: found }) => [id, found]));
}
