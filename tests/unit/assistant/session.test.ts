import { describe, expect, it, vi } from "vitest";
import { draftOf, isRunning } from "@/lib/assistant/answer";
import type { ModelEvent } from "@/lib/assistant/model";
import { createSession, type OpenConversation, type SessionPorts } from "@/lib/assistant/session";
import { fail, ok } from "@/lib/core/result";
import type { ApprovalRequest } from "@/lib/functions/call-request";
import type { ConversationReading } from "@/lib/whatsapp/facts";
import { calls, hangs, type Reply, says, scriptedModel } from "./scripted-model";

const certain = (value: string) => ({ value, strategy: "x", sureness: "certain" }) as const;
const reading = (title: string): ConversationReading => ({
	facts: {
		sequence: 1,
		chat: { title: certain(title), looksLikeGroup: false, settled: true },
		health: { state: "works", checks: [] },
	},
	messages: [
		{
			id: "1",
			direction: "incoming",
			directionFrom: "tail",
			text: "Where is my order?",
			author: title,
			rawTime: null,
			time: null,
		},
	],
});
const conversation = (title: string): OpenConversation => ({
	id: `chat:${title}`,
	chat: { title },
	question: null,
	products: false,
});
const lucia = conversation("Lucía");
const marco = conversation("Marco");
const suggest = { kind: "suggest", tone: "friendly" } as const;
const note = { name: "add_note", description: "", parameters: { type: "object" } };
const request: ApprovalRequest = {
	approval: "a-1",
	name: "add_note",
	description: "",
	method: "POST",
	url: "https://crm.example.com/notes",
	host: "crm.example.com",
	arguments: {},
	fixed: {},
	because: "writes",
	expiresAt: 300_000,
};
const called = ok({ status: 200, text: "noted", cut: false, ms: 1 });

function createWorld(replies: Reply[], more: Partial<SessionPorts> = {}) {
	const { model, asked } = scriptedModel(replies);
	const timers: (() => void)[] = [];
	const ports = {
		equip: vi.fn<SessionPorts["equip"]>(async () =>
			ok({
				model,
				instructions: { tone: "", language: "", policies: "" },
				messages: 30,
				functions: [note],
				cost: ({ inputTokens }) => inputTokens,
			}),
		),
		readChat: vi.fn<SessionPorts["readChat"]>(async () => reading("Lucía")),
		customerContext: vi.fn<SessionPorts["customerContext"]>(async () => ({})),
		callFunction: vi.fn<SessionPorts["callFunction"]>(async () => ({ state: "waiting", request })),
		approve: vi.fn<SessionPorts["approve"]>(async () => called),
		refuse: vi.fn<SessionPorts["refuse"]>(),
		at: (_time: number, task: () => void) => {
			timers.push(task);
			return () => void timers.splice(timers.indexOf(task), 1);
		},
		noteUsage: vi.fn<SessionPorts["noteUsage"]>(),
		agentLanguage: "en",
		localTime: () => "2026-07-10T11:00",
		changed: vi.fn(),
		...more,
	};
	const session = createSession(ports);
	const answer = (open = lucia) => {
		const found = session.answerIn(open.id);
		if (!found) throw new Error("There is no answer.");
		return found;
	};
	const progress = () =>
		answer().run.steps.flatMap((step) => (step.type === "call" ? [step.progress] : []))[0];
	const untilWaiting = () => vi.waitFor(() => expect(progress()?.state).toBe("waiting"));
	return { session, asked, ports, answer, progress, untilWaiting, timers };
}

