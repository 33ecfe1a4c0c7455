import { withoutAccents } from "./language";
import type { Situation } from "./situation";

/** What somebody wants that a function could help with. */
export type Wish =
	/** To know how an order is; `orderId` is empty when none can be made out. */
	| { kind: "order"; orderId: string }
	/** To have something changed, taken back or cancelled, in their own words. */
	| { kind: "change"; orderId: string; words: string }
	/** To know of a product, in the shop's language. */
	| { kind: "product"; query: string };

const orderNumber = /\b[A-Z]{2}-\d{3,9}\b/i;
const order =
	/\b(pedido|orden|encargo|encomenda|order|paquete|pacote|parcel|package|envio|entrega|delivery)\b/;
const whereabouts =
	/\b(donde|por donde|cuando|va|llega|llegara|estado|onde|quando|chega|status|where|when|arriv\w*|track\w*|ship\w*|news|novedades|rastreio|how is)\b/;
const change =
	/\b(cambi\w*|change|mudar|alterar|trocar|cancel\w*|anular|devol\w*|return\w*|refund\w*|reembols\w*|otra direccion|another address|outro endereco|nueva direccion|new address)\b/;
const product =
	/\b(teneis|tienes|tienen|hay|queda|quedan|busco|do you have|have you got|in stock|looking for|tem|voces tem|disponivel|procuro|cuanto cuesta|how much|quanto custa)\b/;

/** What customers call the shop's products, and by what they are found. */
const products: readonly [RegExp, string][] = [
	[/\b(mantel\w*|toalhas? de mesa|tablecloths?)\b/, "tablecloth"],
	[/\b(servilletas?|guardanapos?|napkins?)\b/, "napkins"],
	[/\b(tazas?|canecas?|mugs?)\b/, "mug"],
	[/\b(toallas?|toalhas?|towels?)\b/, "towel"],
	[/\b(jabon\w*|sabonetes?|soaps?)\b/, "soap"],
	[/\b(mantas?|throws?|blankets?)\b/, "throw"],
	[/\b(fundas? nordicas?|capas? de edredom|duvets?)\b/, "duvet"],
	[/\b(cojin\w*|almofadas?|cushions?)\b/, "cushion"],
	[/\b(velas?|candles?)\b/, "candle"],
	[/\b(lamparas?|candeeiros?|luminarias?|lamps?)\b/, "lamp"],
	[/\b(relojes?|relogios?|clocks?)\b/, "clock"],
	[/\b(alpargatas?|espadrilles?)\b/, "espadrilles"],
	[/\b(sandalias?|sandals?)\b/, "sandals"],
	[/\b(camisas?|shirts?)\b/, "shirt"],
	[/\b(panuelos?|lencos?|scar(?:f|ves))\b/, "scarf"],
	[/\b(cestas?|baskets?)\b/, "basket"],
];
const colours: readonly [RegExp, string][] = [
	[/\banil\b/, "Añil"],
	[/\boliv[ae]\b/, "Olive"],
	[/\bterracota|terracotta\b/, "Terracotta"],
	[/\bnatural\b/, "Natural"],
	[/\bros[eé]\b/, "Rosé"],
];

/** The wishes in what was written last, newest first, at most one of a kind. */
export function wishesOf(situation: Situation): Wish[] {
	const texts = situation.task === "ask" ? [situation.question] : situation.burst.slice(-5);
	const found = new Map<Wish["kind"], Wish>();
	for (const text of texts.toReversed()) {
		const wish = wishIn(text, situation);
		if (wish && !found.has(wish.kind)) found.set(wish.kind, wish);
	}
	return [...found.values()];
}

function wishIn(text: string, situation: Situation): Wish | null {
	const plain = withoutAccents(text.toLowerCase());
	if (change.test(plain)) return { kind: "change", orderId: orderIn(text, situation), words: text };
	if (orderNumber.test(text) || (order.test(plain) && whereabouts.test(plain)))
		return { kind: "order", orderId: orderIn(text, situation) };
	const named = products.find(([words]) => words.test(plain))?.[1];
	if (!named || !(product.test(plain) || situation.task === "ask")) return null;
	const colour = colours.find(([words]) => words.test(plain))?.[1];
	return { kind: "product", query: colour ? `${named} ${colour}` : named };
}

/** The order that is meant: the one in the text, the last one somebody named, or the newest the CRM knows. */
function orderIn(text: string, { messages, facts }: Situation): string {
	const texts = [text, ...messages.map((message) => message.text).toReversed(), JSON.stringify(facts)];
	for (const one of texts) {
		const found = orderNumber.exec(one)?.[0];
		if (found) return found.toUpperCase();
	}
	return "";
}
