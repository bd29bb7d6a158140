import { useMutation } from "@tanstack/react-query";
import { saveFile } from "../../app/api/download.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { RefusalNotice } from "../../ui/States.tsx";
import { importTexts } from "./texts.ts";

type Props = { organization: { id: string; name: string } };

/** The roster as it stands, in the form in which it is taken in. */
export function ExportRoster({ organization: { id, name } }: Props) {
  const t = useTexts(importTexts);
  const act = useMutation({
    mutationFn: () => {
      const request = { params: { organizationId: id } };
      return saveFile("exportRoster", request, t("exportFile", { organization: name }));
    },
  });
  return (
    <>
      <Button busy={act.isPending} onClick={() => act.mutate()}>
        {t("export")}
      </Button>
      {act.isError && <RefusalNotice error={act.error} />}
    </>
  );
}
