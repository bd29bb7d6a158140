import { useLanguage } from "../language/language.ts";
import { explainedWords } from "./explained-words.ts";
import { splitWords } from "./split-words.ts";
import { WordNote } from "./WordNote.tsx";

/** A sentence whose words of the field can be asked what they mean. */
export default function Explained({ text }: { text: string }) {
  const language = useLanguage();
  return splitWords(text, explainedWords, language).map(({ text: piece, word }) =>
    word ? (
      <WordNote
        key={word.zh}
        text={piece}
        name={word.zh}
        meaning={language === "zh" ? word.zhMeaning : word.enMeaning}
      />
    ) : (
      piece
    ),
  );
}
