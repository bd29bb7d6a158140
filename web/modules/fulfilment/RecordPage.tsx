import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { ask } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import { RecordActs } from "./corrections/RecordActs.tsx";
import { RecordVersions } from "./corrections/RecordVersions.tsx";
import { RecordView } from "./RecordView.tsx";
import { recordTexts } from "./texts.ts";

/** One record on a page of its own. */
export default function RecordPage() {
  const t = useTexts(recordTexts);
  const { recordId } = useParams({ strict: false });
  const record = useQuery(ask("getRecord", { params: { recordId: recordId ?? "" } }));
  const actions = (
    <>
      <Link to="/records" className="link">
        {t("backToList")}
      </Link>
      {record.data && <RecordActs record={record.data} />}
    </>
  );
  return (
    <Page title={record.data?.title ?? t("title")} action={actions} narrow>
      <Loaded query={record} tall rows={4}>
        {(data) => (
          <>
            <RecordView record={data} />
            <RecordVersions recordId={data.id} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
