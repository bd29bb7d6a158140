export { type GroupShape, groupShape } from "./group-shape.ts";
export { administrationRoutes } from "./routes.ts";
export { type GroupStatus, groupStatus } from "./status.ts";
