import { describe, expect, it } from "vitest";
import type { Model, ModelEvent, ModelRequest } from "@/lib/assistant/model";
import { testModel } from "@/lib/assistant/test-model";

/** A model that gives these events, one list for each time it is asked, a second apart. */
function scripted(...answers: ModelEvent[][]) {
	let time = 0;
	const asked: ModelRequest[] = [];
	const model: Model = {
		callsFunctions: true,
		async *ask(request) {
			asked.push(request);
			for (const event of answers[asked.length - 1] ?? []) {
				time += 1_000;
				yield event;
			}
		},
	};
	return { model, asked, now: () => time };
}

const text = (content: string): ModelEvent => ({ type: "text", text: content });
const usage = (inputTokens: number, outputTokens: number): ModelEvent => ({
	type: "usage",
	usage: { inputTokens, outputTokens },
});
const end: ModelEvent = { type: "end", reason: "stop" };
const call = (name: string, input: string): ModelEvent => ({
	type: "call",
	call: { id: "a", name, arguments: input },
});
const broken: ModelEvent = { type: "failed", failure: { reason: "redirected" } };
const hello = [text("Hel"), text("lo"), usage(10, 2), end];
const { signal } = new AbortController();
const run = ({ model, now }: ReturnType<typeof scripted>) => testModel(model, now, signal);

describe("a test of a model", () => {
	it("tells what it said, how fast, in how many pieces, and what all of it used", async () => {
		const one = scripted(hello, [call("repeat_word", '{"word":"ready"}'), usage(30, 5), end]);
		expect(await run(one)).toEqual({
			text: "Hello",
			firstTextMs: 1_000,
			ms: 4_000,
			pieces: 2,
			usage: { inputTokens: 40, outputTokens: 7 },
			calls: { result: "called" },
		});
		expect(one.asked.map(({ functions }) => functions.map(({ name }) => name))).toEqual([
			[],
			["repeat_word"],
		]);
	});

	it.each<[string, ModelEvent[], object]>([
		["answers in words", [text("Sure."), end], { result: "not-called", said: "Sure." }],
		["calls something else", [call("drop", "{}"), end], { result: "other", said: "drop({})" }],
		["calls it with other words", [call("repeat_word", '{"word":"no"}'), end], { result: "other" }],
		["calls it with no JSON", [call("repeat_word", "ready"), end], { result: "other" }],
		["calls it with null", [call("repeat_word", "null"), end], { result: "other" }],
		["fails", [broken], { result: "failed", failure: { reason: "redirected" } }],
	])("says of one that %s that it does not call functions", async (_, answer, calls) => {
		expect(await run(scripted(hello, answer))).toMatchObject({ text: "Hello", calls });
	});

	it("asks for no call where it gave no answer, or calls none", async () => {
		const failing = scripted([broken]);
		expect(await run(failing)).toEqual({ text: "", ms: 1_000, pieces: 0, failure: { reason: "redirected" } });
		const plain = scripted(hello);
		plain.model.callsFunctions = false;
		expect(await run(plain)).not.toHaveProperty("calls");
		expect([failing.asked.length, plain.asked.length]).toEqual([1, 1]);
	});

	it("gives what it has found out when it is stopped", async () => {
		const stop = new AbortController();
		const one = scripted([text("Hel"), end], [text("no")]);
		const now = () => {
			stop.abort();
			return one.now();
		};
		const test = await testModel(one.model, now, stop.signal);
		expect(test).toMatchObject({ text: "Hel" });
		expect(one.asked).toHaveLength(1);
	});
});
