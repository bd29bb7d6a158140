import type { List } from "@dutyloop/contract/lists/list.ts";
import type { NamedList } from "@dutyloop/contract/lists/names.ts";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { RefusalNotice } from "../../ui/States.tsx";
import { useIsPhone } from "../../ui/use-phone.ts";
import { saveFile } from "../api/download.ts";
import { useWords } from "../language/language.ts";
import { useTexts } from "../language/texts.ts";
import { useSession } from "../session/session.ts";
import { ColumnsSheet } from "./ColumnsSheet.tsx";
import styles from "./Lists.module.css";
import { listTexts } from "./texts.ts";
import { isSameLook, type useLook } from "./use-look.ts";
import { useUsualView, useViews } from "./use-views.ts";
import { ViewsSheet } from "./ViewsSheet.tsx";

export type Asked = { readonly params?: object; readonly query?: object };
type Props<Item> = {
  name: NamedList;
  list: List<Item>;
  asked: Asked;
  look: ReturnType<typeof useLook<Item>>;
  /** Nothing to take away yet. */
  isEmpty: boolean;
  children?: ReactNode;
};

/** Above a list: its kept views, its columns, and the way out as a workbook. */
export function ListTools<Item>({ name, list, asked, look, isEmpty, children }: Props<Item>) {
  const t = useTexts(listTexts);
  const words = useWords();
  const { today } = useSession();
  const isPhone = useIsPhone();
  const [sheet, setSheet] = useState<"views" | "columns" | null>(null);
  const kept = useViews(name);
  useUsualView(kept, look.isPlain, look.open);
  const close = () => setSheet(null);
  const open = kept.views.find((view) => isSameLook(view, look.now));
  const columns = look.columns.map(({ key }) => key);
  const leaving = useMutation({
    mutationFn: () => {
      const body = { list: name, params: texts(asked.params), query: texts(asked.query), columns };
      return saveFile("exportList", { body }, `${words(list.name)}-${today}.xlsx`);
    },
  });
  return (
    <>
      <div className={styles.tools}>
        {children}
        <Button aria-haspopup="dialog" onClick={() => setSheet("views")}>
          {open ? t("viewNow", { name: open.name }) : t("views")}
        </Button>
        {!isPhone && (
          <Button aria-haspopup="dialog" onClick={() => setSheet("columns")}>
            {t("columns")} {columns.length}/{list.columns.length}
          </Button>
        )}
        {list.sensitive !== true && (
          <Button title={t("exportHint")} busy={leaving.isPending} disabled={isEmpty} onClick={() => leaving.mutate()}>
            {t("export")}
          </Button>
        )}
      </div>
      {leaving.isError && <RefusalNotice error={leaving.error} />}
      {sheet === "columns" && <ColumnsSheet list={list} shown={columns} onShow={look.show} onClose={close} />}
      {sheet === "views" && <ViewsSheet kept={kept} now={look.now} onOpen={look.open} onClose={close} />}
    </>
  );
}

/** What was asked as an address would say it. */
function texts(asked: object | undefined): Record<string, string> {
  const given = Object.entries(asked ?? {}).filter(
    ([, value]) => value !== undefined && value !== null && value !== "",
  );
  return Object.fromEntries(given.map(([key, value]) => [key, String(value)]));
}
