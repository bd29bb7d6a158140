import { endingWith } from "@dutyloop/domain/organization/team-policy.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { ask } from "../../../app/api/queries.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { OldTeam } from "./OldTeam.tsx";
import { termTexts } from "./texts.ts";
import { useTermAct } from "./use-term-act.ts";

type Props = { organizationId: string; name: string; onClose: () => void };

/** Enters an election: its day, and who of the old team isn't re-elected: nobody unless somebody says so. What ends is said before it is sent. */
export function BeginTerm({ organizationId, name, onClose }: Props) {
  const t = useTexts(termTexts);
  const { today } = useSession();
  const [beganOn, setBeganOn] = useState(today);
  const [leaving, setLeaving] = useState<readonly string[]>([]);
  const params = { organizationId };
  const query = useQuery({ ...ask("getTeam", { params, query: { beganOn } }), enabled: beganOn !== "" });
  const items = query.data?.items ?? [];
  const staying = items.map(({ id }) => id).filter((id) => !leaving.includes(id));
  const ending = endingWith(items, new Set(staying));
  const body = { beganOn, ending: ending.map(({ post }) => post.id) };
  const act = useTermAct(() => call("beginTerm", { params, body }), onClose);
  return (
    <AskSheet
      title={t("beginTitle", { organization: name })}
      confirm={ending.length === 0 ? t("begin") : t("beginEnding", { count: ending.length })}
      cancel={t("cancel")}
      act={act}
      blocked={query.data === undefined}
      onClose={onClose}
    >
      <p className="quiet">{t("beginWhat")}</p>
      <TextField
        label={t("beganOn")}
        type="date"
        required
        max={today}
        value={beganOn}
        error={problemsByField(act.error).beganOn}
        onChange={(event) => setBeganOn(event.target.value)}
      />
      {beganOn !== "" && (
        <Loaded query={query} rows={2}>
          {(team) => (
            <OldTeam
              team={team}
              ending={ending}
              staying={staying}
              onChange={(kept) => setLeaving(team.items.map(({ id }) => id).filter((id) => !kept.includes(id)))}
            />
          )}
        </Loaded>
      )}
    </AskSheet>
  );
}
