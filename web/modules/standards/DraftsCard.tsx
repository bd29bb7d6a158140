import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../../app/api/queries.ts";
import { BeginDraft } from "../../app/drafts/BeginDraft.tsx";
import { without } from "../../app/frame/search.ts";
import { useView } from "../../app/frame/view.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { standardsTexts } from "./texts.ts";

/** The templates that the organisation in view is writing, and the way to begin one of its own. */
export function DraftsCard() {
  const t = useTexts(standardsTexts);
  const navigate = useNavigate();
  const { organizationId } = useView();
  const [beginning, setBeginning] = useState(false);
  const drafts = useQuery({
    ...ask("listDrafts", { params: { organizationId: organizationId ?? "" } }),
    enabled: organizationId !== null,
  });
  const items = (drafts.data?.items ?? []).filter(({ kind }) => kind === "template");
  return (
    <Card title={t("drafts")} action={<Button onClick={() => setBeginning(true)}>{t("begin")}</Button>}>
      <ul>
        {items.map(({ code, revision }) => (
          <li key={code}>
            <Link
              className="link"
              to="/standards/$templateCode/edit"
              params={{ templateCode: code }}
              search={without("version", "which")}
            >
              {code}
            </Link>{" "}
            <span className="note">{t("draftOf", { revision })}</span>
          </li>
        ))}
      </ul>
      {beginning && (
        <BeginDraft
          title={t("begin")}
          onClose={() => setBeginning(false)}
          onBegin={(templateCode) =>
            navigate({
              to: "/standards/$templateCode/edit",
              params: { templateCode },
              search: without("version", "which"),
            })
          }
        />
      )}
    </Card>
  );
}
