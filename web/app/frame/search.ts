/** What an address says beyond its path; every value is optional, so that any link opens. */
export type PageSearch = {
  /** Organisation and month in view. */
  org?: string;
  period?: string;
  /** The 得分说明书 that lies over the page, its open tab, the line and record in it. */
  score?: string;
  tab?: string;
  line?: string;
  record?: string;
  /** Filters and prefills of single pages. */
  which?: string;
  class?: string;
  template?: string;
  subject?: string;
  on?: string;
};

const keys = [
  "org",
  "period",
  "score",
  "tab",
  "line",
  "record",
  "which",
  "class",
  "template",
  "subject",
  "on",
] as const;

export function readSearch(given: Record<string, unknown>): PageSearch {
  const search: PageSearch = {};
  for (const key of keys) {
    const value = given[key];
    if (typeof value === "string" && value !== "" && value.length <= 100) search[key] = value;
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
