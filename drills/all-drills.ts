import { accessDrill } from "./access/access-drill.ts";
import { auditDrill } from "./audit/audit-drill.ts";
import type { Drill } from "./drill.ts";
import { flushDrill } from "./flush-drill.ts";
import { killDrill } from "./kill-drill.ts";
import { lawsDrill } from "./laws-drill.ts";
import { rosterDrill } from "./workbooks/roster-drill.ts";

export const drills: readonly Drill[] = [killDrill, flushDrill, accessDrill, rosterDrill, lawsDrill, auditDrill];
