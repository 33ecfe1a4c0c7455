import { fieldsOf } from "../../inbox/foreign-json";
import { withoutAccents } from "./language";
import type { Situation } from "./situation";
import type { Wish } from "./wishes";
import { type Words, words } from "./words";

/** What came of looking after a wish: the answer of the function that was called for it, or nothing was called. */
export type Served = { wish: Wish; answer: unknown };

/** A reply for the customer, in their language and the tone that was asked for. */
export function draftReply({ tone, language, burst, facts }: Situation, served: readonly Served[]): string {
	const say = words[language];
	const formal = tone === "formal";
	const sentences = served.flatMap((one) => sentencesFor(one, say, formal));
	if (sentences.length === 0)
		sentences.push(isThanks(burst.at(-1) ?? "") ? say.thanks(formal) : say.later(formal));
	if (tone === "brief") return sentences.join(" ");
	const parts = [
		say.greeting(firstName(facts), formal),
		sentences.join(" "),
		...(formal ? [say.closing] : []),
	];
	return formal ? parts.join("\n") : parts.join(" ");
}

/** What there is to say of a wish. */
export function sentencesFor({ wish, answer }: Served, say: Words, formal: boolean): string[] {
	const { status, data, error } = fieldsOf(answer);
	const found = fieldsOf(data);
	const failed = answer === undefined || error !== undefined || (typeof status === "number" && status >= 500);
	switch (wish.kind) {
		case "order":
			if (wish.orderId === "") return [say.whichOrder(formal)];
			if (failed) return [say.later(formal)];
			if (status === 404 || found.state === undefined) return [say.noOrder(wish.orderId, formal)];
			return orderSentences(wish.orderId, found, say, formal);
		case "change":
			if (wish.orderId === "") return [say.whichOrder(formal)];
			return [failed || found.saved !== true ? say.later(formal) : say.noted(wish.orderId, formal)];
		case "product":
			return [failed ? say.later(formal) : productSentence(found.products, say)];
	}
}

/** A parcel on its way says more than that the order is paid. */
function orderSentences(id: string, order: Record<string, unknown>, say: Words, formal: boolean): string[] {
	const parcel = fieldsOf(Array.isArray(order.shipping) ? order.shipping.at(-1) : undefined);
	const isOver = ["cancelled", "refunded"].includes(String(order.state));
	const state = String(!isOver && parcel.status !== undefined ? parcel.status : order.state);
	const sentence = say.order(id, say.states[state] ?? `(${state})`, formal);
	const underWay = ["in transit", "out for delivery", "delayed"].includes(state);
	return underWay ? [sentence, say.parcel(String(parcel.carrier), String(parcel.number))] : [sentence];
}

function productSentence(products: unknown, say: Words): string {
	const { name, price, currency, stock } = fieldsOf(Array.isArray(products) ? products[0] : undefined);
	if (typeof name !== "string") return say.noProduct;
	return stock === 0 ? say.soldOut(name) : say.product(name, priceText(price, currency, say.locale));
}

/** As people write it; an amount without a currency as it is. */
const priceText = (price: unknown, currency: unknown, locale: string): string =>
	typeof price === "number" && typeof currency === "string" && /^[A-Z]{3}$/.test(currency)
		? price.toLocaleString(locale, { style: "currency", currency })
		: String(price);

const isThanks = (text: string) =>
	/\b(gracias|thanks|thank you|obrigad[oa]|maravilla|perfect|perfecto|perfeito)\b/.test(
		withoutAccents(text.toLowerCase()),
	);

/** The customer's first name, as the CRM has it. */
function firstName(facts: Record<string, unknown>): string {
	const name = facts.name ?? fieldsOf(facts.customer).name;
	return typeof name === "string" ? (name.split(" ")[0] ?? "") : "";
}
