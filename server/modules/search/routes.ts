import { type Route, read } from "../../platform/http/route.ts";
import { search } from "./search.ts";

export const searchRoutes: Route[] = [read("search", search)];
