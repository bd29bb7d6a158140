export { undoImport } from "./batches/undo-import.ts";
export { commitLedger } from "./ledger/commit-ledger.ts";
export { previewLedgerFile } from "./ledger/preview-ledger.ts";
export { commitRoster } from "./roster/commit-roster.ts";
export { previewFile, type RosterAtHand } from "./roster/preview-roster.ts";
export { rosterSheets } from "./roster/roster-columns.ts";
export { importsRoutes } from "./routes.ts";
