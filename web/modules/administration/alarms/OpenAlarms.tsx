import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask } from "../../../app/api/queries.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay } from "../../../app/session/session.ts";
import { Notice } from "../../../ui/States.tsx";
import { alarmTexts } from "./texts.ts";

const most = 99;

/** On the first page of security administrators: how many alarms wait. */
export function OpenAlarms() {
  const t = useTexts(alarmTexts);
  const may = useMay();
  const { data } = useQuery({
    ...ask("listAlarms", { query: { state: "open", limit: most } }),
    enabled: may("account.secure"),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Notice
      action={
        <Link to="/admin/alarms" className="link">
          {t("look")}
        </Link>
      }
    >
      {t(data.next === null ? "waiting" : "waitingMore", { count: data.items.length })}
    </Notice>
  );
}
