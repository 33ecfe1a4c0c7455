import { afterEach, describe, expect, it, vi } from "vitest";
import type { ModelEvent, ModelMessage } from "@/lib/assistant/model";
import { builtInState, createBuiltInModel, downloadBuiltIn } from "@/lib/platform/built-in-model";

afterEach(() => vi.unstubAllGlobals());

type Options = { initialPrompts?: unknown; monitor?(target: EventTarget): void; signal?: AbortSignal };

/** A browser whose model is in this state and says this. */
function browserWith(state: string, pieces: string[] = [], failure?: Error) {
	const created: Options[] = [];
	const prompted: unknown[] = [];
	const destroy = vi.fn();
	vi.stubGlobal("LanguageModel", {
		availability: async () => state,
		async create(options: Options) {
			created.push(options);
			if (failure) throw failure;
			return {
				promptStreaming(prompts: unknown) {
					prompted.push(prompts);
					return new ReadableStream({
						start(controller) {
							for (const piece of pieces) controller.enqueue(piece);
							controller.close();
						},
					});
				},
				destroy,
			};
		},
	});
	return { created, prompted, destroy };
}

async function ask(messages: ModelMessage[] = [{ role: "user", content: "Hi" }], signal?: AbortSignal) {
	const received: ModelEvent[] = [];
	const request = { messages, functions: [], signal: signal ?? new AbortController().signal };
	for await (const event of createBuiltInModel().ask(request)) received.push(event);
	return received;
}

describe("the browser's own model", () => {
	it.each(["unavailable", "downloadable", "downloading", "available"])(
		"is as the browser says: %s",
		async (state) => {
			browserWith(state);
			expect(await builtInState()).toBe(state);
		},
	);

	it("is not there where the browser does not know of it, or cannot say", async () => {
		expect(await builtInState()).toBe("unsupported");
		vi.stubGlobal("LanguageModel", { availability: () => Promise.reject(new Error("no")) });
		expect(await builtInState()).toBe("unavailable");
	});

	it("answers piece by piece, calls no functions, and its session ends", async () => {
		const { created, prompted, destroy } = browserWith("available", ["Hel", "lo"]);
		expect(createBuiltInModel().callsFunctions).toBe(false);
		expect(
			await ask([
				{ role: "system", content: "Be kind." },
				{ role: "user", content: "One" },
				{ role: "assistant", content: "Two", calls: [] },
				{ role: "user", content: "Three" },
			]),
		).toEqual([
			{ type: "text", text: "Hel" },
			{ type: "text", text: "lo" },
			{ type: "end", reason: "stop" },
		]);
		expect(created[0]?.initialPrompts).toEqual([
			{ role: "system", content: "Be kind." },
			{ role: "user", content: "One" },
			{ role: "assistant", content: "Two" },
		]);
		expect(prompted).toEqual([[{ role: "user", content: "Three" }]]);
		expect(destroy).toHaveBeenCalledOnce();
	});

	it.each(["unavailable", "downloadable", "downloading"])(
		"that is %s gives no answer, and is not downloaded by asking",
		async (state) => {
			const { created } = browserWith(state);
			expect(await ask()).toEqual([{ type: "failed", failure: { reason: "built-in-unavailable" } }]);
			expect(created).toEqual([]);
		},
	);

	it.each([
		["QuotaExceededError", { reason: "too-long", detail: "x" }],
		["NotSupportedError", { reason: "built-in-unavailable" }],
		["OperationError", { reason: "internal", detail: "OperationError: x" }],
	])("that fails with %s says why", async (name, failure) => {
		browserWith("available", [], Object.assign(new Error("x"), { name }));
		expect(await ask()).toEqual([{ type: "failed", failure }]);
	});

	it("says nothing once it was stopped", async () => {
		browserWith("available", [], new DOMException("stopped", "AbortError"));
		expect(await ask(undefined, AbortSignal.abort())).toEqual([]);
	});

	it("is downloaded when asked for, and tells how much is there", async () => {
		const { created, destroy } = browserWith("downloadable");
		const parts: number[] = [];
		await downloadBuiltIn((part) => parts.push(part), new AbortController().signal);
		const target = new EventTarget();
		created[0]?.monitor?.(target);
		target.dispatchEvent(Object.assign(new Event("downloadprogress"), { loaded: 0.5 }));
		expect(parts).toEqual([0.5]);
		expect(destroy).toHaveBeenCalledOnce();
	});
});
