import { describe, expect, it, vi } from "vitest";
import { type LoopPorts, mostCallsAtOnce, mostRounds, runLoop, type WantedCall } from "@/lib/assistant/loop";
import type { ModelEvent, ModelFailure } from "@/lib/assistant/model";
import { answerOf, type CallOutcome, type Run } from "@/lib/assistant/run";
import { fail, ok } from "@/lib/core/result";
import type { ApprovalRequest } from "@/lib/functions/call-request";
import { calls, hangs, type Reply, says, scriptedModel } from "./scripted-model";

const order = { name: "check_order", description: "", parameters: { type: "object" } };
const note = { name: "add_note", description: "", parameters: { type: "object" } };
const answer = (text: string): CallOutcome => ok({ status: 200, text, cut: false, ms: 5 });

const request = (name: string): ApprovalRequest => ({
	approval: `approval-of-${name}`,
	name,
	description: "",
	method: "POST",
	url: "https://crm.example.com/notes",
	host: "crm.example.com",
	arguments: {},
	fixed: {},
	because: "writes",
	expiresAt: 300_000,
});

type World = {
	callsFunctions?: boolean;
	tainted?: boolean;
	callFunction?: LoopPorts["callFunction"];
	awaitApproval?: LoopPorts["awaitApproval"];
	tell?(run: Run, controller: AbortController): void;
};

async function start(replies: Reply[], world: World = {}) {
	const { model, asked } = scriptedModel(replies, world);
	const controller = new AbortController();
	const told: Run[] = [];
	const callFunction = vi.fn(
		world.callFunction ??
			(async ({ name }: WantedCall) => ({ state: "done", outcome: answer(name) }) as const),
	);
	const awaitApproval = vi.fn(world.awaitApproval ?? (async () => answer("agreed")));
	const run = await runLoop(
		{
			messages: [{ role: "user", content: "data" }],
			functions: [order, note],
			tainted: world.tainted ?? false,
			signal: controller.signal,
		},
		{
			model,
			callFunction,
			awaitApproval,
			tell: (next) => {
				told.push(next);
				world.tell?.(next, controller);
			},
		},
	);
	return { run, asked, told, callFunction, awaitApproval };
}

const callsOf = (run: Run) => run.steps.flatMap((step) => (step.type === "call" ? [step] : []));
const lastToolAnswers = (messages: readonly { role: string }[]) =>
	messages.flatMap((message) =>
		"callId" in message && "content" in message ? [String(message.content)] : [],
	);

describe("an answer", () => {
	it("is told piece by piece, and is whole at the end", async () => {
		const { run, told } = await start([says("Your order", " is on", " its way.")]);
		expect(answerOf(run)).toBe("Your order is on its way.");
		expect(run.progress).toEqual({ state: "done", reason: "stop" });
		expect(told.map(answerOf)).toEqual([
			"Your order",
			"Your order is on",
			"Your order is on its way.",
			"Your order is on its way.",
		]);
	});

	it("leaves every state it told as it was", async () => {
		const { told } = await start([calls(["check_order"]), says("a", "b")]);
		const copies = told.map((run) => JSON.stringify(run));
		expect(new Set(copies).size).toBe(copies.length);
		expect(told[0]?.steps).toMatchObject([{ progress: { state: "running" } }]);
	});

	it.each(["length", "filtered"] as const)(
		"that ends by %s says so, and calls nothing more",
		async (reason) => {
			const cut: ModelEvent[] = [
				{ type: "text", text: "Half a" },
				{ type: "call", call: { id: "1", name: "add_note", arguments: "{" } },
				{ type: "end", reason },
			];
			const { run, callFunction } = await start([cut]);
			expect(run.progress).toEqual({ state: "done", reason });
			expect(answerOf(run)).toBe("Half a");
			expect(callFunction).not.toHaveBeenCalled();
		},
	);

	it("may be empty", async () => {
		const { run } = await start([says()]);
		expect(run).toMatchObject({ steps: [], progress: { state: "done", reason: "stop" } });
	});

	it("is the text after the last call, not what was said before", async () => {
		const { run } = await start([
			[{ type: "text", text: "I look it up." }, ...calls(["check_order"])],
			says("It is shipped."),
		]);
		expect(run.steps.map(({ type }) => type)).toEqual(["text", "call", "text"]);
		expect(answerOf(run)).toBe("It is shipped.");
	});
});

