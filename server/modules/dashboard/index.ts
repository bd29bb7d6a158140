export { countAnew, foldAllCounts, letScoresGoFirst } from "./counts/fold-counts.ts";
export { figuresByKind, type KindFigures } from "./matrix/figures-by-kind.ts";
export { getDutyFigures } from "./matrix/matrix-view.ts";
export { metricSums, shareOf } from "./metric-sums.ts";
export { dashboardRoutes } from "./routes.ts";
