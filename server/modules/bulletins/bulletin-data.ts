import { addFigures, noDuties } from "@dutyloop/domain/duties/matrix-rules.ts";
import type { DutyFigures } from "@dutyloop/domain/duties/matrix-things.ts";
import type { Scope } from "@dutyloop/domain/identity/access-policy.ts";
import { addMonths, firstDayOf, lastDayOf, type Month, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { type Place, placeInScope } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import { type BoardStanding, boardStandings } from "../assessment/index.ts";
import { figuresByKind, getDutyFigures, metricSums, shareOf } from "../dashboard/index.ts";
import { type SampleCounts, sampleCounts } from "../fulfilment/index.ts";
import { currentTemplates } from "../standards/index.ts";

type Words = { readonly zh: string; readonly en: string };
type Share = { readonly done: number; readonly of: number };
export type AuditHead = { readonly sequence: number; readonly mac: string; readonly at: Date };

/** Every figure that a 通报 can say; nothing of it is typed. */
export type BulletinData = {
  readonly place: Place;
  readonly month: Month;
  readonly today: PlainDate;
  readonly total: DutyFigures;
  /** Of the month before. */
  readonly before: DutyFigures;
  readonly attendance: Share;
  readonly standard: Share;
  readonly kinds: readonly (DutyFigures & { readonly name: Words })[];
  /** The organisation itself first, then each child with all below it. */
  readonly rows: readonly { readonly name: string; readonly own: boolean; readonly figures: DutyFigures }[];
  /** Of organisations that aren't named: restricted ones, and those that stand elsewhere by now. */
  readonly unnamed: DutyFigures | null;
  readonly childKinds: readonly OrganizationKind[];
  readonly boards: readonly BoardStanding[];
  readonly samples: SampleCounts;
  readonly auditHead: AuditHead | null;
};

export type Asking = {
  readonly database: ReadDatabase;
  readonly tenantId: number;
  readonly scope: Scope;
  readonly today: PlainDate;
};

/** The figures of one organisation and month as they stand now. */
export async function bulletinData(asking: Asking, organizationId: string, month: Month): Promise<BulletinData> {
  const { database, tenantId, scope, today } = asking;
  const place = await placeInScope(database, tenantId, scope, organizationId);
  const of = { database, tenantId, scope, today, params: { organizationId } };
  const days = { from: firstDayOf(month), to: lastDayOf(month) };
  const [now, before, kinds, sums, boards, samples, templates, auditHead] = await Promise.all([
    getDutyFigures({ ...of, query: { period: month } }),
    getDutyFigures({ ...of, query: { period: addMonths(month, -1) } }),
    figuresByKind(database, tenantId, organizationId, month, today),
    metricSums(database, tenantId, { of: "subtree", ids: [organizationId] }, month, month),
    boardStandings(database, tenantId, organizationId, month),
    sampleCounts(database, tenantId, place.path, days),
    currentTemplates(database, tenantId),
    newestHead(database, tenantId),
  ]);
  const hidden = await restrictedAmong(
    asking,
    now.rows.map((row) => row.organizationId),
  );
  const nameless = now.rows.filter((row) => hidden.has(row.organizationId) && !row.own).map(({ figures }) => figures);
  const children = now.rows.filter(({ own }) => !own);
  return {
    place,
    month,
    today,
    total: now.total,
    before: before.total,
    attendance: shareOf(sums, month, "attendance"),
    standard: shareOf(sums, month, "record.standard"),
    kinds: kinds
      .map(({ template, ...figures }) => {
        const name = templates.get(template)?.body.name ?? { zh: template, en: template };
        return { ...figures, name };
      })
      .toSorted((a, b) => b.owed - a.owed || (a.name.zh < b.name.zh ? -1 : 1)),
    rows: now.rows
      .filter((row) => row.own || !hidden.has(row.organizationId))
      .filter(({ own, figures: { owed, late } }) => !own || owed + late > 0)
      .map(({ organizationName, own, figures }) => ({ name: organizationName, own, figures })),
    unnamed:
      nameless.length === 0 && now.elsewhere === null
        ? null
        : [...nameless, now.elsewhere ?? noDuties].reduce(addFigures),
    childKinds: [...new Set(children.map(({ kind }) => kind))],
    boards,
    samples,
    auditHead,
  };
}

/** Of these organisations those whose names stay inside (PRV-22). */
async function restrictedAmong({ database, tenantId }: Asking, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await database
    .selectFrom("organization")
    .where("tenant_id", "=", tenantId)
    .where("id", "in", [...new Set(ids)])
    .where("restricted", "=", true)
    .select("id")
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** The newest signed head of the group's audit. */
async function newestHead(database: ReadDatabase, tenantId: number): Promise<AuditHead | null> {
  const head = await database
    .selectFrom("audit_anchor")
    .where("tenant_id", "=", tenantId)
    .select(["sequence", "mac", "anchored_at as at"])
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  return head ? { sequence: Number(head.sequence), mac: head.mac, at: head.at } : null;
}
