/** The languages the demo's model writes in. */
export const languages = ["en", "es", "pt"] as const;
export type Language = (typeof languages)[number];

/** Words and letters that tell a language from the other two. */
const marks: Record<Language, RegExp> = {
	en: /\b(the|my|is|are|where|when|hello|hi|please|order|thanks|thank|you|your|have|do|any|it|could|would|and)\b/g,
	es: /[ñ¿¡]|\b(el|los|las|hola|donde|pedido|gracias|teneis|tienen|cuando|buenos|buenas|quiero|esta|hay|llega|mi|por|va|y|puedo|podeis|le|usted)\b/g,
	pt: /[ãõç]|\b(o|os|pedido|esta|ola|oi|onde|meu|minha|voce|voces|obrigad[oa]|encomenda|quando|bom|boa|nao|chega|tem|vou|posso|em|da|do|seu|com)\b/g,
};

/** The language most of a text's telling words are of; English when none says anything. */
export function languageOf(text: string): Language {
	const plain = text.toLowerCase();
	const bare = withoutAccents(plain);
	const score = (language: Language) =>
		new Set([...(plain.match(marks[language]) ?? []), ...(bare.match(marks[language]) ?? [])]).size;
	return languages.reduce((best, language) => (score(language) > score(best) ? language : best));
}

/** A language as the user or a browser names it, such as `es-MX`, "Spanish" or "español"; null for another. */
export function namedLanguage(name: string): Language | null {
	const plain = withoutAccents(name.toLowerCase());
	if (/^(es\b|spanish|espanol|castellano|espanhol)/.test(plain)) return "es";
	if (/^(pt\b|portuguese|portugu)/.test(plain)) return "pt";
	return /^(en\b|english|ingles)/.test(plain) ? "en" : null;
}

/** Lower case stays as it is; `é` becomes `e`. */
export const withoutAccents = (text: string): string => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
