import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { isUsable, mayRecord } from "@dutyloop/domain/standards/template-policy.ts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../../app/api/queries.ts";
import { useViewedOrganization } from "../../app/frame/view.ts";
import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import styles from "./Today.module.css";
import { dutiesTexts } from "./texts.ts";

type Template = Answer<"listTemplates">["items"][number]["body"];

/** The one main action: choose a kind of event, and for a 党小组会 which group held it. */
export function NewRecord({ big = false }: { big?: boolean }) {
  const t = useTexts(dutiesTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="primary" big={big} onClick={() => setOpen(true)}>
        {t("record")}
      </Button>
      {open && <ChooseType onClose={() => setOpen(false)} />}
    </>
  );
}

function ChooseType({ onClose }: { onClose: () => void }) {
  const t = useTexts(dutiesTexts);
  const words = useWords();
  const navigate = useNavigate();
  const [ofGroup, setOfGroup] = useState<Template | null>(null);
  const templates = useQuery({ ...ask("listTemplates", {}), staleTime: 300_000 });
  const { query } = useViewedOrganization();
  const organization = query.data;
  const go = (template: Template, subject: string | undefined) => {
    onClose();
    const search = { ...(organization ? { org: organization.id } : {}), ...(subject ? { subject } : {}) };
    void navigate({ to: "/record/$templateCode", params: { templateCode: template.code }, search });
  };
  return (
    <Dialog kind="sheet" title={<h2>{t(ofGroup ? "whichGroup" : "chooseType")}</h2>} onClose={onClose}>
      <div className={styles.types}>
        {ofGroup ? (
          organization?.groups.map(({ id, name }) => (
            <Button key={id} big onClick={() => go(ofGroup, id)}>
              {name}
            </Button>
          ))
        ) : (
          <Loaded query={templates} rows={5}>
            {({ items }) =>
              items
                .filter(
                  ({ body, stage }) =>
                    organization !== undefined && isUsable(stage) && mayRecord(body, organization.kind),
                )
                .map(({ body }) => (
                  <Button
                    key={body.code}
                    big
                    onClick={() => (body.owedBy === "group" ? setOfGroup(body) : go(body, organization?.id))}
                  >
                    {words(body.name)}
                  </Button>
                ))
            }
          </Loaded>
        )}
      </div>
    </Dialog>
  );
}
