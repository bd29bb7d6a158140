import { useEffect, useRef, useState } from "react";
import { usePages } from "../../../app/api/queries.ts";
import { wordMonth } from "../../../app/frame/months.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { MorePages } from "../../../ui/MorePages.tsx";
import { Empty, Failed, Loading, Notice } from "../../../ui/States.tsx";
import { FigureRow } from "./FigureRow.tsx";
import styles from "./Figures.module.css";
import { figureTexts } from "./figure-texts.ts";
import type { DeliveryProps } from "./Receipts.tsx";
import { WithdrawDelivery } from "./WithdrawDelivery.tsx";

/** What a source delivered for an organisation and month, and what became of each figure; a wrong one is corrected here. */
export function FiguresDrawer({ organizationId, source, month, onClose }: DeliveryProps & { onClose: () => void }) {
  const t = useTexts(figureTexts);
  const language = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const [withdrawing, setWithdrawing] = useState(false);
  const [done, setDone] = useState("");
  const { query, items, first } = usePages("listFigures", {
    params: { organizationId },
    query: { source, month, reach: "own", which: "all" },
  });
  const finish = (sentence: string) => {
    setOpen(null);
    setWithdrawing(false);
    setDone(sentence);
  };
  const start = (factId: string | null) => {
    setOpen(factId);
    setDone("");
  };
  const name = first?.organizationName ?? "";
  const withdrawable = first !== undefined && first.deliveries > 0 && first.entries !== "in_publicity";
  return (
    <Dialog kind="drawer" title={<h1>{t("detailsOf", { name })}</h1>} onClose={onClose}>
      <p className="quiet">{t("about", { month: wordMonth(language, month), source })}</p>
      {done !== "" && <Done sentence={done} />}
      {first?.entries === "in_publicity" && <Notice tone="calm">{t("inPublicity")}</Notice>}
      {query.isPending && <Loading rows={6} />}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && <Empty title={t("none")} text={t("noneText")} />}
      {first && (
        <ul className={styles.figures}>
          {items.map((figure) => (
            <li key={figure.factId}>
              <FigureRow
                {...{ figure, source, month }}
                entries={first.entries}
                open={open === figure.factId}
                onOpen={start}
                onDone={finish}
              />
            </li>
          ))}
        </ul>
      )}
      <MorePages query={query} shown={items.length} />
      {withdrawable && (
        <p className={styles.withdraw}>
          <Button onClick={() => setWithdrawing(true)}>{t("withdraw")}</Button>
        </p>
      )}
      {withdrawing && first && (
        <WithdrawDelivery
          {...{ organizationId, source, month, name }}
          entries={first.entries}
          disputed={items.some(({ origin, state }) => origin === "dispute" && state === "in_force")}
          onClose={() => setWithdrawing(false)}
          onDone={finish}
        />
      )}
    </Dialog>
  );
}

/** Takes the focus, as the button that led here may be gone. */
function Done({ sentence }: { sentence: string }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current?.focus(), []);
  return (
    <div ref={element} tabIndex={-1} className={styles.done}>
      <Notice tone="good">{sentence}</Notice>
    </div>
  );
}
