import type { Draft, RecordForm } from "./draft.ts";

type Template = RecordForm["template"];
type Topic = Draft["topics"][number];

/** The types that the record is to count as, the one that the form was opened for first (MTG-18). */
export function chosenTypes(form: RecordForm, draft: Pick<Draft, "templateCodes">): Template[] {
  const others = form.alsoPossible.map(({ template }) => template);
  return [form.template, ...others.filter(({ code }) => draft.templateCodes.includes(code))];
}

/** A topic of one type; of the first it is sent as its bare code, of the others with the type it belongs to. */
function topicOf(form: RecordForm, template: string, code: string): Topic {
  return template === form.template.code ? code : { template, code };
}

const isSame = (a: Topic, b: Topic) => JSON.stringify(a) === JSON.stringify(b);

/** Whether a topic of a type is ticked. */
export function isCovered(form: RecordForm, draft: Pick<Draft, "topics">, template: string, code: string): boolean {
  return draft.topics.some((topic) => isSame(topic, topicOf(form, template, code)));
}

/** The topics with this one ticked, or no longer. */
export function withTopic(form: RecordForm, topics: readonly Topic[], template: string, code: string): Topic[] {
  const topic = topicOf(form, template, code);
  const rest = topics.filter((other) => !isSame(other, topic));
  return rest.length < topics.length ? rest : [...topics, topic];
}

/** The topics of the types that are still chosen. */
export function topicsOfTypes(topics: readonly Topic[], templateCodes: readonly string[]): Topic[] {
  return topics.filter((topic) => typeof topic === "string" || templateCodes.includes(topic.template));
}
