/** What the drawer of a page says: what the page is for, then what to do first, in three to six sentences. */
export type PageHelp = {
  /** The chapter of the guide, with an anchor where one of its parts tells about the page. */
  readonly chapter: string;
  readonly zh: readonly string[];
  readonly en: readonly string[];
};
