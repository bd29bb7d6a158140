import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { ask } from "../../../../app/api/queries.ts";
import { useDraftStore, useStandingDraft } from "../../../../app/drafts/use-definition-draft.ts";
import { useViewedOrganization } from "../../../../app/frame/view.ts";
import { gatedFor } from "../../gated.tsx";
import { blankIndicator, indicatorFrom } from "../editor/starting-text.ts";
import { useIndicatorQuery } from "../editor/use-indicators.ts";
import { WaitingForDraft } from "../editor/WaitingForDraft.tsx";
import { IndicatorEditor } from "./IndicatorEditor.tsx";

/** An indicator that is being changed by the organisation in view: its draft, else one like its newest version. */
function IndicatorEditPage() {
  const { code } = useParams({ from: "/board/indicators/$code/edit" });
  const { query } = useViewedOrganization();
  if (!query.data) return <WaitingForDraft error={query.error} />;
  return <Found key={`${query.data.id} ${code}`} code={code} organization={query.data} />;
}

function Found({ code, organization }: { code: string; organization: { id: string; name: string } }) {
  const key = { organizationId: organization.id, kind: "indicator", code } as const;
  const store = useDraftStore(key);
  const standing = useStandingDraft(key, store);
  const indicators = useIndicatorQuery();
  const newest = indicators.data?.find((one) => one.code === code)?.versions[0]?.version;
  const begun = useQuery({
    ...ask("getIndicator", { params: { code, version: String(newest ?? 1) } }),
    enabled: newest !== undefined && standing.data === null,
  });
  const waits = standing.data === null && newest !== undefined && !begun.data;
  if (standing.data === undefined || !indicators.data || waits)
    return <WaitingForDraft error={standing.error ?? indicators.error ?? begun.error} />;
  const text = begun.data ? indicatorFrom(begun.data) : blankIndicator(code);
  return (
    <IndicatorEditor
      draftKey={key}
      organizationName={organization.name}
      store={store}
      start={standing.data ?? { text, revision: 0 }}
    />
  );
}

export default gatedFor("schemes", "scheme.manage", IndicatorEditPage);