describe("an answer", () => {
	it("is made from the chat that is open, and kept with it", async () => {
		const { session, answer, asked, ports } = createWorld([says("On its way!")]);
		await session.start(lucia, suggest);
		expect(draftOf(answer())).toBe("On its way!");
		expect(answer().chat).toEqual({ title: "Lucía" });
		expect(answer().seen?.messages).toHaveLength(1);
		expect(JSON.stringify(asked[0]?.messages)).toContain("Where is my order?");
		expect(session.answerIn(marco.id)).toBeUndefined();
		expect(ports.changed).toHaveBeenCalled();
	});

	it("keeps what the agent has made of it", async () => {
		const { session, answer } = createWorld([says("On its way!")]);
		await session.start(lucia, suggest);
		session.edit(lucia.id, "");
		expect(draftOf(answer())).toBe("");
		session.edit(lucia.id, "On its way, Lucía.");
		expect(draftOf(answer())).toBe("On its way, Lucía.");
	});

	it("is replaced by the next one, whatever of the first still comes", async () => {
		const { session, answer } = createWorld([hangs, says("Second")]);
		const first = session.start(lucia, suggest);
		await vi.waitFor(() => expect(answer().seen).not.toBeNull());
		await session.start(lucia, { kind: "summarize" });
		await first;
		expect(answer().task.kind).toBe("summarize");
		expect(draftOf(answer())).toBe("Second");
	});

	it("goes on without the CRM's part, and says why", async () => {
		const failure = { reason: "unreachable", host: "crm.example.com" } as const;
		const { session, answer } = createWorld([says("x")], { customerContext: async () => ({ failure }) });
		await session.start(lucia, suggest);
		expect(answer()).toMatchObject({ withoutFacts: failure, run: { progress: { state: "done" } } });
	});

	it("says that the model cannot call the functions there are", async () => {
		const { model, asked } = scriptedModel([says("x")], { callsFunctions: false });
		const equipment = {
			model,
			instructions: { tone: "", language: "", policies: "" },
			messages: 30,
			cost: () => null,
		};
		for (const functions of [[note], []]) {
			const { session, answer } = createWorld([], { equip: async () => ok({ ...equipment, functions }) });
			await session.start(lucia, suggest);
			expect(answer().withoutFunctions).toBe(functions.length > 0);
		}
		expect(JSON.stringify(asked[0]?.messages)).not.toContain("Call a function");
	});

	it("is noted with what it used and cost", async () => {
		const usage: ModelEvent = { type: "usage", usage: { inputTokens: 7, outputTokens: 3 } };
		const { session, ports, answer } = createWorld([[usage, ...says("x")]]);
		await session.start(lucia, suggest);
		expect(ports.noteUsage).toHaveBeenCalledExactlyOnceWith({ inputTokens: 7, outputTokens: 3 }, 7);
		expect(answer().cost).toBe(7);
	});
});

describe("nothing is asked", () => {
	it.each([
		["nobody answers in the tab", { readChat: async () => null }, { notStarted: { reason: "no-page" } }],
		[
			"the page shows another chat",
			{ readChat: async () => reading("Marco") },
			{ notStarted: { reason: "other-chat" } },
		],
		[
			"the page cannot yet tell which chat it shows",
			{
				readChat: async () => {
					const read = reading("Lucía");
					return {
						...read,
						facts: {
							...read.facts,
							chat: { looksLikeGroup: false, title: certain("Lucía"), settled: false },
						},
					};
				},
			},
			{ notStarted: { reason: "other-chat" } },
		],
		[
			"today's limit is reached",
			{ equip: async () => fail({ reason: "limit-reached", limit: "tokens" }) },
			{ notStarted: { reason: "limit-reached", limit: "tokens" } },
		],
		[
			"no model is set",
			{ equip: async () => fail({ reason: "not-set" }) },
			{ run: { progress: { state: "failed", failure: { reason: "not-set" } } } },
		],
		[
			"the background does not answer",
			{ readChat: () => Promise.reject(new Error("The worker is gone.")) },
			{ run: { progress: { state: "failed", failure: { reason: "internal" } } } },
		],
	] satisfies [string, Partial<SessionPorts>, object][])("when %s", async (_why, more, expected) => {
		const { session, asked, answer, ports } = createWorld([says("x")], more);
		await session.start(lucia, suggest);
		expect(answer()).toMatchObject(expected);
		expect(isRunning(answer())).toBe(false);
		expect(asked).toEqual([]);
		expect(ports.noteUsage).not.toHaveBeenCalled();
	});

	it("when it is stopped while the chat is read", async () => {
		const { session, asked, answer } = createWorld([says("x")], {
			readChat: () => new Promise(() => undefined),
		});
		const running = session.start(lucia, suggest);
		expect(isRunning(answer())).toBe(true);
		session.stop();
		await running;
		expect(answer().run.progress).toEqual({ state: "stopped" });
		expect(asked).toEqual([]);
	});
});

