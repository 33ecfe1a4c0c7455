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
};

/** The text as it would be inserted. */
export const draftOf = ({ edited, run }: Answer): string => edited ?? answerOf(run);

export const isRunning = ({ run, notStarted }: Answer): boolean =>
	notStarted === null && run.progress.state === "running";
