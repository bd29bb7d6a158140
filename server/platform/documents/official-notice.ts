import type { OfficialDocument } from "./write-document.ts";

export const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** What stands around the text of a 通报; an empty text leaves its line out. */
export type OfficialNotice = OfficialDocument & {
  /** Stands in the head of every page, such as 草稿. */
  readonly mark: string;
  /** 发文机关标志. */
  readonly issuer: string;
  /** 发文字号. */
  readonly number: string;
  /** 主送机关, with its colon. */
  readonly recipient: string;
  /** 版记 at the foot of the last page. */
  readonly imprint: { readonly copies: string; readonly issuer: string; readonly date: string };
  /** A small line after the date. */
  readonly proof: string;
};
