import { type Route, read, write } from "../../platform/http/route.ts";
import { admitPerson } from "./admit-person.ts";
import { appoint } from "./appoint.ts";
import { createOrganization } from "./create-organization.ts";
import { getOrganization, listOrganizations } from "./organization-view.ts";
import { listPeople } from "./people-view.ts";
import { restrictOrganization } from "./restrict-organization.ts";

export const organizationRoutes: Route[] = [
  read("listOrganizations", listOrganizations),
  read("getOrganization", getOrganization),
  write("createOrganization", createOrganization, ({ body }) => body),
  write("restrictOrganization", restrictOrganization, ({ params, body }) => ({ ...body, ...params })),
  read("listPeople", listPeople),
  write("admitPerson", admitPerson, ({ params, body }) => ({ ...body, ...params })),
  write("appoint", appoint, ({ params, body }) => ({ ...body, ...params })),
];
