export { admitPerson } from "./admit-person.ts";
export { appoint } from "./appoint.ts";
export { createOrganization } from "./create-organization.ts";
export { fillSearchEntries } from "./fill-search-entries.ts";
export { type NamedRosterEntry, rosterOn } from "./roster.ts";
export { organizationRoutes } from "./routes.ts";
