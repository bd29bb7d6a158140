import { type Route, read, write } from "../../../platform/http/route.ts";
import { acceptGap } from "./accept-gap.ts";
import { renameUnit, restrictUnit } from "./change-unit.ts";
import { coverUnit, endCoverage } from "./cover-unit.ts";
import { createUnit } from "./create-unit.ts";
import { endUnit } from "./end-unit.ts";
import { listGaps } from "./gaps-view.ts";
import { moveUnit } from "./move-unit.ts";
import { listUnits } from "./units-view.ts";

export const unitRoutes: Route[] = [
  read("listUnits", listUnits),
  write("createUnit", createUnit, ({ body }) => body),
  write("renameUnit", renameUnit, ({ params, body }) => ({ ...body, ...params })),
  write("moveUnit", moveUnit, ({ params, body }) => ({ ...body, ...params })),
  write("endUnit", endUnit, ({ params, body }) => ({ ...body, ...params })),
  write("restrictUnit", restrictUnit, ({ params, body }) => ({ ...body, ...params })),
  write("coverUnit", coverUnit, ({ params, body }) => ({ ...body, ...params })),
  write("endCoverage", endCoverage, ({ params, body }) => ({ ...body, ...params })),
  read("listGaps", listGaps),
  write("acceptGap", acceptGap, ({ params, body }) => ({ ...body, ...params })),
];
