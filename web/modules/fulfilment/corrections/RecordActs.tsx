import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { correctionTexts } from "./texts.ts";

/** What may be done with a record that stands: its branch corrects it, who checks may take it back. */
export function RecordActs({
  record,
}: {
  record: Pick<Answer<"getRecord">, "id" | "title" | "state" | "acts" | "organizationId">;
}) {
  const t = useTexts(correctionTexts);
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const { id: recordId, title, state, acts, organizationId } = record;
  const part = acts.correct.find((host) => host !== organizationId);
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
      {acts.correct.includes(organizationId) ? (
        <Link to="/records/$recordId/correct" params={{ recordId }} className={buttonClass("quiet")}>
          {t("correct")}
        </Link>
      ) : (
        part && (
          <Link
            to="/records/$recordId/parts/$organizationId"
            params={{ recordId, organizationId: part }}
            className={buttonClass("quiet")}
          >
            {t("correctPart")}
          </Link>
        )
      )}
      {acts.takeBack && <Button onClick={() => setAsked(true)}>{t("take")}</Button>}
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
