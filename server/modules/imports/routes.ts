import { type Route, read, write } from "../../platform/http/route.ts";
import { progressOf } from "../../platform/loops/progress.ts";
import { getImport, listImports } from "./batches/imports-view.ts";
import { undoImport } from "./batches/undo-import.ts";
import { commitLedger } from "./ledger/commit-ledger.ts";
import { ledgerErrors, ledgerTemplate } from "./ledger/ledger-workbooks.ts";
import { previewLedger } from "./ledger/preview-ledger.ts";
import { commitRoster } from "./roster/commit-roster.ts";
import { exportRoster } from "./roster/export-roster.ts";
import { previewRoster } from "./roster/preview-roster.ts";
import { rosterErrors } from "./roster/roster-errors.ts";
import { rosterTemplate } from "./roster/roster-template.ts";

export const importsRoutes: Route[] = [
  read("previewRoster", previewRoster),
  write("commitRoster", commitRoster, ({ params, query, raw }) => ({ ...params, ...query, bytes: raw.body })),
  read("rosterErrors", rosterErrors),
  read("rosterTemplate", rosterTemplate),
  read("exportRoster", exportRoster),
  read("previewLedger", previewLedger),
  write("commitLedger", commitLedger, ({ params, query, raw }) => ({ ...params, ...query, bytes: raw.body })),
  read("ledgerErrors", ledgerErrors),
  read("ledgerTemplate", ledgerTemplate),
  read("listImports", listImports),
  read("getImport", getImport),
  write("undoImport", undoImport, ({ params }) => params),
  read("getImportProgress", async ({ caller, params }) => progressOf(caller.actor.accountId, params.progress)),
];
