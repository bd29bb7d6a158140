import { accessDrill } from "./access/access-drill.ts";
import { accountsDrill } from "./accounts/accounts-drill.ts";
import { auditDrill } from "./audit/audit-drill.ts";
import { clockDrill } from "./clock/clock-drill.ts";
import type { Drill } from "./drill.ts";
import { flushDrill } from "./flush-drill.ts";
import { killDrill } from "./kill/kill-drill.ts";
import { lawsDrill } from "./laws-drill.ts";
import { trafficDrill } from "./traffic/traffic-drill.ts";
import { hostileDrill } from "./workbooks/hostile-drill.ts";
import { rosterDrill } from "./workbooks/roster-drill.ts";

export const drills: readonly Drill[] = [
  killDrill,
  flushDrill,
  accessDrill,
  trafficDrill,
  accountsDrill,
  rosterDrill,
  hostileDrill,
  clockDrill,
  lawsDrill,
  auditDrill,
];
