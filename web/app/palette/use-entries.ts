import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { kindWords } from "@dutyloop/contract/messages/organization-words.ts";
import { searchTerms } from "@dutyloop/domain/organization/search-policy.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { helpAddress } from "../../ui/help-address.ts";
import { ask } from "../api/queries.ts";
import { wordDay } from "../frame/months.ts";
import { type PageSearch, writeSearch } from "../frame/search.ts";
import { useViewedOrganization } from "../frame/view.ts";
import { explainedWords } from "../help/explained-words.ts";
import { useLanguage } from "../language/language.ts";
import { useTexts } from "../language/texts.ts";
import { useMay } from "../session/session.ts";
import { type Entry, type Group, inGroups, type Known, knownThatFit } from "./entries.ts";
import { placeTexts } from "./place-texts.ts";
import { places } from "./places.ts";
import { spellings } from "./spellings.ts";
import { paletteTexts } from "./texts.ts";

const typingMilliseconds = 120;

/** The text a moment after the last letter. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), typingMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Address of a page; the organisation and period in view go with it. */
function useAddress(): (to: string, over?: PageSearch) => string {
  const { org, period } = useSearch({ from: "__root__" });
  return (to, over = {}) => to + writeSearch({ org, period, ...over });
}

/** Pages, acts and explained words by their names in both languages. */
function useKnown(): readonly Known[] {
  const language = useLanguage();
  const may = useMay();
  const t = useTexts(placeTexts);
  const address = useAddress();
  const spelled = (zh: string) => [zh, ...(spellings.get(zh)?.split(" ") ?? [])];
  const ofPlaces = places
    .filter(({ needs }) => needs === null || may(needs))
    .map(({ name, to, part }) => ({
      group: part,
      key: `${part} ${name}`,
      title: t(name),
      note: "",
      href: address(to),
      names: [...spelled(placeTexts.zh[name]), placeTexts.en[name]],
    }));
  const ofWords = explainedWords.map((word) => ({
    group: "word" as const,
    key: `word ${word.zh}`,
    title: word[language],
    note: word[`${language}Meaning`],
    href: helpAddress(language, `words#${encodeURIComponent(word[language])}`),
    names: [...spelled(word.zh), word.en],
  }));
  return [...ofPlaces, ...ofWords];
}

function useFound(answer: Answer<"search"> | undefined): Entry[] {
  const t = useTexts(paletteTexts);
  const language = useLanguage();
  const may = useMay();
  const address = useAddress();
  const kind = useViewedOrganization().query.data?.kind;
  if (!answer) return [];
  const { organizations, people, templates, duties, records } = answer;
  return [
    ...organizations.map(({ id, name, kind, rank, aboveName }) => ({
      ...{ group: "organization" as const, key: `organization ${id}`, title: name, rank },
      note: [kindWords[language][kind], ...(aboveName ? [aboveName] : [])].join(" · "),
      href: address("/organizations", { org: id }),
    })),
    ...people.map(({ id, name, organizationName, rank }) => ({
      ...{ group: "person" as const, key: `person ${id}`, title: name, note: organizationName, rank },
      href: address(`/people/${id}`),
    })),
    ...templates.flatMap(({ code, name, recordedBy, rank }) => [
      ...(kind && recordedBy.includes(kind) && may("record.draft")
        ? [
            {
              ...{ group: "act" as const, key: `record ${code}`, note: "", rank },
              title: t("record_as", { name: name[language] }),
              href: address(`/record/${code}`),
            },
          ]
        : []),
      ...(may("plan.read")
        ? [
            {
              ...{ group: "template" as const, key: `template ${code}`, title: name[language], note: "", rank },
              href: address(`/standards/${code}`),
            },
          ]
        : []),
    ]),
    ...duties.map(({ id, name, subjectName, dueOn, rank }) => ({
      ...{ group: "duty" as const, key: `duty ${id}`, title: name[language], rank },
      note: t("due", { organization: subjectName, date: wordDay(language, dueOn) }),
      href: address(`/duties/${id}`),
    })),
    ...records.map(({ id, title, occurredOn, organizationName, rank }) => ({
      ...{ group: "record" as const, key: `record-of ${id}`, title, rank },
      note: `${wordDay(language, occurredOn)} · ${organizationName}`,
      href: address(`/records/${id}`),
    })),
  ];
}

/** What fits the text, group by group: at once what the browser knows, a moment later what the server finds. */
export function useEntries(text: string): {
  groups: readonly Group[];
  query: ReturnType<typeof useAnswer>;
  /** What is shown is what was found for this very text. */
  ready: boolean;
} {
  const known = useKnown();
  const settled = useSettled(text.trim());
  const query = useAnswer(settled);
  const terms = useMemo(() => searchTerms(text), [text]);
  const found = useFound(query.data);
  const groups = terms.length === 0 ? [] : inGroups([...knownThatFit(known, terms), ...found]);
  const ready = settled === text.trim() && !query.isFetching && !query.isPlaceholderData;
  return { groups, query, ready };
}

function useAnswer(q: string) {
  return useQuery({
    ...ask("search", { query: { q } }),
    enabled: q !== "",
    placeholderData: keepPreviousData,
    staleTime: 5000,
  });
}
