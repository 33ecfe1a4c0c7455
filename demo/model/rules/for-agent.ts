import { fieldsOf } from "../../inbox/foreign-json";
import { type Served, sentencesFor } from "./draft";
import type { Language } from "./language";
import type { Situation } from "./situation";
import type { Wish } from "./wishes";
import { words } from "./words";

const labels: Record<
	Language,
	Record<"customer" | "shop" | "open" | "nothing" | "knows" | "unknown", string>
> = {
	en: {
		customer: "The customer wrote last",
		shop: "The shop wrote last",
		open: "Open",
		nothing: "nothing",
		knows: "The CRM says",
		unknown: "The CRM says nothing about that.",
	},
	es: {
		customer: "El cliente escribió por último",
		shop: "La tienda escribió por último",
		open: "Pendiente",
		nothing: "nada",
		knows: "El CRM dice",
		unknown: "El CRM no dice nada de eso.",
	},
	pt: {
		customer: "O cliente escreveu por último",
		shop: "A loja escreveu por último",
		open: "Pendente",
		nothing: "nada",
		knows: "O CRM diz",
		unknown: "O CRM não diz nada sobre isso.",
	},
};

const wishNames: Record<Language, Record<Wish["kind"], string>> = {
	en: { order: "where the order is", change: "a change to the order", product: "a product" },
	es: { order: "por dónde va el pedido", change: "un cambio en el pedido", product: "un artículo" },
	pt: { order: "onde está o pedido", change: "uma alteração no pedido", product: "um artigo" },
};

/** What was said last by each side, and what the customer still wants. */
export function summarize({ language, messages }: Situation, wishes: readonly Wish[]): string {
	const label = labels[language];
	const lastOf = (isAgent: boolean) =>
		messages
			.findLast(({ from }) => (from === "agent") === isAgent)
			?.text.replace(/\s+/g, " ")
			.slice(0, 120);
	const [customer, shop] = [lastOf(false), lastOf(true)];
	const open = wishes.map((wish) =>
		[wishNames[language][wish.kind], "orderId" in wish ? wish.orderId : ""].filter(Boolean).join(" "),
	);
	return [
		...(customer ? [`${label.customer}: ${customer}`] : []),
		...(shop ? [`${label.shop}: ${shop}`] : []),
		`${label.open}: ${open.join(", ") || label.nothing}`,
	].join("\n");
}

/** The answer to the agent's question: what functions told, or the figures the CRM has. */
export function answerQuestion({ language, facts }: Situation, served: readonly Served[]): string {
	const label = labels[language];
	const sentences = served.flatMap((one) => sentencesFor(one, words[language], true));
	if (sentences.length > 0) return sentences.join(" ");
	const customer = fieldsOf(facts.customer ?? facts);
	const known = ["name", "state", "customerSince", "ordersCount", "totalSpent", "currency"].flatMap((key) => {
		const value = customer[key];
		return typeof value === "string" || typeof value === "number" ? [`${key} ${value}`] : [];
	});
	return known.length > 0 ? `${label.knows}: ${known.join(", ")}.` : label.unknown;
}
