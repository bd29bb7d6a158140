/** The two shelves of the guide: for those who work with the product, and for those who run it. */
export type Shelf = "guide" | "operate";

/** Chapters in the order in which they are read; `docs/<shelf>/<name>.md` in Chinese, `docs/<shelf>/en/<name>.md` in English. */
export const contents: Readonly<Record<Shelf, readonly string[]>> = {
  guide: [
    "start",
    "lists",
    "secretary",
    "officer",
    "leader",
    "member",
    "inspector",
    "deliveries",
    "schemes",
    "administrators",
    "refusals",
  ],
  operate: [
    "start-stop",
    "configuration",
    "sign-in",
    "database",
    "backup",
    "upgrade",
    "security",
    "audit",
    "work-calendar",
    "drills",
  ],
};
