import { type Route, read, write } from "../../../platform/http/route.ts";
import { listAdjustments } from "./adjustments-view.ts";
import { closePeriod } from "./close-period.ts";
import { listPendingLeaves } from "./pending-leaves-view.ts";
import { listPeriods } from "./periods-view.ts";
import { reopenPeriod } from "./reopen-period.ts";
import { settleLeaf } from "./settle-leaf.ts";
import { listSettlements } from "./settlements-view.ts";
import { startPublicity } from "./start-publicity.ts";

export const periodsRoutes: Route[] = [
  read("listPeriods", listPeriods),
  read("listPendingLeaves", listPendingLeaves),
  read("listSettlements", listSettlements),
  write("settleLeaf", settleLeaf, ({ params, body }) => ({ ...body, ...params })),
  write("startPublicity", startPublicity, ({ params }) => params),
  write("closePeriod", closePeriod, ({ params }) => params),
  write("reopenPeriod", reopenPeriod, ({ params, body }) => ({ ...body, ...params })),
  read("listAdjustments", listAdjustments),
];
