import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { Action } from "@dutyloop/domain/identity/things.ts";
import type { ReadDatabase, Transaction } from "../../platform/db/pools.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { Context } from "../../platform/ritual/use-case.ts";
import { aroundDay, obligationsAround, obligationsBetween, type StoredObligation } from "../duties/index.ts";
import { type NamedRosterEntry, rosterKey, rosterOn, rostersOn } from "../organization/index.ts";
import type { SubmittedRecord } from "./record-input.ts";
import { type Host, hostOf } from "./record-store.ts";
import { sistersAmong } from "./sister-branches.ts";
import type { HostState } from "./submission-state.ts";

type Hosts = { readonly lead: HostState; readonly others: readonly HostState[] };

/**
 * The hosts of a record with their people of that day and their duties around it, which stay locked until the end of the
 * transaction. Whoever enters it may do so at every one of them; otherwise it is as if that host weren't there.
 */
export async function hostsOf(
  transaction: Transaction,
  input: SubmittedRecord,
  context: Context,
  action: Action,
): Promise<Hosts> {
  const { tenantId } = context.actor;
  const { organizationId, subjectId, templateCodes, occurredOn, hosts = [] } = input;
  if (hosts.length === 0) {
    // Asked together: none of these waits for another's answer.
    const [host, roster, obligations] = await Promise.all([
      hostOf(transaction, tenantId, organizationId, subjectId),
      rosterOn(transaction, tenantId, organizationId, occurredOn),
      obligationsAround(transaction, tenantId, organizationId, templateCodes, occurredOn),
    ]);
    return { lead: found(host, roster, obligations), others: [] };
  }
  const ids = [organizationId, ...hosts.map((one) => one.organizationId)];
  const duties = await obligationsBetween(transaction, tenantId, ids, [occurredOn, occurredOn], true);
  return hostsAround(transaction, input, context, action, duties);
}

/**
 * The hosts whose own secretaries enter their part later. Whoever names them sees them, or they are sisters of the branch
 * that leads; those that a record waits for already are left.
 */
export async function awaitedHosts(
  database: ReadDatabase,
  { organizationId: leadId, awaited = [] }: Pick<SubmittedRecord, "organizationId" | "awaited">,
  { actor, today }: Pick<Context, "actor" | "today">,
  already: readonly { readonly subjectId: string }[] = [],
): Promise<Host[]> {
  const { tenantId } = actor;
  const scope = scopeOf(actor, "organization.read", today);
  const known = new Set(already.map(({ subjectId }) => subjectId));
  const hosts = await Promise.all(
    awaited.map(({ organizationId, subjectId }) => hostOf(database, tenantId, organizationId, subjectId)),
  );
  const unseen = hosts.filter((host) => host !== null && !known.has(host.subjectId) && !covers(scope, host.path));
  const sisters = await sistersAmong(
    database,
    tenantId,
    leadId,
    unseen.flatMap((host) => host?.id ?? []),
  );
  return hosts.map((host) => {
    if (host === null) throw notFound();
    if (unseen.includes(host) && !(sisters.has(host.id) && host.subjectId === host.id)) throw notFound();
    return host;
  });
}

/** The hosts of a record with duties that were read already. Those `already` entered by somebody else may be out of reach. */
export async function hostsAround(
  database: ReadDatabase,
  { organizationId, subjectId, templateCodes, occurredOn, hosts = [] }: SubmittedRecord,
  { actor, today }: Pick<Context, "actor" | "today">,
  action: Action,
  duties: readonly StoredObligation[],
  already: ReadonlySet<string> = new Set(),
): Promise<Hosts> {
  const { tenantId } = actor;
  const asked = [{ organizationId, subjectId }, ...hosts];
  const days = asked.map((one) => ({ organizationId: one.organizationId, day: occurredOn }));
  const [rosters, ...places] = await Promise.all([
    rostersOn(database, tenantId, days),
    ...asked.map((one) => hostOf(database, tenantId, one.organizationId, one.subjectId)),
  ]);
  const around = aroundDay(duties, templateCodes, occurredOn);
  const scope = scopeOf(actor, action, today);
  const [lead, ...others] = places.map((host) => {
    if (host === null || !(covers(scope, host.path) || already.has(host.subjectId))) throw notFound();
    const own = around.filter((duty) => duty.organizationId === host.id);
    return found(host, rosters.get(rosterKey(host.id, occurredOn)) ?? [], own);
  });
  return { lead: lead as HostState, others };
}

function found(
  host: Host | null,
  roster: readonly NamedRosterEntry[],
  obligations: readonly StoredObligation[],
): HostState {
  if (host === null) throw notFound();
  return { host, roster, obligations };
}
