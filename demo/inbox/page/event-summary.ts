import { el } from "../../chat/page/dom";
import type { ReceivedEvent } from "../received-events";
import { clockTime } from "./clock-time";

/** The line of an event that is always there. */
export function eventSummary({ verified, count, requests: [latest] }: ReceivedEvent): HTMLElement {
	const chip = (text: string, look = "") => el("span", { class: `chip ${look}` }, text);
	return el(
		"summary",
		{},
		el("span", { class: verified ? "mark good" : "mark bad" }, verified ? "Verified" : "Not verified"),
		el(
			"span",
			{ class: "what" },
			el("code", {}, latest.event ?? "no event"),
			latest.phone ? el("span", { class: "phone" }, latest.phone) : null,
		),
		el(
			"span",
			{ class: "chips" },
			latest.answer === "200" ? null : chip(answerWords(latest.answer), "warn"),
			latest.attempt && latest.attempt > 1 ? chip(`attempt ${latest.attempt}`) : null,
			count > 1 ? chip(`× ${count}`) : null,
		),
		el("time", { datetime: new Date(latest.receivedAt).toISOString() }, clockTime(latest.receivedAt)),
	);
}

/** What a request was answered with, in words. */
export function answerWords(answer: ReceivedEvent["requests"][0]["answer"]): string {
	if (answer === "hang") return "not answered";
	if (answer === "refuse") return "connection dropped";
	return `answered ${answer}`;
}
