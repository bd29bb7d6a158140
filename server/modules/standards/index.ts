export { installTemplates } from "./install-templates.ts";
export { standardsRoutes } from "./routes.ts";
export { templatesInForce } from "./template-adoptions.ts";
export { currentTemplates, type TemplateVersion } from "./template-store.ts";
