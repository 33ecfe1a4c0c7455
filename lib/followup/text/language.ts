import type { ConversationLanguage, Language } from "../finding";

/** How many words of each language were seen. */
export type LanguageCounts = Record<Language, number>;

export const noWords = (): LanguageCounts => ({ en: 0, es: 0, pt: 0 });

/** Frequent words that only one of the three has, as compared. */
const tellTale: Record<Language, string> = {
	en: "the and you is are it to of for my your i im we do does have how much what when can could would please thanks thank hi hello yes not with this that there will was ok its ill in on",
	es: "el los las y usted ustedes hola gracias cuanto cuesta vale muy pero si esta buenas buenos dias usted mi con una lo es que le les quiero tienen precio envio hay del al yo por para tengo ya puedo cual bien manana usted uno sale talla disponible donde",
	pt: "o os as e voce voces vc vcs oi ola obrigado obrigada quanto nao muito mas sim bom boa tarde noite meu minha com uma um eh ta tem do da dos das pra em eu ja posso qual bem amanha preco frete pix ainda foi ate aqui isso",
};

const languageOf = new Map<string, Language | null>();
for (const [language, words] of Object.entries(tellTale) as [Language, string][]) {
	for (const word of words.split(" ")) {
		const known = languageOf.get(word);
		languageOf.set(word, known === undefined || known === language ? language : null);
	}
}

/** Counts a word where it tells a language. */
export function countWord(counts: LanguageCounts, word: string): void {
	const language = languageOf.get(word);
	if (language) counts[language]++;
}

/** Fewer words of a second language are chance: names, loans, what both have. */
const fewestOfSecond = 3;

/** The language that has most of it; `mixed` where the second has more than half as much, `unknown` without any word. */
export function languageOfCounts(counts: LanguageCounts): ConversationLanguage {
	const [first, second] = (Object.entries(counts) as [Language, number][]).sort(([, a], [, b]) => b - a);
	if (!first || first[1] === 0) return "unknown";
	return second && second[1] >= fewestOfSecond && second[1] * 2 > first[1] ? "mixed" : first[0];
}
