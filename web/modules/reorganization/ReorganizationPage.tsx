import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { ask } from "../../app/api/queries.ts";
import { wordDate, wordInstant } from "../../app/frame/months.ts";
import { also } from "../../app/frame/search.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import { Notice } from "../../ui/States.tsx";
import styles from "./Effects.module.css";
import { EffectsView } from "./EffectsView.tsx";
import { reorganizationTexts } from "./texts.ts";
import { useForgetTree } from "./use-forget-tree.ts";

type Reorganization = Answer<"getReorganization">;

/** One re-organisation with all that followed from it, and the way back while it is open. */
export default function ReorganizationPage() {
  const t = useTexts(reorganizationTexts);
  const { reorganizationId = "" } = useParams({ strict: false });
  const query = useQuery(ask("getReorganization", { params: { reorganizationId } }));
  const [asking, setAsking] = useState(false);
  const found = query.data;
  return (
    <Page
      title={found?.name ?? t("title")}
      about={found && t("about", { organization: found.organization.name })}
      action={
        <span className={styles.actions}>
          <Link to="/reorganizations" className={buttonClass("quiet")}>
            {t("toList")}
          </Link>
          {found?.undoable && <Button onClick={() => setAsking(true)}>{t("undo")}</Button>}
        </span>
      }
    >
      <Loaded query={query} tall rows={3}>
        {(data) => (
          <div className={styles.result}>
            <Standing reorganization={data} />
            <Card title={t("effects")}>
              <EffectsView effects={data.effects} />
            </Card>
          </div>
        )}
      </Loaded>
      {asking && found && <Undo reorganization={found} onClose={() => setAsking(false)} />}
    </Page>
  );
}

function Standing({ reorganization }: { reorganization: Reorganization }) {
  const t = useTexts(reorganizationTexts);
  const language = useLanguage();
  const { decision, effectiveOn, appliedAt, appliedBy, undone, undoable, organization } = reorganization;
  return (
    <Card>
      {undone && (
        <Notice tone="calm">
          {t("undoneBy", { by: undone.by, at: wordInstant(language, undone.at), reason: undone.reason })}
        </Notice>
      )}
      {!undone && !undoable && <Notice tone="calm">{t("notUndoable")}</Notice>}
      <dl className={styles.facts}>
        <div>
          <dt>{t("decision")}</dt>
          <dd>{decision}</dd>
        </div>
        <div>
          <dt>{t("effectiveOn")}</dt>
          <dd>{wordDate(language, effectiveOn)}</dd>
        </div>
        <div>
          <dt>{t("appliedAt")}</dt>
          <dd>{t("appliedBy", { by: appliedBy, at: wordInstant(language, appliedAt) })}</dd>
        </div>
        <div>
          <dt>{t("organization")}</dt>
          <dd>
            <Link to="/organizations" search={also({ org: organization.id })} className="link">
              {organization.name}
            </Link>
          </dd>
        </div>
      </dl>
    </Card>
  );
}

/** Takes it back whole, for a reason. */
function Undo({ reorganization, onClose }: { reorganization: Reorganization; onClose: () => void }) {
  const t = useTexts(reorganizationTexts);
  const language = useLanguage();
  const forgetTree = useForgetTree();
  const { id, name, effectiveOn } = reorganization;
  const undo = useMutation({
    mutationFn: (reason: string) => call("undoReorganization", { params: { reorganizationId: id }, body: { reason } }),
    onSuccess: async () => {
      await forgetTree();
      onClose();
    },
  });
  return (
    <AskSheet
      title={t("undoTitle", { name })}
      reason={{ label: t("reason") }}
      confirm={t("undo")}
      cancel={t("cancel")}
      act={{ mutate: (reason) => undo.mutate(reason), isPending: undo.isPending, error: undo.error }}
      onClose={onClose}
    >
      <p>{t("undoWhat", { date: wordDate(language, effectiveOn) })}</p>
    </AskSheet>
  );
}
