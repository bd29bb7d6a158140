import { call } from "../../app/api/client.ts";
import { useTexts } from "../../app/language/texts.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { developmentTexts } from "./texts.ts";
import { useWrite } from "./use-write.ts";

type Props = { personId: string; entryId: string; title: string; onClose: () => void };

/** Takes back an entry that was wrong. */
export function Withdraw({ personId, entryId, title, onClose }: Props) {
  const t = useTexts(developmentTexts);
  const act = useWrite((reason) => call("withdrawStep", { params: { personId, entryId }, body: { reason } }), onClose);
  return (
    <AskSheet
      title={title}
      reason={{ label: t("reason") }}
      confirm={t("withdraw")}
      cancel={t("cancel")}
      act={act}
      onClose={onClose}
    >
      <p className="quiet">{t("withdrawWhat")}</p>
    </AskSheet>
  );
}
