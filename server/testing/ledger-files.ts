import type { Client, Sending } from "./client.ts";
import { workbookOf } from "./workbooks.ts";

/** A meeting by the columns' headings; a column that isn't named is blank. */
export type LedgerRow = Readonly<Record<string, string | number | null>>;

/** A ledger of these meetings, with the columns that they name. */
export function ledgerOf(rows: readonly LedgerRow[]): Buffer {
  const headings = [...new Set(["组织代码", "类型", "主题", "日期", ...rows.flatMap((row) => Object.keys(row))])];
  return workbookOf({ 三会一课: [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? null))] });
}

/** A file as it is sent to be taken in at an organisation. */
export function sendingLedger(organizationId: string, raw: Buffer) {
  return { params: { organizationId }, raw, headers: { "content-type": "application/octet-stream" } };
}

/** What confirms the preview of a ledger: the request that takes it in. */
export async function confirmingLedger(
  client: Client,
  organizationId: string,
  raw: Buffer,
): Promise<Sending<"commitLedger">> {
  const sending = sendingLedger(organizationId, raw);
  const { digest, fingerprint } = await client.ask("previewLedger", { ...sending, query: {} });
  return { ...sending, query: { digest, fingerprint, fileName: "台账.xlsx" } };
}
