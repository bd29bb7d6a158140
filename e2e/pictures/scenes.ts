import type { Locator, Page } from "@playwright/test";

/** A picture of the guide: whose page, how wide, and what is opened on it first. */
export type Scene = {
  readonly name: string;
  readonly as: string | null;
  readonly width: "desk" | "phone";
  readonly path: string;
  readonly before?: (page: Page, words: (zh: string, en: string) => string) => Promise<void>;
  /** What has to stand on the picture: without it none is taken. */
  readonly shows?: (page: Page) => Locator;
};

/** The report of a branch that lost some marks. */
const openScore = async (page: Page) => {
  await page.locator("tbody tr").nth(5).getByRole("link").first().click();
};
const arithmetic = (page: Page) => page.getByRole("dialog").getByText(/÷.*=/).first();
const ownArithmetic = (page: Page) => page.getByRole("main").getByText(/÷.*=/).first();

/** Every picture of the guide. The guide shows it where its name stands in a chapter. */
export const scenes: readonly Scene[] = [
  { name: "sign-in", as: null, width: "desk", path: "/" },
  { name: "leader-workbench", as: "leader", width: "desk", path: "/" },
  { name: "leader-board", as: "leader", width: "desk", path: "/board" },
  { name: "score-report", as: "leader", width: "desk", path: "/board", before: openScore, shows: arithmetic },
  { name: "officer-plans", as: "officer", width: "desk", path: "/duties/plans" },
  { name: "officer-new-plan", as: "officer", width: "desk", path: "/duties/plans/new" },
  { name: "officer-matrix", as: "officer", width: "desk", path: "/duties/matrix" },
  { name: "officer-periods", as: "officer", width: "desk", path: "/board/periods" },
  { name: "officer-schemes", as: "officer", width: "desk", path: "/board/schemes" },
  { name: "officer-scheme-editor", as: "officer", width: "desk", path: "/board/schemes/scheme_631/edit" },
  { name: "officer-template-editor", as: "officer", width: "desk", path: "/standards/theme_day/edit" },
  { name: "officer-bulletins", as: "officer", width: "desk", path: "/board/bulletins" },
  { name: "officer-imports", as: "officer", width: "desk", path: "/imports" },
  { name: "officer-organizations", as: "officer", width: "desk", path: "/organizations" },
  { name: "officer-studio", as: "officer", width: "desk", path: "/reorganizations/new" },
  { name: "inspector-samples", as: "organizer", width: "desk", path: "/records/samples" },
  { name: "inspector-benchmark", as: "organizer", width: "desk", path: "/standards/benchmark" },
  { name: "data-deliveries", as: "data", width: "desk", path: "/board/deliveries" },
  { name: "system-accounts", as: "system", width: "desk", path: "/admin/accounts" },
  { name: "system-status", as: "system", width: "desk", path: "/admin/status" },
  { name: "security-grants", as: "security", width: "desk", path: "/admin/grants" },
  { name: "audit-entries", as: "audit", width: "desk", path: "/admin/audit" },
  {
    name: "page-help",
    as: "officer",
    width: "desk",
    path: "/duties/matrix",
    before: async (page, words) => {
      await page.getByRole("button", { name: words("这一页的说明", "About this page") }).click();
    },
    shows: (page) => page.getByRole("dialog").getByRole("listitem").first(),
  },
  { name: "secretary-today", as: "secretary", width: "phone", path: "/" },
  { name: "secretary-form", as: "secretary", width: "phone", path: "/record/theme_day" },
  { name: "secretary-records", as: "secretary", width: "phone", path: "/records" },
  { name: "secretary-score", as: "secretary", width: "phone", path: "/board", shows: ownArithmetic },
  { name: "member-today", as: "member", width: "phone", path: "/" },
  { name: "me", as: "secretary", width: "phone", path: "/me" },
];
