import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { call } from "../../app/api/client.ts";
import { newId } from "../../app/api/new-id.ts";
import { ask } from "../../app/api/queries.ts";
import { Refusal } from "../../app/api/refusal.ts";
import { without } from "../../app/frame/search.ts";
import { useView } from "../../app/frame/view.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useSession } from "../../app/session/session.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty, Failed, Loading } from "../../ui/States.tsx";
import { draftFrom, type RecordForm } from "./draft.ts";
import { contentOf } from "./drafts/draft-content.ts";
import { dropDraft, type Kept, keptDraft, keptFor } from "./drafts/draft-store.ts";
import { type ServerDraft, startingFrom } from "./drafts/starting-from.ts";
import { draftTexts } from "./drafts/texts.ts";
import { RecordFormView } from "./RecordFormView.tsx";
import { recordTexts } from "./texts.ts";

/** The form of the chosen type, with the draft that the address names or that was being typed here. */
export default function RecordFormPage() {
  const { templateCode = "" } = useParams({ strict: false });
  const { subject, draft } = useSearch({ from: "__root__" });
  const organizationId = useView().organizationId ?? "";
  const [round, setRound] = useState(0);
  const navigate = useNavigate();
  const startAnew = () => {
    setRound((now) => now + 1);
    if (draft) void navigate({ to: ".", search: without("draft"), replace: true });
  };
  return (
    <OneDraft
      key={`${templateCode}.${subject ?? organizationId}.${draft ?? ""}.${round}`}
      template={templateCode}
      organizationId={organizationId}
      startAnew={startAnew}
    />
  );
}

type Props = { template: string; organizationId: string; startAnew: () => void };

/** Finds what the form begins with: this device's copy, the server's, or nothing yet. */
function OneDraft({ template, organizationId, startAnew }: Props) {
  const t = useTexts(draftTexts);
  const { account } = useSession();
  const { subject, draft: asked } = useSearch({ from: "__root__" });
  const [local] = useState(() =>
    asked ? keptDraft(account.id, asked) : keptFor(account.id, template, subject ?? organizationId),
  );
  const draftId = asked ?? (local && local.revision > 0 ? local.draft.draftId : null);
  const server = useQuery({
    queryKey: ["getRecordDraft", "to begin with", organizationId, draftId],
    queryFn: () => serverDraft(organizationId, draftId ?? ""),
    enabled: draftId !== null,
    // Without a line this device's copy is what there is.
    networkMode: "always",
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  // As it stood when the page was opened: what is sent from here mustn't swap the page under the typist.
  const [begun, setBegun] = useState<ServerDraft | null>();
  if (server.isSuccess && begun === undefined) setBegun(server.data);
  const theirs = begun ?? null;
  const became = theirs?.state === "submitted";
  useEffect(() => {
    // Somebody else submitted it; what this device has of it is in the record.
    if (became && local !== null && local.base === contentOf(local.draft)) dropDraft(account.id, local.draft.draftId);
  }, [became, local, account.id]);
  if (draftId !== null && begun === undefined && !server.isError) return <Waiting />;
  if (became && asked) return <Became recordId={theirs?.recordId ?? null} />;
  const kept = became ? null : startingFrom(local, theirs, organizationId);
  if (asked && kept === null) {
    return (
      <Page title={t("title")} narrow>
        {server.isError ? (
          <Failed error={server.error} retry={() => void server.refetch()} />
        ) : (
          <Empty title={t("gone")} text={t("goneText")}>
            <Link to="/records/drafts" className={buttonClass("primary")}>
              {t("seeDrafts")}
            </Link>
          </Empty>
        )}
      </Page>
    );
  }
  return (
    <FilledIn
      template={kept?.draft.templateCodes[0] ?? template}
      organizationId={organizationId}
      kept={kept}
      server={theirs}
      startAnew={startAnew}
    />
  );
}

/** @returns null where the server has no such draft */
async function serverDraft(organizationId: string, draftId: string): Promise<ServerDraft | null> {
  try {
    return await call("getRecordDraft", { params: { organizationId, draftId } });
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return null;
    throw error;
  }
}

function Became({ recordId }: { recordId: string | null }) {
  const t = useTexts(draftTexts);
  return (
    <Page title={t("title")} narrow>
      <Empty title={t("becameTitle")} text={t("became")}>
        {recordId !== null && (
          <Link to="/records/$recordId" params={{ recordId }} className={buttonClass("primary")}>
            {t("seeRecord")}
          </Link>
        )}
        <Link to="/records/drafts" className={buttonClass("quiet")}>
          {t("seeDrafts")}
        </Link>
      </Empty>
    </Page>
  );
}

function Waiting() {
  const t = useTexts(recordTexts);
  return (
    <Page title={t("recordOne")} narrow>
      <Loading tall rows={4} />
    </Page>
  );
}

type FilledProps = Props & { kept: Kept | null; server: ServerDraft | null };

/** Asks for the filled-in form; another day asks again, as the list of people may differ. */
function FilledIn({ template, organizationId, kept, server, startAnew }: FilledProps) {
  const t = useTexts(recordTexts);
  const { subject, on } = useSearch({ from: "__root__" });
  const [day, setDay] = useState(() => kept?.draft.occurredOn || on);
  const subjectId = kept?.draft.subjectId ?? subject;
  const form = useQuery({
    ...ask("getRecordForm", {
      params: { organizationId },
      query: { template, ...(subjectId ? { subjectId } : {}), ...(day ? { on: day } : {}) },
    }),
    placeholderData: keepPreviousData,
    // What the user types must not be replaced while the page is open.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [first, setFirst] = useState<{ kept: Kept; fresh: boolean } | null>(null);
  if (form.data && first === null) setFirst({ kept: kept ?? newDraft(form.data), fresh: kept === null });
  if (form.data && first !== null) {
    return (
      <RecordFormView
        form={form.data}
        updating={form.isPlaceholderData}
        onDay={setDay}
        start={first.kept}
        fresh={first.fresh}
        server={server}
        startAnew={startAnew}
      />
    );
  }
  return (
    <Page title={t("recordOne")} narrow>
      {form.isError ? <Failed error={form.error} retry={() => void form.refetch()} /> : <Loading tall rows={4} />}
    </Page>
  );
}

function newDraft(form: RecordForm): Kept {
  const { organizationId } = form;
  return { draft: draftFrom(form, newId()), organizationId, revision: 0, base: null };
}
