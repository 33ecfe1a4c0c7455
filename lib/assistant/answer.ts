import type { CrmFailure } from "@/lib/crm/failure";
import type { ChatRef } from "@/lib/whatsapp/chat-ref";
import type { SeenContext } from "./context";
import { answerOf, type Run } from "./run";
import type { Task } from "./task";

/** Why the model was not even asked. */
export type StartFailure =
	/** Nobody answers in the tab: the page has to be loaded anew. */
	| { reason: "no-page" }
	/** Another chat is open than the answer is for. */
	| { reason: "other-chat" }
	/** So much was used today as the user allows. */
	| { reason: "limit-reached"; limit: "tokens" | "cost" };

/** What the assistant was asked in a conversation, and what came of it so far. Never changed: each step gives a new one. */
export type Answer = {
	/** Unique while the panel lives. */
	id: number;
	task: Task;
	/** The chat it was asked for, and the only one its draft can be written into. */
	chat: ChatRef;
	/** What the model was shown; null until it is read. */
	seen: SeenContext | null;
	/** Why the CRM's part is missing from that. */
	withoutFacts: CrmFailure | null;
	/** The model cannot call functions, and there are some it could have called. */
	withoutFunctions: boolean;
	run: Run;
	notStarted: StartFailure | null;
	/** In USD, once it is over; null where it is not known. */
	cost: number | null;
	/** What the agent has made of the suggestion; null while it is as the model wrote it. */
	edited: string | null;
	/** It was stopped because another conversation was opened. */
	leftChat: boolean;
	/** The ids of the messages the page showed when it was read: what comes later is newer. */
	known: ReadonlySet<string>;
	/** `search_products` is the CRM's product search, and no function of the user's own. */
	searchesProducts: boolean;
	/** Suggestions the agent had changed before they asked for something else, the latest first. */
	earlier: readonly Answer[];
};

/** How many of its calls wait for a person. */
export const waitingIn = ({ run }: Answer): number =>
	run.steps.filter((step) => step.type === "call" && step.progress.state === "waiting").length;

/** So many earlier suggestions are kept in a conversation. */
const mostEarlier = 5;

/** What is kept of an answer whose place another one takes: the agent's own words in it, and what was kept before. */
export function keptOf(answer: Answer): readonly Answer[] {
	const { edited, run, earlier } = answer;
	const isReworked = edited !== null && edited.trim() !== "" && edited !== answerOf(run);
	return (isReworked ? [{ ...answer, earlier: [] }, ...earlier] : earlier).slice(0, mostEarlier);
}

/** The text as it would be inserted. */
export const draftOf = ({ edited, run }: Answer): string => edited ?? answerOf(run);

export const isRunning = ({ run, notStarted }: Answer): boolean =>
	notStarted === null && run.progress.state === "running";
