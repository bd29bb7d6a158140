import { type Route, read } from "../../platform/http/route.ts";
import { currentTemplates } from "./template-store.ts";

export const standardsRoutes: Route[] = [
  read("listTemplates", async ({ database, tenantId }) => ({
    items: [...(await currentTemplates(database, tenantId)).values()],
  })),
];
