import type { Model, ModelCall, ModelFailure, ModelFunction, ModelMessage, ModelUsage } from "./model";

/** What came of trying a model out. Times in ms. */
export type ModelTest = {
	/** What it said to the first question. */
	text: string;
	/** Until the first piece of it; undefined when it said nothing. */
	firstTextMs?: number;
	/** Of the first question. */
	ms: number;
	/** In how many pieces the text came. */
	pieces: number;
	/** Of all that was asked; undefined where the server does not tell. */
	usage?: ModelUsage;
	/** Why it gave no answer. */
	failure?: ModelFailure;
	/** Whether it calls functions; undefined where that was not asked. */
	calls?: CallTest;
};

/** `other`: it called something, but not what it was asked to; its words, or the arguments it wrote, are in `said`. */
export type CallTest =
	| { result: "called" }
	| { result: "not-called"; said: string }
	| { result: "other"; said: string }
	| { result: "failed"; failure: ModelFailure };

const hello: ModelMessage[] = [{ role: "user", content: "Say hello in one short sentence." }];

/** Nobody runs it: what counts is that the model asks for it. */
const repeatWord: ModelFunction = {
	name: "repeat_word",
	description: "Repeats a word.",
	parameters: {
		type: "object",
		properties: { word: { type: "string", description: "The word to repeat." } },
		required: ["word"],
		additionalProperties: false,
	},
};
const callIt: ModelMessage[] = [
	{ role: "user", content: 'Call the function repeat_word with the word "ready". Do not answer with text.' },
];

/**
 * Asks a model for one short sentence and, where it calls functions, for one call, which is not made. `now` in ms. What was
 * found out until `signal` aborted is given all the same.
 */
export async function testModel(model: Model, now: () => number, signal: AbortSignal): Promise<ModelTest> {
	const first = await askOnce(model, hello, [], now, signal);
	const { calls: _, ...test } = first;
	if (first.failure || signal.aborted || !model.callsFunctions) return test;
	const second = await askOnce(model, callIt, [repeatWord], now, signal);
	if (signal.aborted) return test;
	const usage = sum(first.usage, second.usage);
	return { ...test, ...(usage && { usage }), calls: callTest(second) };
}

type Once = Omit<ModelTest, "calls"> & { calls: ModelCall[] };

async function askOnce(
	model: Model,
	messages: readonly ModelMessage[],
	functions: readonly ModelFunction[],
	now: () => number,
	signal: AbortSignal,
): Promise<Once> {
	const start = now();
	const once: Once = { text: "", ms: 0, pieces: 0, calls: [] };
	for await (const event of model.ask({ messages, functions, signal })) {
		switch (event.type) {
			case "text":
				once.firstTextMs ??= now() - start;
				once.text += event.text;
				once.pieces++;
				break;
			case "call":
				once.calls.push(event.call);
				break;
			case "usage":
				once.usage = event.usage;
				break;
			case "failed":
				once.failure = event.failure;
				break;
			case "end":
				break;
		}
	}
	return { ...once, ms: now() - start };
}

function callTest({ calls, text, failure }: Once): CallTest {
	if (failure) return { result: "failed", failure };
	const [call] = calls;
	if (!call) return { result: "not-called", said: text };
	return call.name === repeatWord.name && wordIn(call.arguments) === "ready"
		? { result: "called" }
		: { result: "other", said: `${call.name}(${call.arguments})` };
}

function wordIn(text: string): unknown {
	try {
		return (JSON.parse(text) as { word?: unknown } | null)?.word;
	} catch {
		return undefined;
	}
}

function sum(one: ModelUsage | undefined, other: ModelUsage | undefined): ModelUsage | undefined {
	if (!one || !other) return one ?? other;
	return {
		inputTokens: one.inputTokens + other.inputTokens,
		outputTokens: one.outputTokens + other.outputTokens,
	};
}
