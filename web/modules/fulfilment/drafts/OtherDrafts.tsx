import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask } from "../../../app/api/queries.ts";
import { wordInstant } from "../../../app/frame/months.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/States.tsx";
import type { RecordForm } from "../draft.ts";
import { idOf } from "../offline/queue.ts";
import { useQueue } from "../offline/queue-store.ts";
import { draftTexts } from "./texts.ts";

/** Drafts of the same kind that were begun on another device or by another member of the committee. */
export function OtherDrafts({ form }: { form: RecordForm }) {
  const t = useTexts(draftTexts);
  const language = useLanguage();
  const { organizationId, subjectId, template } = form;
  const { account } = useSession();
  const waiting = new Set(useQueue(account.id).map(idOf));
  const { data } = useQuery(ask("listRecordDrafts", { params: { organizationId } }));
  const others = (data?.items ?? []).filter(
    (draft) => !waiting.has(draft.id) && draft.subjectId === subjectId && draft.templateCodes[0] === template.code,
  );
  return others.slice(0, 3).map(({ id, title, typedBy, typedAt }) => {
    const values = { name: typedBy, time: wordInstant(language, typedAt) };
    return (
      <Notice
        key={id}
        tone="calm"
        action={
          <Link
            to="/record/$templateCode"
            params={{ templateCode: template.code }}
            search={{ org: organizationId, subject: subjectId, draft: id }}
            className={buttonClass("text")}
          >
            {t("goOn")}
          </Link>
        }
      >
        {title ? t("otherDraft", { ...values, title }) : t("otherUntitled", values)}
      </Notice>
    );
  });
}
