import { fieldsOf } from "../../inbox/foreign-json";
import type { OfferedFunction } from "../chat-request";
import type { Wish } from "./wishes";

/** The call that serves a wish; null when no function that is offered does, or the order is not known. */
export function callFor(
	wish: Wish,
	functions: readonly OfferedFunction[],
): { name: string; arguments: Record<string, unknown> } | null {
	const named = (pattern: RegExp) => functions.find(({ name }) => pattern.test(name));
	switch (wish.kind) {
		case "order": {
			const status = named(/order.*status|status.*order|(?:check|get|track|find).*order/i);
			const id = status && parameterOf(status, /order|id|number|pedido/i);
			return status && id && wish.orderId !== ""
				? { name: status.name, arguments: { [id]: wish.orderId } }
				: null;
		}
		case "change": {
			const writes = named(/note|address|cancel|return|change|update/i);
			const id = writes && parameterOf(writes, /order|id|number|pedido/i);
			const words = writes && parameterOf(writes, /note|text|address|reason|wish|message/i);
			if (!writes || !words || (id && wish.orderId === "")) return null;
			return { name: writes.name, arguments: { ...(id && { [id]: wish.orderId }), [words]: wish.words } };
		}
		case "product": {
			const search = named(/product/i);
			const query = search && parameterOf(search, /query|name|search|product/i);
			return search && query ? { name: search.name, arguments: { [query]: wish.query } } : null;
		}
	}
}

const parameterOf = ({ parameters }: OfferedFunction, pattern: RegExp): string | undefined =>
	Object.keys(fieldsOf(parameters.properties)).find((name) => pattern.test(name));
