import { type Route, read, write } from "../../../platform/http/route.ts";
import { beginTerm } from "./begin-term.ts";
import { extendTerm } from "./extend-term.ts";
import { getTeam } from "./team-view.ts";
import { getTerm, listTerms } from "./terms-view.ts";

export const termRoutes: Route[] = [
  read("listTerms", listTerms),
  read("getTerm", getTerm),
  read("getTeam", getTeam),
  write("beginTerm", beginTerm, ({ params, body }) => ({ ...body, ...params })),
  write("extendTerm", extendTerm, ({ params, body }) => ({ ...body, ...params })),
];
