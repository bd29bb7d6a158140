import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { ask } from "../../../app/api/queries.ts";
import { useDraftStore, useStandingDraft } from "../../../app/drafts/use-definition-draft.ts";
import { useViewedOrganization } from "../../../app/frame/view.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay } from "../../../app/session/session.ts";
import { Page } from "../../../ui/Page.tsx";
import { Denied, Failed, Loading } from "../../../ui/States.tsx";
import { blankTemplate, templateFrom } from "./starting-template.ts";
import { TemplateEditor } from "./TemplateEditor.tsx";
import { editorTexts } from "./texts.ts";

/** A template that is being written by the organisation in view: its draft, else one that begins as a version says. */
export default function TemplateEditPage() {
  const { templateCode } = useParams({ from: "/standards/$templateCode/edit" });
  const may = useMay();
  const { query } = useViewedOrganization();
  if (!may("template.manage") || !may("scheme.manage")) return <Waiting denied />;
  if (!query.data) return <Waiting error={query.error} />;
  return <Found key={`${query.data.id} ${templateCode}`} code={templateCode} organization={query.data} />;
}

function Found({ code, organization }: { code: string; organization: { id: string; name: string } }) {
  const { version } = useSearch({ from: "__root__" });
  const key = { organizationId: organization.id, kind: "template", code } as const;
  const store = useDraftStore(key);
  const standing = useStandingDraft(key, store);
  const list = useQuery({ ...ask("listTemplates", {}), staleTime: 60_000 });
  const current = list.data?.items.find(({ body }) => body.code === code)?.version;
  const from = version && /^\d{1,7}$/.test(version) ? Number(version) : current;
  const begun = useQuery({
    ...ask("getTemplate", { params: { code: code, version: String(from ?? 1) } }),
    enabled: from !== undefined && standing.data === null,
  });
  const waits = standing.data === null && from !== undefined && !begun.data;
  if (standing.data === undefined || !list.data || waits)
    return <Waiting error={standing.error ?? list.error ?? begun.error} />;
  const text = begun.data ? templateFrom(begun.data, organization.id) : blankTemplate(code);
  return (
    <TemplateEditor
      draftKey={key}
      organizationName={organization.name}
      store={store}
      start={standing.data ?? { text, revision: 0 }}
    />
  );
}

function Waiting({ error = null, denied = false }: { error?: unknown; denied?: boolean }) {
  const t = useTexts(editorTexts);
  return (
    <Page title={t("title")}>{denied ? <Denied /> : error ? <Failed error={error} /> : <Loading rows={8} />}</Page>
  );
}
