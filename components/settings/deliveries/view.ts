import { type DeliveryStatus, deliveryStatuses } from "@/lib/webhooks/delivery";
import type { DeliveryFilter } from "@/lib/webhooks/delivery-filter";
import { type ConfigurableEvent, configurableEvents } from "@/lib/webhooks/event";
import { dayIn, startOfDay } from "../days";
import type { ListPlace } from "../use-list-place";

/** What the list shows. Days are local, `YYYY-MM-DD`; what is empty or absent does not matter. */
export type DeliveryView = {
	status?: DeliveryStatus;
	event?: ConfigurableEvent;
	text: string;
	from: string;
	to: string;
};

export const everything: DeliveryView = { text: "", from: "", to: "" };

const words: Record<DeliveryStatus, string> = {
	pending: "waiting",
	delivered: "delivered",
	failed: "failed",
	cancelled: "cancelled",
};

/** Reads a target such as `failed?text=600&from=2026-11-01` or `id:17`. What cannot be read does not matter. */
export function deliveriesPlaceOf(target: string): ListPlace<DeliveryView> {
	const [, seq] = /^id:(\d{1,15})$/.exec(target) ?? [];
	if (seq !== undefined) return { seq: Number(seq) };
	const [word = "", query] = target.split("?", 2);
	const parameters = new URLSearchParams(query);
	const status = deliveryStatuses.find((one) => words[one] === word);
	const event = configurableEvents.find((one) => one === parameters.get("event"));
	return {
		view: {
			...(status && { status }),
			...(event && { event }),
			text: parameters.get("text") ?? "",
			from: dayIn(parameters.get("from")),
			to: dayIn(parameters.get("to")),
		},
	};
}

/** The target of a view, as `deliveriesPlaceOf` reads it. */
export function targetOf({ status, ...view }: DeliveryView): string {
	const given = Object.entries(view).filter((entry): entry is [string, string] => Boolean(entry[1]));
	const query = new URLSearchParams(given).toString();
	const word = status ? words[status] : "all";
	if (query) return `${word}?${query}`;
	return status ? word : "";
}

export const targetOfDelivery = (seq: number): string => `id:${seq}`;

/** The filter a view means. The day `to` is meant as a whole. */
export function filterOf({ status, event, text, from, to }: DeliveryView): DeliveryFilter {
	const since = from ? startOfDay(from) : undefined;
	const until = to ? startOfDay(to, 1) : undefined;
	return {
		...(status && { status }),
		...(event && { event }),
		...(text.trim() && { text: text.trim() }),
		...(since !== undefined && { since }),
		...(until !== undefined && { until }),
	};
}

/** Whether anything but the state is filtered. */
export const isNarrowed = ({ event, text, from, to }: DeliveryView): boolean =>
	Boolean(event || text.trim() || from || to);