describe("calls", () => {
	it("are made, and what came of them goes back as data", async () => {
		const { asked, callFunction } = await start([calls(["check_order", '{"id":7}']), says("Done.")]);
		expect(callFunction).toHaveBeenCalledWith({ name: "check_order", arguments: '{"id":7}', tainted: false });
		expect(asked[1]?.messages.slice(1)).toEqual([
			{
				role: "assistant",
				content: "",
				calls: [{ id: "call-0", name: "check_order", arguments: '{"id":7}' }],
			},
			{ role: "tool", callId: "call-0", content: '{"status":200,"data":"check_order"}' },
		]);
	});

	it("of one round run at the same time, and are answered in their order", async () => {
		const finish: Record<string, (text: string) => void> = {};
		const callFunction = ({ name }: WantedCall) =>
			new Promise<{ state: "done"; outcome: CallOutcome }>((resolve) => {
				finish[name] = (text) => resolve({ state: "done", outcome: answer(text) });
				if (Object.keys(finish).length < 2) return;
				// Both are under way; the second is the first to be there.
				finish.add_note?.("second");
				queueMicrotask(() => finish.check_order?.("first"));
			});
		const { asked } = await start([calls(["check_order"], ["add_note"]), says("x")], { callFunction });
		expect(lastToolAnswers(asked[1]?.messages ?? [])).toEqual([
			'{"status":200,"data":"first"}',
			'{"status":200,"data":"second"}',
		]);
	});

	it("of what was not offered are not made; the model is told, and may correct itself", async () => {
		const { run, asked, callFunction } = await start([
			calls(["update_webhook_config"]),
			calls(["check_order"]),
			says("x"),
		]);
		expect(callFunction).toHaveBeenCalledTimes(1);
		expect(lastToolAnswers(asked[1]?.messages ?? [])[0]).toContain("There is no function");
		expect(callsOf(run)[0]?.progress).toMatchObject({
			outcome: fail({ reason: "unknown-function", name: "update_webhook_config" }),
		});
		expect(run.progress.state).toBe("done");
	});

	it("with arguments that do not fit go back to the model with what is wrong", async () => {
		const problems = [{ pointer: "/order_id", message: "is missing." }];
		const { asked } = await start([calls(["check_order"]), says("x")], {
			callFunction: async () => ({ state: "done", outcome: fail({ reason: "arguments-invalid", problems }) }),
		});
		expect(lastToolAnswers(asked[1]?.messages ?? [])[0]).toContain("/order_id: is missing.");
	});

	it("are limited in number at once", async () => {
		const many = Array.from({ length: 500 }, (): [string] => ["check_order"]);
		const { run, callFunction } = await start([calls(...many), says("x")]);
		expect(callFunction).toHaveBeenCalledTimes(mostCallsAtOnce);
		expect(callsOf(run).at(-1)?.progress).toMatchObject({
			outcome: fail({ reason: "too-many-calls", most: mostCallsAtOnce }),
		});
	});

	it("that throw are failures", async () => {
		const { run } = await start([calls(["check_order"]), says("x")], {
			callFunction: () => Promise.reject(new Error("The worker is gone.")),
		});
		expect(callsOf(run)[0]?.progress).toMatchObject({
			outcome: fail({ reason: "internal", detail: "The worker is gone." }),
		});
		expect(run.progress.state).toBe("done");
	});

	it("that never end are stopped after so many rounds, with what was said so far", async () => {
		const { run, asked, callFunction } = await start([
			[{ type: "text", text: "Again." }, ...calls(["check_order"])],
		]);
		expect(asked).toHaveLength(mostRounds);
		expect(callFunction).toHaveBeenCalledTimes(mostRounds - 1);
		expect(run.progress).toEqual({ state: "too-many-rounds", most: mostRounds });
		expect(answerOf(run)).toBe("Again.");
	});

	it("are none for a model that cannot call functions, whatever it asks for", async () => {
		const { asked, callFunction } = await start([calls(["check_order"]), says("x")], {
			callsFunctions: false,
		});
		expect(asked[0]?.functions).toEqual([]);
		expect(callFunction).not.toHaveBeenCalled();
	});
});

describe("what others said", () => {
	it("taints the calls of the rounds after it came, and not those asked for before", async () => {
		const { callFunction } = await start([
			calls(["check_order"], ["add_note"]),
			calls(["add_note"]),
			says("x"),
		]);
		expect(callFunction.mock.calls.map(([{ tainted }]) => tainted)).toEqual([false, false, true]);
	});

	it("taints every call when it was there from the start", async () => {
		const { callFunction } = await start([calls(["add_note"]), says("x")], { tainted: true });
		expect(callFunction.mock.calls[0]?.[0].tainted).toBe(true);
	});

	it("did not come with a call that failed", async () => {
		const { callFunction } = await start([calls(["check_order"]), calls(["add_note"]), says("x")], {
			callFunction: async () => ({ state: "done", outcome: fail({ reason: "timeout", afterMs: 25_000 }) }),
		});
		expect(callFunction.mock.calls.map(([{ tainted }]) => tainted)).toEqual([false, false]);
	});
});

