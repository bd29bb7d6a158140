import { useMutation } from "@tanstack/react-query";
import { saveFile } from "../../app/api/download.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { useSentence } from "../../ui/States.tsx";
import { importTexts } from "./texts.ts";
import type { Chosen, ImportKind } from "./use-roster-import.ts";

type Props = { organizationId: string; chosen: Chosen; kind: ImportKind; effectiveOn: string | null };

/** The wrong rows as a workbook, the reasons first; mended, it can be chosen as it is. */
export function WrongRows({ organizationId, chosen, kind, effectiveOn }: Props) {
  const t = useTexts(importTexts);
  const sentence = useSentence();
  const act = useMutation({
    mutationFn: () => {
      const name = t("errorsFile", { name: chosen.name });
      const params = { organizationId };
      if (kind === "ledger") return saveFile("ledgerErrors", { params }, name, chosen.bytes);
      const request = { params, query: { effectiveOn: effectiveOn ?? undefined } };
      return saveFile("rosterErrors", request, name, chosen.bytes);
    },
  });
  return (
    <>
      <Button busy={act.isPending} onClick={() => act.mutate()}>
        {t("errorsDownload")}
      </Button>
      {act.isError && <span>{sentence(act.error)}</span>}
    </>
  );
}
