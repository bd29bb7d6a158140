/** What a page can be told of as changed, without being told what it is now. */
export const topics = ["duties", "records", "scores", "standards", "organizations", "imports"] as const;
export type Topic = (typeof topics)[number];
