import type pg from "pg";

export type Row = Record<string, unknown>;
/** The rows the product wrote for one record, by table. */
export type SampleRows = { readonly table: string; readonly rows: readonly Row[] }[];

/** Tables a record is written to, parents first, and which rows of them belong to the record $1. */
const parts: [table: string, where: string][] = [
  ["record", "id = $1"],
  ["record_host", "record_id = $1"],
  ["record_version", "record_id = $1"],
  ["record_participant", "record_id = $1"],
  ["discharge", "record_id = $1"],
  ["fact", "record_id = $1"],
  ["fact_source", "fact_id IN (SELECT id FROM fact WHERE record_id = $1)"],
  ["audit_entry", "object = 'record ' || $1::text"],
  ["idempotency", "answer->>'recordId' = $1::text"],
];

/** Reads what the product wrote for one record, so that the limit writes rows of the same number, width and content. */
export async function sampleRows(client: pg.ClientBase, recordId: string): Promise<SampleRows> {
  const found: SampleRows = [];
  for (const [table, where] of parts) {
    const { rows } = await client.query<Row>(`SELECT * FROM ${table} WHERE ${where}`, [recordId]);
    if (rows.length === 0) throw new Error(`The record ${recordId} has no row in ${table}`);
    found.push({ table, rows: rows.map(writable) });
  }
  return [...found, ...queued(found)];
}

/** Rows of the queues are taken out by the product's loops as soon as they stand; they follow from the others. */
function queued(found: SampleRows): SampleRows {
  const of = (table: string) => found.find((part) => part.table === table)?.rows ?? [];
  const months = new Map(
    of("fact").map(({ tenant_id, organization_id, counts_on, recorded_at }) => {
      const month = `${String(counts_on).slice(0, 8)}01`;
      return [month, { tenant_id, topic: "score.dirty", organization_id, month, recorded_at }];
    }),
  );
  const unsealed = of("audit_entry").map(({ tenant_id, id }) => ({ tenant_id, entry_id: id }));
  return [
    { table: "outbox", rows: [...months.values()] },
    { table: "audit_unsealed", rows: unsealed },
  ];
}

/** A jsonb value goes back as text. */
function writable(row: Row): Row {
  const isObject = (value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, isObject(value) ? JSON.stringify(value) : value]),
  );
}
