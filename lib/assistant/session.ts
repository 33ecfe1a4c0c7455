import { errorText } from "@/lib/core/error-text";
import type { Result } from "@/lib/core/result";
import { unlessAborted } from "@/lib/core/unless-aborted";
import type { ContextAnswer } from "@/lib/crm/customer-context";
import type { CustomerQuery } from "@/lib/crm/request";
import type { FunctionCallState } from "@/lib/functions/call-request";
import { type ChatRef, isSameChat } from "@/lib/whatsapp/chat-ref";
import type { ConversationReading } from "@/lib/whatsapp/facts";
import { type Answer, isRunning, keptOf, type StartFailure } from "./answer";
import { contextFrom, type SeenContext } from "./context";
import { runLoop, type WantedCall } from "./loop";
import type { Model, ModelFailure, ModelFunction, ModelUsage } from "./model";
import { type ApprovalPorts, createPendingApprovals } from "./pending-approvals";
import { productSearch } from "./product-search";
import { type Instructions, promptOf } from "./prompt";
import { type CallOutcome, ended, newRun, type RunUsage } from "./run";
import { isTainted } from "./taint";
import type { Task } from "./task";

/** The conversation that is open, and what can be asked about it. */
export type OpenConversation = {
	/** Its name (lib/functions/conversation-id.ts). */
	id: string;
	chat: ChatRef;
	/** What the CRM is asked about the customer; null where it is not asked. */
	question: CustomerQuery | null;
	/** Whether the CRM has a product search. */
	products: boolean;
};

/** What is asked with: the model and what the user set. */
export type Equipment = {
	model: Model;
	instructions: Instructions;
	/** How many of the last messages are seen. */
	messages: number;
	functions: readonly ModelFunction[];
	/** What tokens cost in USD; null where no price is known. */
	cost(usage: ModelUsage): number | null;
};

export type SessionPorts = ApprovalPorts & {
	/** What is asked with, as it is set now, or why nothing can be asked. */
	equip(open: OpenConversation): Promise<Result<Equipment, StartFailure | ModelFailure>>;
	/** Reads the open chat; null when nobody answers in the tab. */
	readChat(): Promise<ConversationReading | null>;
	/** What the CRM tells the assistant of the customer; empty where it is not asked. */
	customerContext(question: CustomerQuery | null): Promise<ContextAnswer>;
	callFunction(
		call: WantedCall,
		open: OpenConversation,
	): Promise<FunctionCallState | { state: "done"; outcome: CallOutcome }>;
	/** What an answer has used, once it is over; null where the server does not tell. */
	noteUsage(usage: RunUsage | null, cost: number | null): void;
	/** BCP 47. */
	agentLanguage: string;
	/** `YYYY-MM-DDTHH:mm` */
	localTime(): string;
	/** Called whenever an answer has changed. */
	changed(): void;
};

export type Session = ReturnType<typeof createSession>;

/**
 * What the assistant does in a panel: one answer a conversation, kept while the panel lives, and one at a time. An answer
 * belongs to its conversation: when another is opened, it is stopped, and there again when one comes back.
 */
