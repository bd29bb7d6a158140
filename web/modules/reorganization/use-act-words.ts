import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { kindTexts, postTexts } from "../organization/texts.ts";
import type { Basis, PlanAct } from "./plan-tree.ts";
import { actTexts } from "./texts.ts";

/** Names of organisations and people as the plan knows them. */
export function namesOf(basis: Basis, acts: readonly PlanAct[]): ReadonlyMap<string, string> {
  return new Map([
    ...basis.units.map(({ id, name }): [string, string] => [id, name]),
    ...basis.people.flatMap(({ personId, personName }): [string, string][] =>
      personName === null ? [] : [[personId, personName]],
    ),
    ...basis.organizations.map(({ id, name }): [string, string] => [id, name]),
    ...acts.flatMap((act): [string, string][] => (act.act === "create" ? [[act.id, act.name]] : [])),
  ]);
}

/** One act in a sentence. */
export function useActWords(names: ReadonlyMap<string, string>): (act: PlanAct) => string {
  const t = useTexts(actTexts);
  const kind = useTexts(kindTexts);
  const post = useTexts(postTexts);
  const language = useLanguage();
  const name = (id: string) => names.get(id) ?? t("unknown");
  const list = (ids: readonly string[]) => ids.map(name).join(language === "zh" ? "、" : ", ");
  return (act) => {
    switch (act.act) {
      case "create": {
        const words = { name: act.name, kind: kind(act.kind), parent: name(act.parentId) };
        return act.unitIds.length === 0 ? t("create", words) : t("createFor", { ...words, units: list(act.unitIds) });
      }
      case "revoke":
        return t("revoke", { name: name(act.organizationId) });
      case "rename":
        return t("rename", { name: name(act.organizationId), to: act.name });
      case "move":
        return t("move", { name: name(act.organizationId), parent: name(act.parentId) });
      case "merge":
        return t("merge", { names: list(act.organizationIds), into: name(act.intoId) });
      case "split":
        return t(act.stays ? "splitStays" : "split", { name: name(act.organizationId), into: list(act.intoIds) });
      case "place":
        return t("place", { count: act.personIds.length, branch: name(act.groupId ?? act.organizationId) });
      case "appoint":
        return t("appoint", {
          person: names.get(act.personId) ?? t("somebody"),
          branch: name(act.organizationId),
          post: post(act.post),
        });
    }
  };
}