describe("a call that needs a person", () => {
	const waiting: LoopPorts["callFunction"] = async ({ name }) => ({
		state: "waiting",
		request: request(name),
	});

	it("waits for them, and goes on with what came of it", async () => {
		const { run, told, asked, awaitApproval } = await start([calls(["add_note"]), says("Noted.")], {
			callFunction: waiting,
		});
		expect(awaitApproval).toHaveBeenCalledTimes(1);
		expect(told.some((state) => callsOf(state)[0]?.progress.state === "waiting")).toBe(true);
		expect(callsOf(run)[0]?.progress).toEqual({ state: "done", outcome: answer("agreed"), asked: true });
		expect(lastToolAnswers(asked[1]?.messages ?? [])[0]).toContain("agreed");
	});

	it("that was refused is told to the model as refused", async () => {
		const { run, asked } = await start([calls(["add_note"]), says("I did not note it.")], {
			callFunction: waiting,
			awaitApproval: async () => fail({ reason: "refused" }),
		});
		expect(lastToolAnswers(asked[1]?.messages ?? [])[0]).toContain("The agent refused this call");
		expect(answerOf(run)).toBe("I did not note it.");
	});

	it("is never told to the model by the id that approves it", async () => {
		const { asked } = await start([calls(["add_note"]), says("x")], { callFunction: waiting });
		expect(JSON.stringify(asked.map(({ messages }) => messages))).not.toContain("approval-of");
	});

	it("does not keep the other calls of its round from running", async () => {
		const seen: string[] = [];
		await start([calls(["add_note"], ["check_order"]), says("x")], {
			callFunction: async ({ name }) =>
				name === "add_note"
					? { state: "waiting", request: request(name) }
					: { state: "done", outcome: answer("shipped") },
			awaitApproval: async () => answer("agreed"),
			tell: (run) =>
				seen.push(
					callsOf(run)
						.map(({ progress }) => progress.state)
						.join(),
				),
		});
		expect(seen).toContain("waiting,done");
	});
});

describe("stopping", () => {
	it("keeps what was said so far", async () => {
		const { run } = await start(
			[
				async function* () {
					yield { type: "text", text: "Your or" } as const;
					yield* hangs();
				},
			],
			{ tell: (_run, controller) => controller.abort() },
		);
		expect(run.progress).toEqual({ state: "stopped" });
		expect(answerOf(run)).toBe("Your or");
	});

	it("works while the model says nothing at all", async () => {
		const controller = new AbortController();
		const { model } = scriptedModel([hangs]);
		const running = runLoop(
			{ messages: [], functions: [], tainted: false, signal: controller.signal },
			{ model, callFunction: vi.fn(), awaitApproval: vi.fn(), tell: () => undefined },
		);
		controller.abort();
		expect((await running).progress).toEqual({ state: "stopped" });
	});

	it("asks nothing when it was stopped before it began", async () => {
		const controller = new AbortController();
		controller.abort();
		const { model } = scriptedModel([says("x")]);
		const run = await runLoop(
			{ messages: [], functions: [], tainted: false, signal: controller.signal },
			{ model, callFunction: vi.fn(), awaitApproval: vi.fn(), tell: () => undefined },
		);
		expect(run).toMatchObject({ steps: [], progress: { state: "stopped" } });
	});

	it("works while a call runs, and asks the model nothing more", async () => {
		const { run, asked } = await start([calls(["check_order"]), says("x")], {
			callFunction: () => new Promise(() => undefined),
			tell: (_run, controller) => controller.abort(),
		});
		expect(asked).toHaveLength(1);
		expect(callsOf(run)[0]?.progress).toEqual({ state: "stopped", asked: false });
	});

	it("works while a person is waited for", async () => {
		const { run, awaitApproval } = await start([calls(["add_note"]), says("x")], {
			callFunction: async ({ name }) => ({ state: "waiting", request: request(name) }),
			awaitApproval: () => new Promise(() => undefined),
			tell: (state, controller) => {
				if (callsOf(state)[0]?.progress.state === "waiting") setTimeout(() => controller.abort());
			},
		});
		expect(callsOf(run)[0]?.progress).toEqual({ state: "stopped", asked: true });
		expect(awaitApproval.mock.calls[0]?.[1].aborted).toBe(true);
	});

	it("lets go of a call that turns out to need a person after it was stopped", async () => {
		let arrive: (() => void) | undefined;
		const { run, awaitApproval } = await start([calls(["add_note"])], {
			callFunction: ({ name }) =>
				new Promise((resolve) => {
					arrive = () => resolve({ state: "waiting", request: request(name) });
				}),
			tell: (_run, controller) => controller.abort(),
		});
		expect(run.progress.state).toBe("stopped");
		arrive?.();
		await vi.waitFor(() => expect(awaitApproval).toHaveBeenCalledTimes(1));
		expect(awaitApproval.mock.calls[0]?.[1].aborted).toBe(true);
	});
});

