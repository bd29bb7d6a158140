import type { UnknownList } from "@dutyloop/contract/lists/list.ts";
import type { NamedWorkbook } from "@dutyloop/contract/lists/names.ts";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { Button } from "../../ui/Button.tsx";
import { RefusalNotice } from "../../ui/States.tsx";
import { saveFile } from "../api/download.ts";
import { Refusal } from "../api/refusal.ts";
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
  const [isAsked, ask] = useState(false);
  const leaving = useMutation({
    onError: (error) => isPurposeMissing(error) && ask(true),
    mutationFn: (purpose: string | null) => {
      const body = {
        ...{ list: name, params: texts(asked.params), query: texts(asked.query), columns: [...columns] },
        ...(purpose === null ? {} : { purpose }),
      };
      return saveFile("exportList", { body }, `${words(list.name)}-${today}.xlsx`);
    },
  });
  const { error } = leaving;
  const needsPurpose = isPurposeMissing(error);
  return (
    <>
      <Button title={t("exportHint")} busy={leaving.isPending} disabled={disabled} onClick={() => leaving.mutate(null)}>
        {t("export")}
      </Button>
      {isAsked && (
        <AskSheet
          title={t("purposeTitle", { list: words(list.name) })}
          reason={{ label: t("purpose"), hint: t("purposeHint") }}
          confirm={t("export")}
          cancel={t("cancel")}
          act={{
            mutate: (purpose) => leaving.mutate(purpose, { onSuccess: () => ask(false) }),
            isPending: leaving.isPending,
            error: needsPurpose ? null : error,
          }}
          onClose={() => {
            ask(false);
            leaving.reset();
          }}
        >
          <p>{t("purposeWhy")}</p>
        </AskSheet>
      )}
      {error !== null && !needsPurpose && !isAsked && (
        <div className={styles.refused}>
          <RefusalNotice error={error} />
        </div>
      )}
    </>
  );
}

function isPurposeMissing(error: unknown): boolean {
  return error instanceof Refusal && error.code === "export.purpose_missing";
}

/** What was asked as an address would say it. */
function texts(asked: object | undefined): Record<string, string> {
  const given = Object.entries(asked ?? {}).filter(
    ([, value]) => value !== undefined && value !== null && value !== "",
  );
  return Object.fromEntries(given.map(([key, value]) => [key, String(value)]));
}
