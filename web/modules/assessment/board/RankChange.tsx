import { useTexts } from "../../../app/language/texts.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { Moved } from "./Moved.tsx";
import { boardTexts } from "./texts.ts";

type Props = {
  rank: number | null;
  /** Null: it didn't stand on that board. */
  before: { readonly rank: number | null } | null;
  /** Whether there is a published board of the class to compare with. */
  compared: boolean;
};

/** The change of rank against the last published board of the class. */
export function RankChange({ rank, before, compared }: Props) {
  const t = useTexts(boardTexts);
  if (!compared || rank === null) return null;
  if (before === null || before.rank === null) return <Tag>{t("newHere")}</Tag>;
  const by = before.rank - rank;
  return <Moved by={by} words={t(by > 0 ? "rankUp" : by < 0 ? "rankDown" : "rankSame", { places: Math.abs(by) })} />;
}
