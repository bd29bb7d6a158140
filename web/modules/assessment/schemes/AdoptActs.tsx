import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { wordDate } from "../../../app/frame/months.ts";
import { useViewedOrganization } from "../../../app/frame/view.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { Button } from "../../../ui/Button.tsx";
import { SelectField } from "../../../ui/Field.tsx";
import { periodStarts } from "./period-starts.ts";
import { schemeTexts } from "./texts.ts";

type Props = { scheme: Answer<"listSchemes">["items"][number]; version: number };

/** 启用: the organisation in view and all below are scored by this version from a period on. */
export function AdoptActs({ scheme, version }: Props) {
  const t = useTexts(schemeTexts);
  const language = useLanguage();
  const client = useQueryClient();
  const { today } = useSession();
  const { query: organization } = useViewedOrganization();
  const [asking, setAsking] = useState(false);
  const starts = periodStarts(scheme.cadence, today);
  // The running period has been lived by the rules that stood when it began.
  const [periodFrom, setPeriodFrom] = useState(starts[1] ?? "");
  const adopt = useMutation({
    mutationFn: () =>
      call("adoptScheme", {
        params: { organizationId: organization.data?.id ?? "" },
        body: { code: scheme.code, version, periodFrom },
      }),
    onSuccess: async () => {
      await Promise.all(["listSchemes", "getScheme"].map((name) => client.invalidateQueries({ queryKey: [name] })));
      setAsking(false);
    },
  });
  if (!organization.data) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("adopt")}</Button>
      {asking && (
        <AskSheet
          title={t("adoptTitle", { version })}
          confirm={t("adopt")}
          cancel={t("cancel")}
          act={{ ...adopt, mutate: () => adopt.mutate() }}
          onClose={() => setAsking(false)}
        >
          <p>{t("adoptAbout", { organization: organization.data.name })}</p>
          <SelectField
            label={t("adoptFrom")}
            value={periodFrom}
            error={problemsByField(adopt.error).periodFrom}
            onChange={(event) => setPeriodFrom(event.target.value)}
          >
            {starts.map((start) => (
              <option key={start} value={start}>
                {wordDate(language, start)}
              </option>
            ))}
          </SelectField>
        </AskSheet>
      )}
    </>
  );
}
