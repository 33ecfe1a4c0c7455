import { i18n } from "#i18n";
import { type Answer, isRunning } from "@/lib/assistant/answer";
import { productSearch } from "@/lib/assistant/product-search";
import type { Task } from "@/lib/assistant/task";

/** What was asked for, as a heading. */
export function taskTitle(task: Task): string {
	switch (task.kind) {
		case "suggest":
			return i18n.t(`assistantTab.titles.${task.tone}`);
		case "summarize":
			return i18n.t("assistantTab.titles.summary");
		case "ask":
			return task.question;
	}
}

/** What a function is called that is none of the user's own. */
export const ownTitle = ({ searchesProducts }: Answer, name: string): string | undefined =>
	searchesProducts && name === productSearch.name ? i18n.t("assistantTab.call.productSearch") : undefined;

/** What is going on right now; empty once it is over. */
export function statusText(answer: Answer): string {
	if (!isRunning(answer)) return "";
	if (!answer.seen) return i18n.t("assistantTab.status.reading");
	const calls = answer.run.steps.flatMap((step) => (step.type === "call" ? [step] : []));
	if (calls.some(({ progress }) => progress.state === "waiting"))
		return i18n.t("assistantTab.status.waiting");
	const running = calls.find(({ progress }) => progress.state === "running");
	if (running) return i18n.t("assistantTab.status.calling", [ownTitle(answer, running.name) ?? running.name]);
	return answer.run.steps.at(-1)?.type === "text"
		? i18n.t("assistantTab.status.writing")
		: i18n.t("assistantTab.status.thinking");
}
