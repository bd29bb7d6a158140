import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { draftsList } from "@dutyloop/contract/lists/drafts.ts";
import { draftStanding } from "@dutyloop/contract/messages/draft-words.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../../../app/api/queries.ts";
import { wordDate, wordInstant } from "../../../app/frame/months.ts";
import { useMayHere, useView, useViewedOrganization } from "../../../app/frame/view.ts";
import { useLanguage, useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { ListFrame } from "../../../app/lists/ListFrame.tsx";
import { useSession } from "../../../app/session/session.ts";
import rows from "../../../ui/ActRows.module.css";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { DeniedPage } from "../../../ui/DeniedPage.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Empty } from "../../../ui/States.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { idOf } from "../offline/queue.ts";
import { useQueue } from "../offline/queue-store.ts";
import { keptParts, partId } from "../parts/kept-part.ts";
import { recordTexts } from "../texts.ts";
import { SendBackSheet } from "./DraftNotices.tsx";
import styles from "./Drafts.module.css";
import { type Kept, keptDrafts } from "./draft-store.ts";
import { PartItem } from "./PartItem.tsx";
import { draftTexts } from "./texts.ts";
import { WaitingList } from "./WaitingList.tsx";

type Listed = Answer<"listRecordDrafts">["items"][number];

/** What is being written and isn't a record yet: what waits for a line, what waits for the signature, what is typed. */
export default function DraftsPage() {
  const t = useTexts(draftTexts);
  const records = useTexts(recordTexts);
  const may = useMayHere();
  const { account } = useSession();
  const organizationId = useView().organizationId ?? "";
  const { query: organization } = useViewedOrganization();
  const asked = { params: { organizationId } };
  const drafts = useQuery({
    ...ask("listRecordDrafts", asked),
    enabled: may("record.draft") && organizationId !== "",
  });
  const [returning, setReturning] = useState<Listed | null>(null);
  // What waits for a line is no draft any more.
  const waiting = new Set(useQueue(account.id).map(idOf));
  const items = (drafts.data?.items ?? []).filter(({ id }) => !waiting.has(id));
  if (!may("record.draft")) return <DeniedPage />;
  const known = new Set(items.map(({ id }) => id));
  const local = keptDrafts(account.id).filter(
    (kept) => !known.has(kept.draft.draftId) && (kept.organizationId || organizationId) === organizationId,
  );
  const parts = keptParts(account.id).filter(({ of }) => of.organizationId === organizationId);
  const actsOf = (draft: Listed) => {
    const awaiting = draft.state === "awaiting_signature";
    return (
      <span className={rows.actions}>
        <OpenDraft
          label={awaiting && may("record.submit") ? t("confirm") : t("goOn")}
          organizationId={organizationId}
          draftId={draft.id}
          subjectId={draft.subjectId}
          templateCode={draft.templateCodes[0] ?? ""}
        />
        {awaiting && may("record.submit") && (
          <Button kind="text" onClick={() => setReturning(draft)}>
            {t("sendBack")}
          </Button>
        )}
      </span>
    );
  };
  return (
    <Page
      title={t("title")}
      about={organization.data && t("about", { organization: organization.data.name })}
      action={
        <Link to="/records" className="link">
          {records("backToList")}
        </Link>
      }
    >
      <WaitingList />
      <ListFrame
        title={t("mine")}
        name="listRecordDrafts"
        list={draftsList}
        asked={asked}
        query={drafts}
        items={items}
        idOf={({ id }) => id}
        cells={{
          title: (draft) => <b>{draft.title || t("untitled")}</b>,
          state: (draft) => <Standing draft={draft} />,
        }}
        doing={{ title: t("act"), cell: actsOf }}
        card={(draft) => (
          <>
            <DraftWords draft={draft} />
            <Standing draft={draft} />
            {actsOf(draft)}
          </>
        )}
        empty={local.length + parts.length === 0 && <Empty title={t("none")} text={t("noneText")} />}
      />
      {local.length + parts.length > 0 && (
        <Card title={t("deviceOnly")}>
          <ul className={styles.list}>
            {local.map((kept) => (
              <LocalItem key={kept.draft.draftId} kept={kept} organizationId={organizationId} />
            ))}
            {parts.map((kept) => (
              <PartItem key={partId(kept.of)} of={kept.of} />
            ))}
          </ul>
        </Card>
      )}
      {returning && (
        <SendBackSheet organizationId={organizationId} draft={returning} onClose={() => setReturning(null)} />
      )}
    </Page>
  );
}

/** The names of types, for drafts that know only their codes. */
function useTypeNames() {
  const words = useWords();
  const templates = useQuery({ ...ask("listTemplates", {}), staleTime: 300_000 });
  const names = new Map(templates.data?.items.map(({ body }) => [body.code, words(body.name)]));
  return (codes: readonly string[]) => codes.map((code) => names.get(code) ?? code).join(" · ");
}

/** On a phone: what it is, and who kept it when. */
function DraftWords({ draft }: { draft: Listed }) {
  const t = useTexts(draftTexts);
  const words = useWords();
  const language = useLanguage();
  const { title, state, handedOverBy, typedBy, templateNames, subjectName, occurredOn, typedAt } = draft;
  const name = state === "awaiting_signature" ? (handedOverBy ?? typedBy) : typedBy;
  return (
    <span className={rows.words}>
      <b>{title || t("untitled")}</b>
      <span className="quiet">
        {templateNames.map(words).join(" · ")} · {subjectName} · {wordDate(language, occurredOn)}
      </span>
      <span className="note">{t("typed", { name, time: wordInstant(language, typedAt) })}</span>
    </span>
  );
}

function Standing({ draft }: { draft: Listed }) {
  const t = useTexts(draftTexts);
  const standing = draftStanding(draft);
  return (
    <span className={rows.words}>
      <span>
        <Tag
          tone={standing === "awaitingTag" ? "brand" : standing === "sentBackTag" ? "warn" : "neutral"}
          shape={standing === "sentBackTag" ? "diamond" : "square"}
        >
          {t(standing)}
        </Tag>
      </span>
      {draft.sentBackReason && <span>{t("sentBack", { reason: draft.sentBackReason })}</span>}
    </span>
  );
}

function LocalItem({ kept: { draft }, organizationId }: { kept: Kept; organizationId: string }) {
  const t = useTexts(draftTexts);
  const language = useLanguage();
  const typeNames = useTypeNames();
  return (
    <li className={rows.item}>
      <span className={rows.words}>
        <b>{draft.title || t("untitled")}</b>
        <span className="quiet">
          {typeNames(draft.templateCodes)}
          {draft.occurredOn && ` · ${wordDate(language, draft.occurredOn)}`}
        </span>
      </span>
      <span className={rows.actions}>
        <OpenDraft
          label={t("goOn")}
          organizationId={organizationId}
          draftId={draft.draftId}
          subjectId={draft.subjectId}
          templateCode={draft.templateCodes[0] ?? ""}
        />
      </span>
    </li>
  );
}

type Open = { label: string; organizationId: string; draftId: string; subjectId: string; templateCode: string };

function OpenDraft({ label, organizationId, draftId, subjectId, templateCode }: Open) {
  return (
    <Link
      to="/record/$templateCode"
      params={{ templateCode }}
      search={{ org: organizationId, subject: subjectId, draft: draftId }}
      className={buttonClass("quiet")}
    >
      {label}
    </Link>
  );
}
