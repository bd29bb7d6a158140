import type { UnknownList } from "@dutyloop/contract/lists/list.ts";
import type { NamedWorkbook } from "@dutyloop/contract/lists/names.ts";
import { useMutation } from "@tanstack/react-query";
import { Button } from "../../ui/Button.tsx";
import { RefusalNotice } from "../../ui/States.tsx";
import { saveFile } from "../api/download.ts";
import { useWords } from "../language/language.ts";
import { useTexts } from "../language/texts.ts";
import { useSession } from "../session/session.ts";
import styles from "./Lists.module.css";
import { listTexts } from "./texts.ts";

/** What the endpoint of a list or table was asked with. */
export type Asked = { readonly params?: object; readonly query?: object };
type Props = {
  name: NamedWorkbook;
  list: Pick<UnknownList, "name">;
  asked: Asked;
  /** Keys of the columns in their order; without them the usual ones. */
  columns?: readonly string[];
  disabled?: boolean;
};

/** The way out as a workbook of what is on the screen, all pages of it. */
export function ExportButton({ name, list, asked, columns = [], disabled = false }: Props) {
  const t = useTexts(listTexts);
  const words = useWords();
  const { today } = useSession();
  const leaving = useMutation({
    mutationFn: () => {
      const body = { list: name, params: texts(asked.params), query: texts(asked.query), columns: [...columns] };
      return saveFile("exportList", { body }, `${words(list.name)}-${today}.xlsx`);
    },
  });
  return (
    <>
      <Button title={t("exportHint")} busy={leaving.isPending} disabled={disabled} onClick={() => leaving.mutate()}>
        {t("export")}
      </Button>
      {leaving.isError && (
        <div className={styles.refused}>
          <RefusalNotice error={leaving.error} />
        </div>
      )}
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
