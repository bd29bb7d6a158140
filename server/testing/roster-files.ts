import { rosterSheets } from "../modules/imports/index.ts";
import type { Client, Sending } from "./client.ts";
import { workbookOf } from "./workbooks.ts";

type Sheets = Parameters<typeof workbookOf>[0];
/** A row by its columns' headings; a column that isn't named is blank. */
export type RosterRow = Readonly<Record<string, string | number | null>>;

/** A roster of these rows, with every column of the sheets that are given. */
export function rosterOf(sheets: Readonly<Record<string, readonly RosterRow[]>>): Buffer {
  const given: Record<string, Sheets[string]> = {};
  for (const [name, rows] of Object.entries(sheets)) {
    const headings = rosterSheets.find((sheet) => sheet.name === name)?.columns.map(({ heading }) => heading) ?? [];
    given[name] = [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? null))];
  }
  return workbookOf(given);
}

/** A file as it is sent to be taken in at an organisation. */
export function sendingRoster(organizationId: string, raw: Buffer) {
  return { params: { organizationId }, raw, headers: { "content-type": "application/octet-stream" } };
}

/** What confirms the preview of a file: the request that takes it in. */
export async function confirming(
  client: Client,
  organizationId: string,
  raw: Buffer,
  effectiveOn?: string,
): Promise<Sending<"commitRoster">> {
  const sending = sendingRoster(organizationId, raw);
  const day = effectiveOn === undefined ? {} : { effectiveOn };
  const { digest, fingerprint } = await client.ask("previewRoster", { ...sending, query: day });
  return { ...sending, query: { ...day, digest, fingerprint, fileName: "名册.xlsx" } };
}
