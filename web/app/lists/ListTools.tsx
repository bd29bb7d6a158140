import { choicesOf, type UnknownList } from "@dutyloop/contract/lists/list.ts";
import type { NamedList } from "@dutyloop/contract/lists/names.ts";
import { type ReactNode, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { useIsPhone } from "../../ui/use-phone.ts";
import { useTexts } from "../language/texts.ts";
import { ColumnsSheet } from "./ColumnsSheet.tsx";
import { type Asked, ExportButton } from "./ExportButton.tsx";
import styles from "./Lists.module.css";
import { listTexts } from "./texts.ts";
import { isSameLook, type useLook } from "./use-look.ts";
import { useUsualView, useViews } from "./use-views.ts";
import { ViewsSheet } from "./ViewsSheet.tsx";

type Props = {
  name: NamedList;
  list: UnknownList;
  asked: Asked;
  look: Pick<ReturnType<typeof useLook>, "chosen" | "now" | "isPlain" | "show" | "open">;
  /** Nothing to take away yet. */
  isEmpty: boolean;
  /** Only views: what is shown has neither columns nor an end. */
  isTree?: boolean;
  children?: ReactNode;
};

/** Above a list: its kept views, its columns, and the way out as a workbook. */
export function ListTools({ name, list, asked, look, isEmpty, isTree = false, children }: Props) {
  const t = useTexts(listTexts);
  const isPhone = useIsPhone();
  const [sheet, setSheet] = useState<"views" | "columns" | null>(null);
  const kept = useViews(name);
  useUsualView(kept, look.isPlain, look.open);
  const close = () => setSheet(null);
  const open = kept.views.find((view) => isSameLook(view, look.now));
  return (
    <>
      <div className={styles.tools}>
        {children}
        <Button aria-haspopup="dialog" onClick={() => setSheet("views")}>
          {open ? t("viewNow", { name: open.name }) : t("views")}
        </Button>
        {!isPhone && !isTree && (
          <Button aria-haspopup="dialog" onClick={() => setSheet("columns")}>
            {t("columns")} {look.chosen.length}/{choicesOf(list.columns).length}
          </Button>
        )}
        {list.sensitive !== true && !isTree && (
          <ExportButton name={name} list={list} asked={asked} columns={look.chosen} disabled={isEmpty} />
        )}
      </div>
      {sheet === "columns" && <ColumnsSheet list={list} shown={look.chosen} onShow={look.show} onClose={close} />}
      {sheet === "views" && <ViewsSheet kept={kept} now={look.now} onOpen={look.open} onClose={close} />}
    </>
  );
}
