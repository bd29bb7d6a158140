import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { correctionTexts } from "./texts.ts";

/** What may be done with a record that stands: its branch corrects it, who checks may take it back. */
export function RecordActs({ record }: { record: Pick<Answer<"getRecord">, "id" | "title" | "state"> }) {
  const t = useTexts(correctionTexts);
  const may = useMay();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const { id: recordId, title, state } = record;
  const take = useMutation({
    mutationFn: (reason: string) => call("reverseRecord", { params: { recordId }, body: { reason } }),
    onSuccess: () => {
      setAsked(false);
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
    },
  });
  if (state === "revoked") {
    return (
      <Tag tone="warn" shape="diamond">
        {t("stateRevoked")}
      </Tag>
    );
  }
  return (
    <>
      {state === "corrected" && <Tag shape="square">{t("stateCorrected")}</Tag>}
      {may("record.correct") && (
        <Link to="/records/$recordId/correct" params={{ recordId }} className={buttonClass("quiet")}>
          {t("correct")}
        </Link>
      )}
      {may("record.sample") && <Button onClick={() => setAsked(true)}>{t("take")}</Button>}
      {asked && (
        <AskSheet
          title={t("takeTitle", { title })}
          reason={{ label: t("takeReason") }}
          confirm={t("take")}
          cancel={t("cancel")}
          act={take}
          onClose={() => setAsked(false)}
        >
          <p>{t("takeText")}</p>
        </AskSheet>
      )}
    </>
  );
}
