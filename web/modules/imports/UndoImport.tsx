import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useMutation } from "@tanstack/react-query";
import { call } from "../../app/api/client.ts";
import { wordInstant } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { useRefresh } from "./refresh.ts";
import { SheetCounts } from "./SheetCounts.tsx";
import { importTexts } from "./texts.ts";

type Props = { batch: Answer<"getImport">; onClose: () => void };

/** Asks before a whole import is taken back; why it can't be is said here. */
export function UndoImport({ batch: { id, fileName, committedAt, sheets }, onClose }: Props) {
  const t = useTexts(importTexts);
  const language = useLanguage();
  const refresh = useRefresh();
  const act = useMutation({
    mutationFn: () => call("undoImport", { params: { importId: id } }),
    onSuccess: async () => {
      await refresh();
      onClose();
    },
    // It may have been taken back elsewhere, or its day may be over.
    onError: () => {
      void refresh();
    },
  });
  return (
    <AskSheet
      title={t("undoOf", { file: fileName, time: wordInstant(language, committedAt) })}
      confirm={t("undo")}
      cancel={t("cancel")}
      act={{ mutate: () => act.mutate(), isPending: act.isPending, error: act.error }}
      onClose={onClose}
    >
      <p>{t("undoWhat")}</p>
      <SheetCounts sheets={sheets} />
    </AskSheet>
  );
}
