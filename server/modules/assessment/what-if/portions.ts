import type { StoredPeriod } from "../period-standing.ts";

/** Organisations by their ids: those after one, up to and with another; null for no bound. */
export type IdRange = { readonly after: string | null; readonly upTo: string | null };

/** What is compared in one go: a period, of everybody or of some. */
export type Portion = { readonly period: StoredPeriod; readonly ids: IdRange };

const everybody: IdRange = { after: null, upTo: null };
/** So many give the first answer, however many there are. */
const firstOrganizations = 2000;

/** The periods as portions; the first one is divided where there are many organisations, so that its answer comes early. */
export function portionsOf(periods: readonly StoredPeriod[], organizationIds: Iterable<string>): Portion[] {
  const ids = [...organizationIds].sort();
  const cut = ids.length > 2 * firstOrganizations ? (ids[firstOrganizations - 1] ?? null) : null;
  return periods.flatMap((period, index): Portion[] => {
    if (index > 0 || cut === null) return [{ period, ids: everybody }];
    return [
      { period, ids: { after: null, upTo: cut } },
      { period, ids: { after: cut, upTo: null } },
    ];
  });
}

export function isInRange({ after, upTo }: IdRange, id: string): boolean {
  return (after === null || id > after) && (upTo === null || id <= upTo);
}

/** As a condition on organization_id, to follow others. */
export function rangeCondition({ after, upTo }: IdRange): string {
  const above = after === null ? "" : ` AND organization_id > ${quoted(after)}`;
  return upTo === null ? above : `${above} AND organization_id <= ${quoted(upTo)}`;
}

/** A text in a statement of this program's own. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
