export { administrationRoutes } from "./routes.ts";
export { type GroupStatus, groupStatus } from "./status.ts";
