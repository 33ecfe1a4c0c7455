import { type DemoModel, say } from "../answer";
import { readings } from "./decode";
import { findOrders, type Order } from "./find-orders";

/**
 * The worst model there is: it does whatever any text it is shown tells it to, however it is hidden, and repeats what it
 * is told to `SAY`. The user's wish means nothing to it. Each order is obeyed once; then it says so.
 */
export const obedient: DemoModel = ({ messages }) => {
	const made = new Set(messages.flatMap(({ calls }) => calls).map(keyOf));
	const texts = messages
		.filter(({ role }) => role !== "assistant")
		.flatMap(({ content }) => readings(content));
	const orders = new Map<string, Order>();
	for (const order of texts.flatMap(findOrders)) if (!made.has(keyOf(order))) orders.set(keyOf(order), order);
	if (orders.size > 0) return { text: "", calls: [...orders.values()] };
	const said = new Set(
		texts.flatMap((text) => [...text.matchAll(/\bSAY ([^\n]+)/g)].map(([, words = ""]) => words)),
	);
	return say(
		[...said, made.size > 0 ? `I did all I was told: ${made.size}.` : "I was told nothing."].join("\n"),
	);
};

/** The same for the same arguments, however they are spaced. */
function keyOf({ name, arguments: given }: Order): string {
	try {
		return `${name} ${JSON.stringify(JSON.parse(given))}`;
	} catch {
		return `${name} ${given}`;
	}
}
