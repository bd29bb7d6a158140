import { addMonths, firstDayOf, lastDayOf, monthOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { branchKinds, type OrganizationKind } from "@dutyloop/domain/organization/things.ts";

type Query = <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;
type Place = { id: string; path: string; from: PlainDate; to: PlainDate | null };
type Organization = { id: string; kind: OrganizationKind; path: string; from: PlainDate; to: PlainDate | null };
type Duty = { id: string; organizationId: string; dueOn: PlainDate; deadline: PlainDate; state: string };
type Hosted = {
  organizationId: string;
  recordId: string;
  day: PlainDate;
  leads: boolean;
  late: boolean;
  typed: number;
  filled: number;
};

/** Sums by table, organisation, month and deadline, as `kept` reads them: own figures, then those of the subtree. */
export type Sums = Map<string, readonly number[]>;

/** What stands in the roll-ups; rows of nothing are left out. */
export async function kept(query: Query): Promise<Sums> {
  const rows = await query<{ key: string; sums: number[] }>(
    `SELECT 'duty ' || organization_id || ' ' || month || ' ' || deadline AS key,
       ARRAY[own_owed, own_done, own_open, own_owing, own_behind, subtree_owed, subtree_done, subtree_open, subtree_owing, subtree_behind] AS sums
     FROM duty_rollup
     UNION ALL
     SELECT 'record ' || organization_id || ' ' || month,
       ARRAY[own_records, own_late, own_serving, own_served, own_typed, own_filled,
         subtree_records, subtree_late, subtree_serving, subtree_served, subtree_typed, subtree_filled]
     FROM record_rollup`,
  );
  return new Map(rows.filter(({ sums }) => sums.some((sum) => sum !== 0)).map(({ key, sums }) => [key, sums]));
}

/** The same counted from the rows themselves, one by one and by nothing that the product counts with. */
export async function counted(query: Query): Promise<Sums> {
  const organizations = await query<Organization>(
    `SELECT id, kind, path, valid_from::text AS "from", valid_to::text AS "to" FROM organization`,
  );
  const places = await query<Place>(
    `SELECT organization_id AS id, path, valid_from::text AS "from", valid_to::text AS "to" FROM organization_place`,
  );
  const duties = await query<Duty>(
    `SELECT id, organization_id AS "organizationId", due_on::text AS "dueOn", coalesce(extended_to, due_on)::text AS deadline, state
     FROM obligation WHERE state <> 'waived'`,
  );
  const hosted = await query<Hosted>(
    `SELECT DISTINCT ON (h.organization_id, r.id) h.organization_id AS "organizationId", r.id AS "recordId", r.occurred_on::text AS day,
       h.position = 0 AS leads, bool_or(h.late_entry) OVER (PARTITION BY h.organization_id, r.id) AS late, coalesce(r.typed_fields, 0) AS typed, coalesce(r.filled_fields, 0) AS filled
     FROM record_host h JOIN record r ON r.id = h.record_id WHERE r.state <> 'revoked' ORDER BY h.organization_id, r.id, h.position`,
  );
  const discharges = await query<{ recordId: string; organizationId: string }>(
    `SELECT d.record_id AS "recordId", o.organization_id AS "organizationId" FROM discharge d
     JOIN record r ON r.id = d.record_id AND r.version = d.version JOIN obligation o ON o.id = d.obligation_id`,
  );
  const sums = new Map<string, number[]>();
  const add = (key: string, at: number, values: readonly number[]) => {
    const row = sums.get(key) ?? Array.from({ length: values.length * 2 }, () => 0);
    for (const [index, value] of values.entries())
      row[at * values.length + index] = (row[at * values.length + index] ?? 0) + value;
    sums.set(key, row);
  };
  /** Adds to the organisation itself and to all that stood above it at the end of the month. */
  const put = (table: string, id: string, month: PlainDate, more: string, values: readonly number[]) => {
    const own = organizations.find((organization) => organization.id === id) as Organization;
    const path = pathIn(own, places, month);
    add(`${table} ${id} ${month}${more}`, 0, values);
    for (const above of organizations) {
      const label = above.path.split(".").at(-2);
      if (
        path
          .split(".")
          .slice(0, -1)
          .includes(label ?? "")
      )
        add(`${table} ${above.id} ${month}${more}`, 1, values);
    }
  };
  const firstOf = (day: PlainDate) => firstDayOf(monthOf(day));
  const byMonth = Map.groupBy(duties, ({ organizationId, dueOn }) => `${organizationId} ${firstOf(dueOn)}`);
  for (const [key, list] of byMonth) {
    const [id = "", month = ""] = key.split(" ");
    const kind = organizations.find((organization) => organization.id === id)?.kind as OrganizationKind;
    const isOpen = ({ state }: Duty) => state !== "discharged" && state !== "submitted";
    const earliest = (some: readonly Duty[]) => some.map(({ deadline }) => deadline).toSorted()[0];
    const first = earliest(list);
    const behind = earliest(list.filter(isOpen));
    for (const [deadline, some] of Map.groupBy(list, (duty) => duty.deadline)) {
      const done = some.filter(({ state }) => state === "discharged").length;
      const owing = deadline === first && (branchKinds as readonly string[]).includes(kind) ? 1 : 0;
      const values = [some.length, done, some.filter(isOpen).length, owing, deadline === behind ? 1 : 0];
      put("duty", id, month, ` ${deadline}`, values);
    }
  }
  for (const { organizationId, recordId, day, leads, late, typed, filled } of hosted) {
    const served = discharges.filter(
      (one) => one.recordId === recordId && one.organizationId === organizationId,
    ).length;
    const values = [1, late ? 1 : 0, served > 0 ? 1 : 0, served, leads ? typed : 0, leads ? filled : 0];
    put("record", organizationId, firstOf(day), "", values);
  }
  return new Map([...sums].filter(([, row]) => row.some((sum) => sum !== 0)));
}

/** Where an organisation stood on the last day of a month, or on its own last or first day. */
function pathIn({ id, path, from, to }: Organization, places: readonly Place[], month: PlainDate): string {
  const last = lastDayOf(addMonths(monthOf(month), 0));
  const ended = to !== null && to < last ? to : last;
  const day = ended < from ? from : ended;
  return (
    places.find((place) => place.id === id && place.from <= day && (place.to === null || place.to >= day))?.path ?? path
  );
}
