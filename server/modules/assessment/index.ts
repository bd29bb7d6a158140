export { type BoardRow, boardRows, meanOf } from "./board-view.ts";
export { monthlyScheme } from "./definitions.ts";
export { foldAllScores, foldScores } from "./fold-scores.ts";
export { installSchemes } from "./install-schemes.ts";
export { assessmentRoutes } from "./routes.ts";
export { explainScore } from "./score-view.ts";
