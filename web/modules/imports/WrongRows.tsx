import { useMutation } from "@tanstack/react-query";
import { saveFile } from "../../app/api/download.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice, useSentence } from "../../ui/States.tsx";
import { importTexts } from "./texts.ts";
import type { Chosen } from "./use-roster-import.ts";

type Props = { organizationId: string; chosen: Chosen; effectiveOn: string };

/** The wrong rows as a workbook, the reasons first; mended, it can be chosen as it is. */
export function WrongRows({ organizationId, chosen, effectiveOn }: Props) {
  const t = useTexts(importTexts);
  const sentence = useSentence();
  const act = useMutation({
    mutationFn: () => {
      const request = { params: { organizationId }, query: { effectiveOn } };
      return saveFile("rosterErrors", request, t("errorsFile", { name: chosen.name }), chosen.bytes);
    },
  });
  return (
    <>
      <div>
        <Button busy={act.isPending} onClick={() => act.mutate()}>
          {t("errorsDownload")}
        </Button>
      </div>
      {act.isError && <Notice>{sentence(act.error)}</Notice>}
    </>
  );
}
