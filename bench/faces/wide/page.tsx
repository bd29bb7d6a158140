import type { List } from "@dutyloop/contract/lists/list.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRootRoute, createRouter, Link, RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { makeQueryClient } from "../../../web/app/api/queries.ts";
import { parseSearch, readSearch, writeSearch } from "../../../web/app/frame/search.ts";
import { ListFrame } from "../../../web/app/lists/ListFrame.tsx";
import { type Session, SessionContext } from "../../../web/app/session/session.ts";
import { ThemeProvider } from "../../../web/app/theme/ThemeProvider.tsx";
import { Page } from "../../../web/ui/Page.tsx";
import { Empty } from "../../../web/ui/States.tsx";
import { Tag } from "../../../web/ui/Tag.tsx";
import "../../../web/ui/base.css";

// The product's own frame of lists, with as many rows and columns as no page of the product has.
const rowCount = 5000;
const columnCount = 30;

type Row = { readonly id: string; readonly number: number };

const columns = Array.from({ length: columnCount }, (_, at) => ({
  key: `c${"abcdefghijklmnopqrstuvwxyzABCD"[at]}`,
  name: { zh: `第${at + 1}列`, en: `Column ${at + 1}` },
  value: ({ number }: Row) =>
    at % 4 === 1 ? (number * (at + 7)) % 1000 : `第${number + 1}党支部 ${at % 3 === 0 ? "三会一课" : "主题党日"}`,
  ...(at % 4 === 1 ? { kind: "number" as const } : {}),
}));
const list: List<Row> = { name: { zh: "很宽的列表", en: "A wide list" }, columns };
const items: readonly Row[] = Array.from({ length: rowCount }, (_, number) => ({ id: `row-${number}`, number }));
const query = { isPending: false, isError: false, error: null, refetch: () => {} };
// A link and two tags in a row, as lists of the product have.
const cells = {
  ca: ({ number }: Row) => (
    <Link to="." className="link">
      第{number + 1}党支部
    </Link>
  ),
  cd: ({ number }: Row) => <Tag tone={number % 5 === 0 ? "warn" : "good"}>{number % 5 === 0 ? "逾期" : "已完成"}</Tag>,
  cg: ({ number }: Row) => <Tag>{number % 60}</Tag>,
};
const acts = [{ key: "waive", label: "免除", fits: () => true, sheet: () => null }];

function Wide() {
  return (
    <Page title={list.name.zh}>
      <ListFrame
        name="listRecords"
        list={list}
        asked={{}}
        query={query}
        items={items}
        idOf={({ id }) => id}
        cells={cells}
        acts={acts}
        empty={<Empty title="–" />}
      />
    </Page>
  );
}

const router = createRouter({
  routeTree: createRootRoute({ component: Wide, validateSearch: readSearch }),
  parseSearch,
  stringifySearch: writeSearch,
});
const session = { today: "2026-03-18" } as Session;
const element = document.getElementById("app");
if (!element) throw new Error("the page has no place");

createRoot(element).render(
  <StrictMode>
    <ThemeProvider>
      <QueryClientProvider client={makeQueryClient()}>
        <SessionContext value={session}>
          <RouterProvider router={router} />
        </SessionContext>
      </QueryClientProvider>
    </ThemeProvider>
  </StrictMode>,
);
