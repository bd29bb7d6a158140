/**
 * Texts brought into one form before stems are looked for in them, so that a word is found however it is written:
 * full-width, with accents, with letters of another alphabet that look alike, or with marks that nobody sees between.
 */

/** Letters and digits alone, with simplified characters and Latin letters in lower case: "登·錄" → "登录". */
export function joinedText(text: string): string {
  const letters = text.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]/gu, "");
  return replaced(replaced(letters, simplified), latin).toLowerCase();
}

/** Words in lower case with one blank between; capitals, digits and punctuation part them: "loginCount2026" → "login count 2026". */
export function wordsIn(text: string): string {
  return replaced(text.normalize("NFKD").replaceAll(/[\p{M}\p{Cf}]/gu, ""), latin)
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replaceAll(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu, " ")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function replaced(text: string, letters: ReadonlyMap<string, string>): string {
  let result = "";
  for (const letter of text) result += letters.get(letter) ?? letter;
  return result;
}

function pairs(written: string, meant: string): ReadonlyMap<string, string> {
  const letters = [...meant];
  return new Map([...written].map((letter, at) => [letter, letters[at] ?? letter]));
}

/** Cyrillic and Greek letters, and dotless ones, by the Latin letter they look like. */
const latin: ReadonlyMap<string, string> = new Map([
  ...pairs("АВЕЅІЈКМНОРСТУХԚԜаеѕіјкмнорстухһԁԛԝѵӏӀг", "ABESIJKMHOPCTYXQWaesijkmhopctyxhdqwvllr"),
  ...pairs("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβεηικνορτυχγω", "ABEZHIKMNOPTYXabenikvoptuxyw"),
  ...pairs("ıȷɑɡɩʟɪ", "ijagili"),
]);

/** Traditional characters of the stems, and what is often written beside them, by their simplified ones. */
const simplified = pairs(
  "錄録陸點讚贊轉發評論數線綫時長間學習瀏覽閱讀擊訪問躍戶裝載關絲圖頻視擺簽籤軌跡蹟衛員紋臉動態緒傳開強國積觀個黨應賬帳號統軟終職幹總",
  "录录陆点赞赞转发评论数线线时长间学习浏览阅读击访问跃户装载关丝图频视摆签签轨迹迹卫员纹脸动态绪传开强国积观个党应账账号统软终职干总",
);
