import { importedKinds } from "@dutyloop/contract/inputs.ts";
import { sql } from "kysely";
import { afterSubtree, placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { metricsOf } from "./metrics.ts";
import { figureColumns, receiptColumns, sheetNames } from "./workbook-columns.ts";

const widths = { code: 16, name: 32, metric: 24, occurredOn: 14, quantity: 14, base: 14, severity: 12, note: 40 };
const blankRows = 500;

/**
 * The workbook to deliver figures with. What may be written stands on sheets of its own, so that sending the template
 * back as it is reports nothing for anybody.
 */
export async function downloadTemplate(request: ReadRequest<"downloadTemplate">): Promise<unknown> {
  const { database, tenantId, scope, params, query, reply } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const { rows: organizations } = await sql<{ code: string; name: string }>`
    SELECT code, name FROM organization
    WHERE tenant_id = ${tenantId} AND path >= ${place.path} AND path < ${afterSubtree(place.path)} AND kind <> 'GROUP'
      AND valid_from <= (${query.month} || '-01')::date + interval '1 month' - interval '1 day'
      AND (valid_to IS NULL OR valid_to >= (${query.month} || '-01')::date)
    ORDER BY path`.execute(database);
  const metrics = await metricsOf(database, tenantId);
  const codeAndName = [
    { heading: receiptColumns.code, width: widths.code },
    { heading: receiptColumns.name, width: widths.name },
  ];
  // Loaded when somebody wants it: it takes memory that an idle server needn't hold.
  const { writeWorkbook } = await import("../../../platform/spreadsheets/write-workbook.ts");
  const workbook = writeWorkbook([
    {
      name: sheetNames.figures,
      columns: Object.entries(figureColumns).map(([column, heading]) => ({
        heading,
        width: widths[column as keyof typeof widths],
      })),
      rows: [],
      blankRows,
    },
    { name: sheetNames.receipts, columns: codeAndName, rows: [], blankRows },
    {
      name: sheetNames.metrics,
      columns: [
        { heading: figureColumns.metric, width: widths.metric },
        { heading: "名称", width: widths.name },
        { heading: "单位", width: widths.base },
      ],
      rows: [
        ...metrics.map(({ code, indicator }) => [code, indicator.name.zh, indicator.unit?.zh ?? ""]),
        ...importedKinds
          .filter((kind) => kind.startsWith("finding."))
          .map((kind) => [kind, findingNames[kind] ?? "", ""]),
      ],
    },
    { name: sheetNames.organizations, columns: codeAndName, rows: organizations.map(({ code, name }) => [code, name]) },
  ]);
  return reply
    .type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    .headers({ "content-disposition": `attachment; filename="${query.source}-${query.month}.xlsx"` })
    .send(workbook);
}

const findingNames: Readonly<Record<string, string>> = {
  "finding.opened": "发现问题",
  "finding.closed": "销号",
  "finding.overdue": "逾期未改",
  "finding.relapsed": "问题反弹",
};
