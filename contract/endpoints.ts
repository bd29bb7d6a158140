import type { z } from "zod";
import { administrationEndpoints } from "./administration.ts";
import { alarmsEndpoints } from "./alarms.ts";
import { assessmentEndpoints } from "./assessment.ts";
import { benchmarksEndpoints } from "./benchmarks.ts";
import { boardsEndpoints } from "./boards.ts";
import { booksEndpoints } from "./books.ts";
import { bulletinsEndpoints } from "./bulletins.ts";
import { dashboardEndpoints } from "./dashboard.ts";
import { definitionsEndpoints } from "./definitions.ts";
import { developmentEndpoints } from "./development.ts";
import { disputesEndpoints } from "./disputes.ts";
import { dutiesEndpoints } from "./duties.ts";
import type { Endpoint } from "./endpoint.ts";
import { filesEndpoints } from "./files.ts";
import { fulfilmentEndpoints } from "./fulfilment.ts";
import { hostPartsEndpoints } from "./host-parts.ts";
import { identityEndpoints } from "./identity.ts";
import { importsEndpoints } from "./imports.ts";
import { inputsEndpoints } from "./inputs.ts";
import { listViewsEndpoints } from "./list-views.ts";
import { liveEndpoints } from "./live.ts";
import { membersEndpoints } from "./members.ts";
import { organizationEndpoints } from "./organization.ts";
import { organizationSearchEndpoints } from "./organization-search.ts";
import { peopleEndpoints } from "./people.ts";
import { periodsEndpoints } from "./periods.ts";
import { recordActsEndpoints } from "./record-acts.ts";
import { reorganizationsEndpoints } from "./reorganizations.ts";
import type { RouteName } from "./routes.ts";
import { scoreReportEndpoints } from "./score-report.ts";
import { searchEndpoints } from "./search.ts";
import { settlementsEndpoints } from "./settlements.ts";
import { standardsEndpoints } from "./standards.ts";
import { termsEndpoints } from "./terms.ts";
import { transfersEndpoints } from "./transfers.ts";
import { treeEndpoints } from "./tree.ts";
import { unitsEndpoints } from "./units.ts";
import { votersEndpoints } from "./voters.ts";
import { whatIfEndpoints } from "./what-if.ts";

/** Every endpoint of the public API by name; `routes.ts` holds method and path. */
export const endpoints = {
  ...identityEndpoints,
  ...liveEndpoints,
  ...organizationEndpoints,
  ...organizationSearchEndpoints,
  ...searchEndpoints,
  ...treeEndpoints,
  ...peopleEndpoints,
  ...membersEndpoints,
  ...transfersEndpoints,
  ...termsEndpoints,
  ...unitsEndpoints,
  ...reorganizationsEndpoints,
  ...developmentEndpoints,
  ...standardsEndpoints,
  ...benchmarksEndpoints,
  ...dutiesEndpoints,
  ...fulfilmentEndpoints,
  ...hostPartsEndpoints,
  ...votersEndpoints,
  ...filesEndpoints,
  ...booksEndpoints,
  ...recordActsEndpoints,
  ...assessmentEndpoints,
  ...scoreReportEndpoints,
  ...whatIfEndpoints,
  ...importsEndpoints,
  ...periodsEndpoints,
  ...settlementsEndpoints,
  ...boardsEndpoints,
  ...disputesEndpoints,
  ...definitionsEndpoints,
  ...inputsEndpoints,
  ...dashboardEndpoints,
  ...bulletinsEndpoints,
  ...administrationEndpoints,
  ...listViewsEndpoints,
  ...alarmsEndpoints,
} as const satisfies Record<RouteName, Endpoint>;

type Endpoints = typeof endpoints;
type Shape<N extends RouteName, Part extends string> =
  Endpoints[N] extends Record<Part, infer S extends z.ZodType> ? S : never;

/** What a caller sends and gets, by endpoint name. */
export type Params<N extends RouteName> = z.input<Shape<N, "params">>;
export type Query<N extends RouteName> = z.input<Shape<N, "query">>;
export type Body<N extends RouteName> = z.input<Shape<N, "body">>;
export type Answer<N extends RouteName> = z.output<Shape<N, "answer">>;
/** What the server works with after validation. */
export type ParsedQuery<N extends RouteName> = z.output<Shape<N, "query">>;
export type ParsedBody<N extends RouteName> = z.output<Shape<N, "body">>;
