import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { wordDate } from "../../../app/frame/months.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { CheckList } from "../../../ui/Checks.tsx";
import { useRoleName } from "../../identity/role-names.ts";
import { postTexts } from "../texts.ts";
import styles from "./Terms.module.css";
import { termTexts } from "./texts.ts";

type Team = Answer<"getTeam">;
type Ending = { post: Team["items"][number]; roleEnds: boolean };
type Props = { team: Team; ending: Ending[]; staying: readonly string[]; onChange: (staying: string[]) => void };

/** The old team with who is re-elected ticked, and below it which posts and roles end with the rest. */
export function OldTeam({ team, ending, staying, onChange }: Props) {
  const t = useTexts(termTexts);
  const post = useTexts(postTexts);
  const language = useLanguage();
  const roleName = useRoleName();
  if (team.items.length === 0) return <p className="note">{t("teamNone")}</p>;
  const named = (held: Ending["post"]) => t("teamPost", { name: held.name, post: post(held.post) });
  const fate = ({ post: { role }, roleEnds }: Ending) =>
    role === null ? t("roleNone") : t(roleEnds ? "roleEnds" : "roleStays", { role: roleName(role) });
  return (
    <>
      <CheckList
        label={t("team")}
        hint={t("teamHint", { date: wordDate(language, team.lastDay) })}
        options={team.items.map((held) => ({ key: held.id, label: named(held) }))}
        given={[...staying]}
        onChange={onChange}
      />
      <section className={styles.ending} aria-label={t("ending")} aria-live="polite">
        <strong>{ending.length === 0 ? t("endingNone") : t("ending")}</strong>
        <ul>
          {ending.map((one) => (
            <li key={one.post.id}>
              {named(one.post)} <span className="note">{fate(one)}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
