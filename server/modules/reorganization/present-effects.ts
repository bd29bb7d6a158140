import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import type { StoredEffects } from "./stored-effects.ts";

type Effects = Answer<"getReorganization">["effects"];
type Named = { readonly id: string; readonly name: string };

/** Effects with the names of organisations, people and accounts; names of people only where `named`. */
export async function presentEffects(
  database: ReadDatabase,
  tenantId: number,
  stored: StoredEffects,
  named: boolean,
): Promise<Effects> {
  const begun = [...stored.begun, ...stored.groupsBegun];
  const organizations = await namesOf(database, tenantId, "organization", organizationsIn(stored));
  // What is planned, or was taken back, isn't stored; what it was to be called stands in the effects.
  for (const { organizationId, name } of begun) organizations.set(organizationId, name);
  const people = named ? await namesOf(database, tenantId, "person", peopleIn(stored)) : new Map<string, string>();
  const accounts = await namesOf(
    database,
    tenantId,
    "account",
    stored.access.map(({ accountId }) => accountId),
  );
  const organization = (id: string): Named => ({ id, name: organizations.get(id) ?? "" });
  const person = (personId: string) => ({ personId, personName: people.get(personId) ?? null });
  const listed = <T extends { organizationId: string }>({ organizationId, ...rest }: T) => ({
    id: organizationId,
    ...rest,
  });
  const appointment = ({ personId, organizationId, post }: StoredEffects["appointmentsBegun"][number]) => ({
    ...person(personId),
    post,
    organization: organization(organizationId),
  });
  const reached = ({ count, ids }: StoredEffects["access"][number]["gained"]) => ({
    count,
    names: ids.map((id) => organizations.get(id) ?? ""),
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
    renamed: stored.renamed.map(listed),
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
