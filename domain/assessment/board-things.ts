/** 试算、公示、发布. */
export const boardStates = ["trial", "publicity", "published"] as const;
export type BoardState = (typeof boardStates)[number];
export type BoardAction = "start_publicity" | "publish" | "reopen";

/**
 * What is done with a board in which state, and the state it leads to. 公示 begins with that of its period; a reopened
 * period has a new board, and the published one stays readable.
 */
export const boardActions: Record<BoardState, Partial<Record<BoardAction, BoardState>>> = {
  trial: { start_publicity: "publicity" },
  publicity: { publish: "published", reopen: "trial" },
  published: { reopen: "trial" },
};

/** 待答复、成立、不成立. */
export const disputeStates = ["open", "upheld", "rejected"] as const;
export type DisputeState = (typeof disputeStates)[number];
export type DisputeAction = "uphold" | "reject";

/** An answered dispute stays as it is. */
export const disputeActions: Record<DisputeState, Partial<Record<DisputeAction, DisputeState>>> = {
  open: { uphold: "upheld", reject: "rejected" },
  upheld: {},
  rejected: {},
};
