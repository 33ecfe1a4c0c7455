import { PhraseTree } from "./phrases/phrase-tree";
import type { Sentence } from "./text/tokens";

/** What a product follows on at once, article included: only then is the noun sure. */
const before = [
	"(price|cost|quote|estimate) (of|for|on) (the|a|an|your|that|this)",
	"(how much|whats the price|what is the price) (is|are|for|of) (the|a|an|your|that|this|those|these)",
	"(price|cost) [of|for] (the|a|an)",
	"(is|are) the",
	"(saw|want|buy|love|like|get|interested in|order) the",
	"(have|sell|got) the",
	"(precio|costo|valor|coste) (del|de la|de los|de las|de el)",
	"(cuanto|cto|qto|kuanto) (cuesta|cuestan|vale|valen|sale|salen|esta|estan|es|seria|cobran por) (el|la|los|las|un|una)",
	"(cuanto|a cuanto) (el|la|los|las|esta el|esta la|estan los|estan las)",
	"(que) precio (tiene|tienen) (el|la|los|las)",
	"(interesa|interesan|quiero|comprar|queria|gusto|vi|encanta|gustaron) (el|la|los|las)",
	"(tienen|tienes|tenes|teneis|venden|hay) (el|la|los|las|un|una)",
	"(disponible|disponibles) (el|la|los|las)",
	"^ [hola buenas|hola|buenas] (del|de la) ~",
	"(preco|valor|custo) (do|da|dos|das)",
	"(quanto|qto|qnto) (custa|custam|e|eh|ta|esta|sai|fica|ta a|tao) (o|a|os|as|um|uma)",
	"(quanto|qto|qnto) (o|a|os|as)",
	"(quero|comprar|queria|gostei|adorei|vi) (o|a|os|as|do|da|dos|das)",
	"(tem|tens|vendem) (o|a|os|as)",
	"instalam",
	"hacen",
];

/** Words that end a noun phrase, and those that may stand inside of one but not at its end. */
const stops = new Set(
	`is are was still please pls in on at and or to that which with you your u for from size what how much going left available today now
	i we it they there back have has do does can could would the
	y o que en por para con es esta estan sigue porfa cuanto vale cuesta sale disponible tiene tienen todavia talla me lo la el los las hacen hay a su tu mi mis se si
	e ou em no na ta tah por pra pro com eh ainda quanto custa sai fica tem o os as ao um uma voces meu minha valor preco precio price cost valor
	total envio frete shipping delivery mes month day dia hora hour quote presupuesto orcamento same mismo mesmo gracias thanks obrigado hola oi hi`.split(
		/\s+/,
	),
);
const joins = new Set(["de", "del", "da", "do", "dos", "das", "of", "y"]);
/** Nouns that name no product. */
const vague = new Set(
	`one ones thing things item product photo picture link course service que cosa cosas producto foto servicio modelo color otro otra este esta ese esa
	esse essa este produto servico outro outra deposit rent link number size sizes two both dos dois duas # cada todo todos tudo`.split(
		/\s+/,
	),
);

const mostWords = 4;

let tree: PhraseTree<true> | null = null;

/** The noun phrase after a question for a price ("how much is the oak table" says "oak table"), as it was written. */
export function nounPhrase(text: string, sentence: Sentence): string | null {
	if (!tree) {
		tree = new PhraseTree();
		for (const phrase of before) tree.add(phrase, true);
	}
	const { tokens } = sentence;
	const starts = tree.find(sentence).map(({ to }) => to);
	for (const from of [...new Set(starts)].sort((a, b) => b - a)) {
		let to = from;
		while (to < tokens.length && to - from < mostWords) {
			const token = tokens[to];
			if (!token || (stops.has(token.word) && !joins.has(token.word)) || (to > from && token.afterComma))
				break;
			if (!/^[a-z#]/.test(token.word)) break;
			to++;
		}
		while (to > from && joins.has(tokens[to - 1]?.word ?? "")) to--;
		const first = tokens[from];
		const last = tokens[to - 1];
		if (!first || !last || to === from || vague.has(first.word) || joins.has(first.word)) continue;
		return text.slice(first.start, last.end);
	}
	return null;
}