describe("a model that fails", () => {
	const down: ModelFailure = { reason: "unreachable", host: "localhost" };
	const failing: ModelEvent[] = [{ type: "failed", failure: down }];

	it("at the start", async () => {
		const { run } = await start([failing]);
		expect(run).toMatchObject({ steps: [], progress: { state: "failed", failure: down } });
	});

	it("in the middle of its text, of which what came stays", async () => {
		const { run } = await start([[{ type: "text", text: "Your or" }, ...failing]]);
		expect(run.progress).toEqual({ state: "failed", failure: down });
		expect(answerOf(run)).toBe("Your or");
	});

	it("after it asked for a call, which is then not made", async () => {
		const { run, callFunction } = await start([[...calls(["add_note"]).slice(0, 1), ...failing]]);
		expect(run.progress.state).toBe("failed");
		expect(callFunction).not.toHaveBeenCalled();
	});

	it("in a later round, with the calls before it kept", async () => {
		const { run } = await start([calls(["check_order"]), failing]);
		expect(run.progress.state).toBe("failed");
		expect(callsOf(run)[0]?.progress.state).toBe("done");
	});

	it.each<[string, Reply]>([
		[
			"by throwing",
			async function* () {
				yield { type: "text", text: "x" } as const;
				throw new Error("broken");
			},
		],
		["by never coming to an end", [{ type: "text", text: "x" }]],
		[
			"by throwing at once",
			() => {
				throw new Error("broken");
			},
		],
	])("%s", async (_how, reply) => {
		const { run } = await start([reply]);
		expect(run.progress).toMatchObject({ state: "failed", failure: { reason: "internal" } });
	});
});

describe("tokens", () => {
	const usage = (inputTokens: number, outputTokens: number): ModelEvent => ({
		type: "usage",
		usage: { inputTokens, outputTokens },
	});

	it("are summed over all rounds", async () => {
		const { run } = await start([
			[usage(100, 10), ...calls(["check_order"])],
			[usage(150, 20), ...says("x")],
		]);
		expect(run.usage).toEqual({ inputTokens: 250, outputTokens: 30 });
	});

	it("are unknown where the server does not tell them", async () => {
		expect((await start([says("x")])).run.usage).toBeNull();
	});

	it("of an answer that failed count, too", async () => {
		const { run } = await start([
			[usage(100, 10), { type: "failed", failure: { reason: "interrupted", host: "x" } }],
		]);
		expect(run.usage).toEqual({ inputTokens: 100, outputTokens: 10 });
	});

	it("are estimated for what was stopped, or broke off, before they were told", async () => {
		const text = "x".repeat(300);
		const stopped = await start(
			[
				[usage(100, 10), ...calls(["check_order"])],
				async function* () {
					yield { type: "text", text } as const;
					yield* hangs();
				},
			],
			{ tell: (run, controller) => answerOf(run) === text && controller.abort() },
		);
		const broken = await start([
			[
				{ type: "text", text },
				{ type: "failed", failure: { reason: "interrupted", host: "x" } },
			],
		]);
		for (const [{ run }, before] of [
			[stopped, { inputTokens: 100, outputTokens: 10 }],
			[broken, { inputTokens: 0, outputTokens: 0 }],
		] as const) {
			const { inputTokens = 0, outputTokens = 0, estimated } = run.usage ?? {};
			expect(outputTokens).toBe(before.outputTokens + 100);
			expect(inputTokens).toBeGreaterThan(before.inputTokens + 50);
			expect(estimated).toBe(inputTokens - before.inputTokens + 100);
		}
	});

	it.each<ModelFailure>([
		{ reason: "unreachable", host: "x" },
		{ reason: "key-refused", detail: "" },
		{ reason: "too-many-requests", detail: "" },
		{ reason: "not-set" },
	])("are not estimated where nothing was begun: $reason", async (failure) => {
		expect((await start([[{ type: "failed", failure }]])).run.usage).toBeNull();
	});
});
