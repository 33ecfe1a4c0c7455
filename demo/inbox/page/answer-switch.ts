import { el } from "../../chat/page/dom";
import { type Answer, answers, retryAfterSeconds } from "../answers";
import { byId } from "./by-id";

const words: Record<Answer, { label: string; hint: string }> = {
	"200": { label: "200", hint: "Accepts everything." },
	"500": { label: "500", hint: "Fails. Chatside tries again after 5 s, 5 min, 30 min, and so on." },
	"429": {
		label: "429",
		hint: `Too many requests, with Retry-After: ${retryAfterSeconds}. Chatside waits and slows down.`,
	},
	"410": {
		label: "410",
		hint: "Gone for good. Chatside turns the webhook off, keeps its events and says so.",
	},
	hang: { label: "Hang", hint: "Never answers. Chatside gives up after 15 s and tries again." },
	refuse: { label: "Refuse", hint: "Drops the connection, as a server that is down. Chatside tries again." },
};

/** The switch with which a visitor plays an outage; `choose` is called when the user has chosen. */
export function answerSwitch(choose: (answer: Answer) => void) {
	const inputs = answers.map((answer) => {
		const input = el("input", { type: "radio", name: "answer", value: answer });
		input.addEventListener("change", () => choose(answer));
		return { answer, input };
	});
	byId("answer")
		.querySelector(".choices")
		?.append(
			...inputs.map(({ answer, input }) => el("label", {}, input, el("span", {}, words[answer].label))),
		);
	return {
		show(shown: Answer): void {
			for (const { answer, input } of inputs) input.checked = answer === shown;
			byId("answer-hint").textContent = words[shown].hint;
			byId("answer").classList.toggle("outage", shown !== "200");
		},
	};
}
