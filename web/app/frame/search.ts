/** What an address says beyond its path; every value is optional, so that any link opens. */
export type PageSearch = {
  /** Organisation and month in view; a board may show the quarter, half-year or year that holds the month. */
  org?: string;
  period?: string;
  span?: string;
  /** The scheme of a board or of a 得分说明书; without it the first one. */
  scheme?: string;
  /** The 得分说明书 over the page: its period where that isn't the page's, its tab, the line, fact and record in it. */
  score?: string;
  of?: string;
  tab?: string;
  line?: string;
  fact?: string;
  record?: string;
  /** Filters and prefills of single pages. */
  which?: string;
  direction?: string;
  class?: string;
  template?: string;
  subject?: string;
  draft?: string;
  on?: string;
  version?: string;
  against?: string;
  source?: string;
  q?: string;
  state?: string;
  post?: string;
  sort?: string;
  who?: string;
  act?: string;
  from?: string;
  to?: string;
  number?: string;
  /** Columns of a list in their order. */
  cols?: string;
};

const keys = [
  "org",
  "period",
  "span",
  "scheme",
  "score",
  "of",
  "tab",
  "line",
  "fact",
  "record",
  "which",
  "direction",
  "class",
  "template",
  "subject",
  "draft",
  "on",
  "version",
  "against",
  "source",
  "q",
  "state",
  "post",
  "sort",
  "who",
  "act",
  "from",
  "to",
  "number",
  "cols",
] as const;

export function readSearch(given: Record<string, unknown>): PageSearch {
  const search: PageSearch = {};
  for (const key of keys) {
    const value = given[key];
    if (typeof value === "string" && value !== "" && value.length <= (key === "cols" ? 600 : 100)) search[key] = value;
  }
  return search;
}

/** Plain text both ways: no quotation marks or JSON in addresses that people send each other. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function writeSearch(search: Record<string, unknown>): string {
  const found = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    if (typeof value === "string" && value !== "") found.set(key, value);
  return found.size > 0 ? `?${found}` : "";
}

/** The address as it is, with a part changed: `search={also({ score: id })}`. */
export function also(part: PageSearch): (now: PageSearch) => PageSearch {
  return (now) => ({ ...now, ...part });
}

/** The address without some of its parts. */
export function without(...left: (keyof PageSearch)[]): (now: PageSearch) => PageSearch {
  return (now) => Object.fromEntries(Object.entries(now).filter(([key]) => !left.includes(key as keyof PageSearch)));
}
