export { foldAllCounts } from "./counts/fold-counts.ts";
export { dashboardRoutes } from "./routes.ts";
