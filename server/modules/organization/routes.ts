import { type Route, read, write } from "../../platform/http/route.ts";
import { admitPerson } from "./admit-person.ts";
import { appoint } from "./appoint.ts";
import { createOrganization } from "./create-organization.ts";
import { getOrganization, listOrganizations } from "./organization-view.ts";
import { endAppointment } from "./people/end-appointment.ts";
import { listPeople } from "./people/list-people.ts";
import { getPrivateFields, readPrivateFields } from "./people/read-private.ts";
import { setPrivateFields } from "./people/set-private.ts";
import { restrictOrganization } from "./restrict-organization.ts";
import { searchOrganizations } from "./search-organizations.ts";
import { termRoutes } from "./terms/routes.ts";

export const organizationRoutes: Route[] = [
  read("listOrganizations", listOrganizations),
  read("getOrganization", getOrganization),
  read("searchOrganizations", searchOrganizations),
  write("createOrganization", createOrganization, ({ body }) => body),
  write("restrictOrganization", restrictOrganization, ({ params, body }) => ({ ...body, ...params })),
  read("listPeople", listPeople),
  write("admitPerson", admitPerson, ({ params, body }) => ({ ...body, ...params })),
  write("appoint", appoint, ({ params, body }) => ({ ...body, ...params })),
  write("endAppointment", endAppointment, ({ params, body }) => ({ ...body, ...params })),
  read("getPrivateFields", getPrivateFields),
  write("readPrivateFields", readPrivateFields, ({ params, body }) => ({ ...body, ...params })),
  write("setPrivateFields", setPrivateFields, ({ params, body }) => ({ ...body, ...params })),
  ...termRoutes,
];
