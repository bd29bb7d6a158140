export { type GroupShape, groupShape } from "./group-shape.ts";
export { type DatabaseSigns, databaseSigns } from "./health/database-signs.ts";
export { demoAccessFile, keysState } from "./health/machine-signs.ts";
export { administrationRoutes } from "./routes.ts";
export { type GroupStatus, groupStatus } from "./status.ts";
