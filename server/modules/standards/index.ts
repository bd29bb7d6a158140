export { installTemplates } from "./install-templates.ts";
export { standardsRoutes } from "./routes.ts";
export { currentTemplates, type TemplateVersion } from "./template-store.ts";
