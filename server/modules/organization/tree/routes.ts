import { type Route, read, write } from "../../../platform/http/route.ts";
import { listFindings } from "./findings-view.ts";
import { moveOrganization } from "./move-organization.ts";
import { renameOrganization } from "./rename-organization.ts";
import { revokeOrganization } from "./revoke-organization.ts";

export const treeRoutes: Route[] = [
  read("listFindings", listFindings),
  write("renameOrganization", renameOrganization, ({ params, body }) => ({ ...body, ...params })),
  write("moveOrganization", moveOrganization, ({ params, body }) => ({ ...body, ...params })),
  write("revokeOrganization", revokeOrganization, ({ params, body }) => ({ ...body, ...params })),
];
