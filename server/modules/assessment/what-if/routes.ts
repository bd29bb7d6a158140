import type { Database } from "../../../platform/db/pools.ts";
import { type Route, read } from "../../../platform/http/route.ts";
import { simulateScheme } from "./simulate-view.ts";

/** A trial reads whole tables as streams, which needs more than a read-only connection. */
export function whatIfRoutes(database: Database): Route[] {
  return [read("simulateScheme", (request) => simulateScheme(request, database))];
}
