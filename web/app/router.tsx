import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  retainSearchParams,
} from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { Loading } from "../ui/States.tsx";
import { Frame } from "./frame/Frame.tsx";
import { type PageSearch, parseSearch, readSearch, writeSearch } from "./frame/search.ts";
import { BrokenPage } from "./pages/BrokenPage.tsx";
import { NotFoundPage } from "./pages/NotFoundPage.tsx";
import { WorkbenchPage } from "./pages/WorkbenchPage.tsx";
import { SessionGate } from "./session/SessionGate.tsx";

const ScoreDrawer = lazy(() => import("../modules/assessment/score/ScoreDrawer.tsx"));

function Root() {
  const { score, record } = rootRoute.useSearch();
  return (
    <SessionGate>
      <Frame>
        <Outlet />
        {(score || record) && (
          <Suspense fallback={null}>
            <ScoreDrawer />
          </Suspense>
        )}
      </Frame>
    </SessionGate>
  );
}

const rootRoute = createRootRoute({
  component: Root,
  validateSearch: readSearch,
  search: { middlewares: [retainSearchParams<PageSearch>(["org", "period"])] },
  notFoundComponent: NotFoundPage,
  errorComponent: BrokenPage,
});

const page = <const P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => rootRoute, path, component });

const routeTree = rootRoute.addChildren([
  createRoute({ getParentRoute: () => rootRoute, path: "/", component: WorkbenchPage }),
  page(
    "/duties",
    lazyRouteComponent(() => import("../modules/duties/DutiesPage.tsx")),
  ),
  page(
    "/duties/mine",
    lazyRouteComponent(() => import("../modules/duties/MinePage.tsx")),
  ),
  page(
    "/duties/matrix",
    lazyRouteComponent(() => import("../modules/dashboard/matrix/MatrixPage.tsx")),
  ),
  page(
    "/duties/burden",
    lazyRouteComponent(() => import("../modules/dashboard/burden/BurdenPage.tsx")),
  ),
  page(
    "/duties/plans",
    lazyRouteComponent(() => import("../modules/duties/PlansPage.tsx")),
  ),
  page(
    "/duties/plans/new",
    lazyRouteComponent(() => import("../modules/duties/NewPlanPage.tsx")),
  ),
  page(
    "/duties/plans/$planId",
    lazyRouteComponent(() => import("../modules/duties/PlanPage.tsx")),
  ),
  page(
    "/duties/$obligationId",
    lazyRouteComponent(() => import("../modules/duties/DutyPage.tsx")),
  ),
  page(
    "/standards",
    lazyRouteComponent(() => import("../modules/standards/StandardsPage.tsx")),
  ),
  page(
    "/standards/benchmark",
    lazyRouteComponent(() => import("../modules/standards/benchmark/BenchmarkPage.tsx")),
  ),
  page(
    "/standards/$templateCode/edit",
    lazyRouteComponent(() => import("../modules/standards/editor/TemplateEditPage.tsx")),
  ),
  page(
    "/standards/$templateCode",
    lazyRouteComponent(() => import("../modules/standards/TemplatePage.tsx")),
  ),
  page(
    "/records",
    lazyRouteComponent(() => import("../modules/fulfilment/RecordsPage.tsx")),
  ),
  page(
    "/records/drafts",
    lazyRouteComponent(() => import("../modules/fulfilment/drafts/DraftsPage.tsx")),
  ),
  page(
    "/quarantine",
    lazyRouteComponent(() => import("../modules/fulfilment/quarantine/QuarantinePage.tsx")),
  ),
  page(
    "/records/samples",
    lazyRouteComponent(() => import("../modules/fulfilment/samples/SamplesPage.tsx")),
  ),
  page(
    "/records/samples/$sampleId",
    lazyRouteComponent(() => import("../modules/fulfilment/samples/SamplePage.tsx")),
  ),
  page(
    "/records/absences",
    lazyRouteComponent(() => import("../modules/fulfilment/absences/AbsencesPage.tsx")),
  ),
  page(
    "/records/$recordId",
    lazyRouteComponent(() => import("../modules/fulfilment/RecordPage.tsx")),
  ),
  page(
    "/records/$recordId/parts/$organizationId",
    lazyRouteComponent(() => import("../modules/fulfilment/parts/PartPage.tsx")),
  ),
  page(
    "/records/$recordId/correct",
    lazyRouteComponent(() => import("../modules/fulfilment/corrections/CorrectPage.tsx")),
  ),
  page(
    "/record/$templateCode",
    lazyRouteComponent(() => import("../modules/fulfilment/RecordFormPage.tsx")),
  ),
  page(
    "/board",
    lazyRouteComponent(() => import("../modules/assessment/board/BoardPage.tsx")),
  ),
  page(
    "/board/periods",
    lazyRouteComponent(() => import("../modules/assessment/periods/PeriodsPage.tsx")),
  ),
  page(
    "/board/disputes",
    lazyRouteComponent(() => import("../modules/assessment/disputes/DisputesPage.tsx")),
  ),
  page(
    "/board/bulletins",
    lazyRouteComponent(() => import("../modules/assessment/bulletin/BulletinPage.tsx")),
  ),
  page(
    "/board/schemes",
    lazyRouteComponent(() => import("../modules/assessment/schemes/SchemesPage.tsx")),
  ),
  page(
    "/board/schemes/$code/edit",
    lazyRouteComponent(() => import("../modules/assessment/schemes/editor/SchemeEditPage.tsx")),
  ),
  page(
    "/board/indicators/$code/edit",
    lazyRouteComponent(() => import("../modules/assessment/schemes/indicator/IndicatorEditPage.tsx")),
  ),
  page(
    "/board/deliveries",
    lazyRouteComponent(() => import("../modules/assessment/deliveries/DeliveriesPage.tsx")),
  ),
  page(
    "/board/judging",
    lazyRouteComponent(() => import("../modules/assessment/judging/JudgingPage.tsx")),
  ),
  page(
    "/organizations",
    lazyRouteComponent(() => import("../modules/organization/OrganizationPage.tsx")),
  ),
  page(
    "/organizations/terms",
    lazyRouteComponent(() => import("../modules/organization/terms/TermsPage.tsx")),
  ),
  page(
    "/organizations/gaps",
    lazyRouteComponent(() => import("../modules/units/GapsPage.tsx")),
  ),
  page(
    "/organizations/units",
    lazyRouteComponent(() => import("../modules/units/UnitsPage.tsx")),
  ),
  page(
    "/imports",
    lazyRouteComponent(() => import("../modules/imports/ImportsPage.tsx")),
  ),
  page(
    "/reorganizations",
    lazyRouteComponent(() => import("../modules/reorganization/ReorganizationsPage.tsx")),
  ),
  page(
    "/reorganizations/new",
    lazyRouteComponent(() => import("../modules/reorganization/StudioPage.tsx")),
  ),
  page(
    "/reorganizations/$reorganizationId",
    lazyRouteComponent(() => import("../modules/reorganization/ReorganizationPage.tsx")),
  ),
  page(
    "/development",
    lazyRouteComponent(() => import("../modules/development/DevelopmentPage.tsx")),
  ),
  page(
    "/development/$personId",
    lazyRouteComponent(() => import("../modules/development/CasePage.tsx")),
  ),
  page(
    "/people",
    lazyRouteComponent(() => import("../modules/people/PeoplePage.tsx")),
  ),
  page(
    "/people/transfers",
    lazyRouteComponent(() => import("../modules/people/TransfersPage.tsx")),
  ),
  page(
    "/people/dispositions",
    lazyRouteComponent(() => import("../modules/people/DispositionsPage.tsx")),
  ),
  page(
    "/people/$personId",
    lazyRouteComponent(() => import("../modules/people/PersonPage.tsx")),
  ),
  page(
    "/me",
    lazyRouteComponent(() => import("../modules/identity/MePage.tsx")),
  ),
  page(
    "/admin/accounts",
    lazyRouteComponent(() => import("../modules/administration/AccountsPage.tsx")),
  ),
  page(
    "/admin/grants",
    lazyRouteComponent(() => import("../modules/administration/GrantsPage.tsx")),
  ),
  page(
    "/admin/post-roles",
    lazyRouteComponent(() => import("../modules/administration/post-roles/PostRolesPage.tsx")),
  ),
  page(
    "/admin/alarms",
    lazyRouteComponent(() => import("../modules/administration/alarms/AlarmsPage.tsx")),
  ),
  page(
    "/admin/audit",
    lazyRouteComponent(() => import("../modules/administration/AuditPage.tsx")),
  ),
  page(
    "/admin/status",
    lazyRouteComponent(() => import("../modules/administration/StatusPage.tsx")),
  ),
]);

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch: writeSearch,
  defaultPreload: "intent",
  defaultPendingComponent: () => <Loading />,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