export function createSession(ports: SessionPorts) {
	const answers = new Map<string, Answer>();
	const approvals = createPendingApprovals(ports);
	let running: { conversation: string; controller: AbortController } | undefined;
	let lastId = 0;

	const stop = () => running?.controller.abort();

	async function start(open: OpenConversation, task: Task): Promise<void> {
		stop();
		const controller = new AbortController();
		const { signal } = controller;
		const mine = { conversation: open.id, controller };
		running = mine;
		const id = ++lastId;
		const before = answers.get(open.id);
		let answer: Answer = {
			id,
			task,
			chat: open.chat,
			seen: null,
			withoutFacts: null,
			withoutFunctions: false,
			run: newRun,
			notStarted: null,
			cost: null,
			edited: null,
			leftChat: false,
			known: new Set(),
			searchesProducts: false,
			earlier: before ? keptOf(before) : [],
		};
		const change = (changes: Partial<Answer>) => {
			answer = { ...answer, ...changes };
			// An older answer of the same conversation says nothing any more.
			if ((answers.get(open.id)?.id ?? 0) > id) return;
			answers.set(open.id, answer);
			ports.changed();
		};
		change({});
		try {
			const last = await answerTask(open, task, signal, change);
			change({ ...last, leftChat: signal.reason === otherConversation });
		} catch (error) {
			change(notAsked({ reason: "internal", detail: errorText(error) }));
		} finally {
			if (running === mine) running = undefined;
		}
	}

	/** Reads, asks and answers; gives what is left to change at the end. */
	async function answerTask(
		open: OpenConversation,
		task: Task,
		signal: AbortSignal,
		change: (changes: Partial<Answer>) => void,
	): Promise<Partial<Answer>> {
		const stopped = { run: ended(newRun, { state: "stopped" }) };
		const gathering = Promise.all([
			ports.equip(open),
			ports.readChat(),
			ports.customerContext(open.question),
		]);
		const gathered = await unlessAborted(gathering, signal);
		if (!gathered) return stopped;
		const [equipped, reading, { context, failure }] = gathered;
		if (!equipped.ok) return notAsked(equipped.failure);
		if (!reading) return { notStarted: { reason: "no-page" } };
		const { chat } = reading.facts;
		if (!chat || !isSameChat(open.chat, chat)) return { notStarted: { reason: "other-chat" } };
		const { model, instructions, messages, functions } = equipped.value;
		const seen = contextFrom(reading, { context, failure }, messages);
		const offered = model.callsFunctions ? functions : [];
		change({
			seen,
			known: new Set(reading.messages.map((message) => message.id)),
			searchesProducts: offered.includes(productSearch),
			withoutFacts: context ? null : (failure ?? null),
			withoutFunctions: offered.length < functions.length,
		});
		const run = await runLoop(
			{
				messages: promptOf({
					task,
					instructions,
					context: seen,
					functions: offered,
					agentLanguage: ports.agentLanguage,
					localTime: ports.localTime(),
				}),
				functions: offered,
				tainted: isTainted(seen),
				signal,
			},
			{
				model,
				callFunction: (call) => ports.callFunction(call, open),
				awaitApproval: approvals.wait,
				tell: (next) => change({ run: next }),
			},
		);
		const cost = run.usage && equipped.value.cost(run.usage);
		if (run.usage || run.progress.state === "done") ports.noteUsage(run.usage, cost);
		return { cost };
	}

	return {
		start,
		stop,
		answerIn: (conversation: string): Answer | undefined => answers.get(conversation),
		/** Says which conversation is open now; an answer for another one is stopped. */
		opened(conversation: string | undefined): void {
			if (running && running.conversation !== conversation) running.controller.abort(otherConversation);
		},
		/** The agent has changed the suggested text. */
		edit(conversation: string, text: string): void {
			const answer = answers.get(conversation);
			if (!answer || isRunning(answer)) return;
			answers.set(conversation, { ...answer, edited: text });
			ports.changed();
		},
		/** Takes an earlier suggestion up again; what stands there now is kept in its place. */
		takeUp(conversation: string, id: number): void {
			const answer = answers.get(conversation);
			const found = answer?.earlier.find((one) => one.id === id);
			if (!answer || !found || isRunning(answer)) return;
			const others = answer.earlier.filter((one) => one !== found);
			answers.set(conversation, { ...found, earlier: [{ ...answer, earlier: [] }, ...others] });
			ports.changed();
		},
		approve: approvals.approve,
		refuse: approvals.refuse,
	};
}

/** Why an answer is stopped, where nobody said so. */
const otherConversation = "other-conversation";

const startFailures: readonly string[] = ["no-page", "other-chat", "limit-reached"];
const isStartFailure = (failure: StartFailure | ModelFailure): failure is StartFailure =>
	startFailures.includes(failure.reason);

const notAsked = (failure: StartFailure | ModelFailure): Partial<Answer> =>
	isStartFailure(failure) ? { notStarted: failure } : { run: ended(newRun, { state: "failed", failure }) };

/** What would be seen of the open chat now, for whoever wants to look at it first. */
export async function previewContext(
	ports: Pick<SessionPorts, "readChat" | "customerContext">,
	open: OpenConversation,
	messages: number,
): Promise<SeenContext | null> {
	const [reading, told] = await Promise.all([ports.readChat(), ports.customerContext(open.question)]);
	const chat = reading?.facts.chat;
	if (!reading || !chat || !isSameChat(open.chat, chat)) return null;
	return contextFrom(reading, told, messages);
}
