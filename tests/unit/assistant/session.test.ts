import { describe, expect, it, vi } from "vitest";
import { draftOf, isRunning } from "@/lib/assistant/answer";
import type { ModelEvent } from "@/lib/assistant/model";
import { productSearch } from "@/lib/assistant/product-search";
import {
	createSession,
	type OpenConversation,
	previewContext,
	type SessionPorts,
} from "@/lib/assistant/session";
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

	it("is noted with an estimate when it is stopped, and counts against the day's limit", async () => {
		const { session, ports, answer } = createWorld([hangs]);
		const running = session.start(lucia, suggest);
		await vi.waitFor(() => expect(answer().seen).not.toBeNull());
		session.stop();
		await running;
		const usage = answer().run.usage;
		expect(usage?.inputTokens).toBeGreaterThan(100);
		expect(usage?.estimated).toBe(usage?.inputTokens);
		expect(ports.noteUsage).toHaveBeenCalledExactlyOnceWith(usage, usage?.inputTokens);
	});

	it("knows whether the CRM told nothing, was not asked, or did not answer", async () => {
		const failure = { reason: "unreachable", host: "crm.example.com" } as const;
		const context = { key: "k", fetchedAt: 0, value: null };
		for (const [told, without] of [
			[{}, "not-asked"],
			[{ failure }, "failed"],
			[{ context }, undefined],
			[{ context, failure }, undefined],
		] as const) {
			const { session, answer, ports } = createWorld([says("x")], { customerContext: async () => told });
			await session.start(lucia, suggest);
			expect(answer().seen?.withoutFacts).toBe(without);
			expect((await previewContext(ports, lucia, 30))?.withoutFacts).toBe(without);
		}
	});

	it("knows the CRM's product search from a function of the user's own", async () => {
		for (const [search, isCrms] of [
			[productSearch, true],
			[{ ...productSearch }, false],
		] as const) {
			const { model } = scriptedModel([says("x")]);
			const { session, answer } = createWorld([], {
				equip: async () =>
					ok({
						model,
						instructions: { tone: "", language: "", policies: "" },
						messages: 30,
						functions: [search],
						cost: () => null,
					}),
			});
			await session.start(lucia, suggest);
			expect(answer().searchesProducts).toBe(isCrms);
		}
	});
});

describe("a suggestion the agent has changed", () => {
	it("is kept when another is asked for, and can be taken up again", async () => {
		const { session, answer } = createWorld([says("First"), says("Second")]);
		await session.start(lucia, suggest);
		session.edit(lucia.id, "First, by hand");
		await session.start(lucia, { kind: "suggest", tone: "brief" });
		expect(draftOf(answer())).toBe("Second");
		expect(answer().earlier.map(draftOf)).toEqual(["First, by hand"]);
		session.takeUp(lucia.id, answer().earlier[0]?.id ?? 0);
		expect(draftOf(answer())).toBe("First, by hand");
		expect(answer().task).toEqual(suggest);
		expect(answer().earlier.map(draftOf)).toEqual(["Second"]);
	});

	it("outlives summaries and suggestions that were left as they came", async () => {
		const { session, answer } = createWorld([says("First"), says("Summary"), says("Second"), says("Third")]);
		await session.start(lucia, suggest);
		session.edit(lucia.id, "By hand");
		await session.start(lucia, { kind: "summarize" });
		await session.start(lucia, suggest);
		await session.start(lucia, suggest);
		expect(answer().earlier.map(draftOf)).toEqual(["By hand"]);
	});

	it.each(["", "  ", "First"])("is not kept as %j, which holds nothing of the agent's", async (text) => {
		const { session, answer } = createWorld([says("First"), says("Second")]);
		await session.start(lucia, suggest);
		session.edit(lucia.id, text);
		await session.start(lucia, suggest);
		expect(answer().earlier).toEqual([]);
	});

	it("is one of at most five", async () => {
		const { session, answer } = createWorld([says("x")]);
		for (let index = 0; index < 8; index++) {
			await session.start(lucia, suggest);
			session.edit(lucia.id, String(index));
		}
		expect(answer().earlier.map(draftOf)).toEqual(["6", "5", "4", "3", "2"]);
	});

	it("is not taken up while another answer is written, nor in another chat", async () => {
		const { session, answer } = createWorld([says("First"), hangs]);
		await session.start(lucia, suggest);
		session.edit(lucia.id, "By hand");
		const running = session.start(lucia, suggest);
		const id = answer().earlier[0]?.id ?? 0;
		session.takeUp(lucia.id, id);
		session.takeUp(marco.id, id);
		expect(isRunning(answer())).toBe(true);
		session.stop();
		await running;
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
		const { session, asked, answer, ports } = createWorld([says("x")], {
			readChat: () => new Promise(() => undefined),
		});
		const running = session.start(lucia, suggest);
		expect(isRunning(answer())).toBe(true);
		session.stop();
		await running;
		expect(answer()).toMatchObject({ leftChat: false, run: { progress: { state: "stopped" } } });
		expect(asked).toEqual([]);
		expect(ports.noteUsage).not.toHaveBeenCalled();
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
		expect(answer().leftChat).toBe(false);
		session.opened(marco.id);
		await running;
		expect(answer()).toMatchObject({ leftChat: true, run: { progress: { state: "stopped" } } });
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
