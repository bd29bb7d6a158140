import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { wordDate } from "../../../app/frame/months.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import rows from "../../../ui/ActRows.module.css";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { dropPart, type PartOf } from "../parts/kept-part.ts";
import { partTexts } from "../parts/texts.ts";
import { DiscardSheet } from "./RestoredNotice.tsx";
import { draftTexts } from "./texts.ts";

/** A host's own part that is being typed on this device. It may be thrown away here, as its event may not await it any more. */
export function PartItem({ of }: { of: PartOf }) {
  const t = useTexts(draftTexts);
  const parts = useTexts(partTexts);
  const language = useLanguage();
  const { account } = useSession();
  const [discarding, setDiscarding] = useState(false);
  const [gone, setGone] = useState(false);
  if (gone) return null;
  const { recordId, organizationId, subjectName, title, occurredOn } = of;
  return (
    <li className={rows.item}>
      <span className={rows.words}>
        <b>{title}</b>
        <span className="quiet">{[parts("title"), subjectName, wordDate(language, occurredOn)].join(" · ")}</span>
      </span>
      <span className={rows.actions}>
        <Tag shape="square">{t("deviceOnly")}</Tag>
        <Link
          to="/records/$recordId/parts/$organizationId"
          params={{ recordId, organizationId }}
          search={{ org: organizationId }}
          className={buttonClass("quiet")}
        >
          {t("goOn")}
        </Link>
        <Button kind="text" onClick={() => setDiscarding(true)}>
          {t("discardIt")}
        </Button>
      </span>
      {discarding && (
        <DiscardSheet
          text={parts("discardText")}
          discard={() => {
            dropPart(account.id, of);
            setGone(true);
          }}
          onClose={() => setDiscarding(false)}
        />
      )}
    </li>
  );
}
