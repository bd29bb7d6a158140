export { reorganizationRoutes } from "./routes.ts";
