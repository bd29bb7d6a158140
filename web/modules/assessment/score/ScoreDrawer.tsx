import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { ask } from "../../../app/api/queries.ts";
import { parsePeriod } from "../../../app/frame/periods.ts";
import { without } from "../../../app/frame/search.ts";
import { useView } from "../../../app/frame/view.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { RecordView } from "../../fulfilment/RecordView.tsx";
import { ScoreSheet } from "./ScoreSheet.tsx";
import { scoreTexts } from "./texts.ts";

/** 得分说明书 over the page; the address names it, so that it can be sent to somebody. */
export default function ScoreDrawer() {
  const t = useTexts(scoreTexts);
  const navigate = useNavigate();
  const { periodName } = useView();
  const { score, record, of } = useSearch({ from: "__root__" });
  const close = () =>
    void navigate({ to: ".", search: without("score", "of", "tab", "line", "fact", "record", "version") });
  const back = () => void navigate({ to: ".", search: without("record") });
  const period = of !== undefined && parsePeriod(of) ? of : periodName;
  return (
    <Dialog kind="drawer" title={<Tag>{t("sheet")}</Tag>} onClose={record && score ? back : close}>
      {record ? (
        <>
          {score && (
            <Button kind="text" onClick={back}>
              <Icon name="back" size={16} />
              {t("back")}
            </Button>
          )}
          <RecordInDrawer recordId={record} />
        </>
      ) : (
        score && <ScoreSheet organizationId={score} period={period} />
      )}
    </Dialog>
  );
}

function RecordInDrawer({ recordId }: { recordId: string }) {
  const record = useQuery(ask("getRecord", { params: { recordId } }));
  return (
    <Loaded query={record} tall rows={4}>
      {(data) => (
        <>
          <Heading text={data.title} />
          <RecordView record={data} />
        </>
      )}
    </Loaded>
  );
}

/** Takes the focus, as the content of the drawer has changed under the reader's eyes. */
function Heading({ text }: { text: string }) {
  const element = useRef<HTMLHeadingElement>(null);
  useEffect(() => element.current?.focus(), []);
  return (
    <h1 ref={element} tabIndex={-1}>
      {text}
    </h1>
  );
}
