import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { ask, usePages } from "../../../../app/api/queries.ts";
import { useDraftStore, useStandingDraft } from "../../../../app/drafts/use-definition-draft.ts";
import { useViewedOrganization } from "../../../../app/frame/view.ts";
import { gatedFor } from "../../gated.tsx";
import { SchemeEditor } from "./SchemeEditor.tsx";
import { blankScheme, schemeFrom } from "./starting-text.ts";
import { WaitingForDraft } from "./WaitingForDraft.tsx";

/** A scheme that is being changed by the organisation in view: its draft, else one that begins as a version says. */
function SchemeEditPage() {
  const { code } = useParams({ from: "/board/schemes/$code/edit" });
  const { query } = useViewedOrganization();
  if (!query.data) return <WaitingForDraft error={query.error} />;
  return <Found key={`${query.data.id} ${code}`} code={code} organization={query.data} />;
}

type Props = { code: string; organization: { id: string; name: string; parentId: string | null } };

function Found({ code, organization }: Props) {
  const search = useSearch({ from: "__root__" });
  const key = { organizationId: organization.id, kind: "scheme", code } as const;
  const store = useDraftStore(key);
  const standing = useStandingDraft(key, store);
  const schemes = usePages("listSchemes", { query: { limit: 200 } });
  const versions = schemes.items.find((one) => one.code === code)?.versions ?? [];
  const from = versions.find(({ version }) => String(version) === search.version) ?? versions[0];
  const begun = useQuery({
    ...ask("getScheme", { params: { code, version: String(from?.version ?? 1) } }),
    enabled: from !== undefined && standing.data === null,
  });
  const waits = standing.data === null && from !== undefined && !begun.data;
  if (standing.data === undefined || schemes.query.isPending || waits)
    return <WaitingForDraft error={standing.error ?? schemes.query.error ?? begun.error} />;
  const beginner = { id: organization.id, isTop: organization.parentId === null };
  const text = begun.data && from ? schemeFrom({ ...begun.data, version: from.version }, beginner) : blankScheme(code);
  return (
    <SchemeEditor
      draftKey={key}
      organizationName={organization.name}
      store={store}
      start={standing.data ?? { text, revision: 0 }}
      schemes={schemes.items}
    />
  );
}

export default gatedFor("schemes", "scheme.manage", SchemeEditPage);