describe("another conversation", () => {
	it("stops an answer, which is there again when one comes back", async () => {
		const { session, answer } = createWorld([
			async function* () {
				yield { type: "text", text: "Your or" } as const;
				yield* hangs();
			},
		]);
		const running = session.start(lucia, suggest);
		await vi.waitFor(() => expect(draftOf(answer())).toBe("Your or"));
		session.opened(lucia.id);
		expect(isRunning(answer())).toBe(true);
		session.opened(marco.id);
		await running;
		expect(answer().run.progress).toEqual({ state: "stopped" });
		expect(draftOf(answer())).toBe("Your or");
	});

	it("takes a call that waits for a person back", async () => {
		const { session, ports, progress, untilWaiting } = createWorld([calls(["add_note"])]);
		const running = session.start(lucia, suggest);
		await untilWaiting();
		session.opened(undefined);
		await running;
		expect(ports.refuse).toHaveBeenCalledExactlyOnceWith("a-1", "stopped");
		expect(progress()).toEqual({ state: "stopped", asked: true });
		session.approve("a-1");
		expect(ports.approve).not.toHaveBeenCalled();
	});
});

describe("a call that waits for a person", () => {
	it("is made once they agree, and only once", async () => {
		const { session, ports, progress, untilWaiting, timers } = createWorld([
			calls(["add_note"]),
			says("Noted."),
		]);
		const running = session.start(lucia, suggest);
		await untilWaiting();
		expect(ports.approve).not.toHaveBeenCalled();
		session.approve("a-1");
		session.approve("a-1");
		await running;
		expect(ports.approve).toHaveBeenCalledExactlyOnceWith("a-1");
		expect(progress()).toEqual({ state: "done", outcome: called, asked: true });
		expect(timers).toEqual([]);
	});

	it("is not made when they refuse", async () => {
		const { session, ports, progress, untilWaiting } = createWorld([calls(["add_note"]), says("x")]);
		const running = session.start(lucia, suggest);
		await untilWaiting();
		session.refuse("a-1");
		session.approve("a-1");
		await running;
		expect(ports.refuse).toHaveBeenCalledExactlyOnceWith("a-1", "refused");
		expect(ports.approve).not.toHaveBeenCalled();
		expect(progress()).toMatchObject({ outcome: fail({ reason: "refused" }) });
	});

	it("is void when nobody says anything in time", async () => {
		const { session, ports, progress, untilWaiting, timers } = createWorld([calls(["add_note"]), says("x")]);
		const running = session.start(lucia, suggest);
		await untilWaiting();
		timers[0]?.();
		await running;
		expect(ports.refuse).toHaveBeenCalledExactlyOnceWith("a-1", "expired");
		expect(progress()).toMatchObject({ outcome: fail({ reason: "approval-void", detail: "expired" }) });
	});

	it("is not agreed to by an id that nobody waits for", async () => {
		const { session, ports, untilWaiting } = createWorld([calls(["add_note"]), says("x")]);
		void session.start(lucia, suggest);
		await untilWaiting();
		session.approve("a-2");
		expect(ports.approve).not.toHaveBeenCalled();
		session.stop();
	});

	it("fails when agreeing fails", async () => {
		const { session, progress, untilWaiting } = createWorld([calls(["add_note"]), says("x")], {
			approve: () => Promise.reject(new Error("The worker is gone.")),
		});
		const running = session.start(lucia, suggest);
		await untilWaiting();
		session.approve("a-1");
		await running;
		expect(progress()).toMatchObject({ outcome: fail({ reason: "internal" }) });
	});
});
