export type { Act, Changed, KeptTable } from "./keep-changes.ts";
export { keepDeleted, keepInserted, keepUpdated } from "./keep-changes.ts";
export { type ChangedSince, undoAct } from "./undo-act.ts";
