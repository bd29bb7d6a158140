import { useTexts } from "../app/language/texts.ts";
import { Button } from "./Button.tsx";
import styles from "./Page.module.css";
import { uiTexts } from "./texts.ts";

type Props = {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  shown: number;
};

/** Below a list paged by key: a way to the next page, or that this was all. */
export function MorePages({ query, shown }: Props) {
  const t = useTexts(uiTexts);
  if (!query.hasNextPage) return shown > 20 ? <p className="note">{t("allShown", { count: shown })}</p> : null;
  return (
    <p className={styles.more}>
      <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
        {t("more")}
      </Button>
    </p>
  );
}
