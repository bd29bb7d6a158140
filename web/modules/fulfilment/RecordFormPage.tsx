import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../../app/api/queries.ts";
import { useView } from "../../app/frame/view.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useSession } from "../../app/session/session.ts";
import { Page } from "../../ui/Page.tsx";
import { Failed, Loading } from "../../ui/States.tsx";
import { draftName, readDraft } from "./draft.ts";
import { RecordFormView } from "./RecordFormView.tsx";
import { recordTexts } from "./texts.ts";

/** Asks for the filled-in form of the chosen type; another day asks again, as the list of people may differ. */
export default function RecordFormPage() {
  const t = useTexts(recordTexts);
  const { account } = useSession();
  const { templateCode } = useParams({ strict: false });
  const { subject, on } = useSearch({ from: "__root__" });
  const organizationId = useView().organizationId ?? "";
  const template = templateCode ?? "";
  const [day, setDay] = useState(
    () => readDraft(draftName(account.id, template, subject ?? organizationId))?.occurredOn ?? on,
  );
  const form = useQuery({
    ...ask("getRecordForm", {
      params: { organizationId },
      query: { template, ...(subject ? { subjectId: subject } : {}), ...(day ? { on: day } : {}) },
    }),
    placeholderData: keepPreviousData,
    // What the user types must not be replaced while the page is open.
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (form.data) {
    return (
      <RecordFormView
        key={`${template}.${form.data.subjectId}`}
        form={form.data}
        updating={form.isPlaceholderData}
        onDay={setDay}
      />
    );
  }
  return (
    <Page title={t("recordOne")} narrow>
      {form.isError ? <Failed error={form.error} retry={() => void form.refetch()} /> : <Loading tall rows={4} />}
    </Page>
  );
}
