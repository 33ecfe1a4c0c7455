import { el } from "../../chat/page/dom";
import type { ReceivedEvent } from "../received-events";
import type { ReceivedRequest } from "../received-request";
import type { SignatureCheck } from "../signatures";
import { clockTime } from "./clock-time";
import { answerWords } from "./event-summary";
import { prettyJson } from "./pretty-json";

/** Everything about an event, shown when its line is clicked: checks, requests, body and headers of the latest. */
export function eventDetails({ count, requests }: ReceivedEvent): HTMLElement[] {
	const [latest] = requests;
	return [
		el(
			"div",
			{ class: "details" },
			facts([
				["Happened", latest.timestamp],
				["Source", latest.source],
				["Attempt", latest.attempt?.toString()],
				["X-WAzion-Signature", checked(latest.signatures.wazion)],
				["webhook-signature", checked(latest.signatures.standard)],
			]),
			count > 1 ? part(`Came ${count} times, counted once`, history(requests)) : null,
			part("Body", el("pre", { tabindex: "0", "aria-label": "Body" }, ...prettyJson(latest.body))),
			part("Headers", facts(Object.entries(latest.headers), "headers")),
		),
	];
}

const part = (title: string, content: HTMLElement) => el("section", {}, el("h3", {}, title), content);

/** Names and values; those without a value are left out. */
function facts(list: [name: string, value: string | HTMLElement | undefined][], look = ""): HTMLElement {
	const rows = list.flatMap(([name, value]) => (value ? [el("dt", {}, name), el("dd", {}, value)] : []));
	return el("dl", { class: look }, ...rows);
}

function checked(check: SignatureCheck): HTMLElement {
	return check.ok ? el("span", { class: "good" }, "Right") : el("span", { class: "bad" }, `${check.why}.`);
}

function history(requests: readonly ReceivedRequest[]): HTMLElement {
	return el(
		"ul",
		{},
		...requests.map(({ receivedAt, attempt, answer }) =>
			el(
				"li",
				{},
				clockTime(receivedAt),
				attempt === undefined ? "" : ` · attempt ${attempt}`,
				` · ${answerWords(answer)}`,
			),
		),
	);
}
