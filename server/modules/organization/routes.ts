import { type Route, read, write } from "../../platform/http/route.ts";
import { admitPerson } from "./admit-person.ts";
import { appoint } from "./appoint.ts";
import { createOrganization } from "./create-organization.ts";
import { developmentRoutes } from "./development/routes.ts";
import { getOrganization, listOrganizations } from "./organization-view.ts";
import { peopleRoutes } from "./people/routes.ts";
import { restrictOrganization } from "./restrict-organization.ts";
import { searchOrganizations } from "./search-organizations.ts";
import { termRoutes } from "./terms/routes.ts";
import { treeRoutes } from "./tree/routes.ts";
import { unitRoutes } from "./units/routes.ts";

export const organizationRoutes: Route[] = [
  read("listOrganizations", listOrganizations),
  read("getOrganization", getOrganization),
  read("searchOrganizations", searchOrganizations),
  write("createOrganization", createOrganization, ({ body }) => body),
  write("restrictOrganization", restrictOrganization, ({ params, body }) => ({ ...body, ...params })),
  write("admitPerson", admitPerson, ({ params, body }) => ({ ...body, ...params })),
  write("appoint", appoint, ({ params, body }) => ({ ...body, ...params })),
  ...peopleRoutes,
  ...termRoutes,
  ...developmentRoutes,
  ...treeRoutes,
  ...unitRoutes,
];
