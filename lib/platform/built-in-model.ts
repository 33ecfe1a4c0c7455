import type { Model, ModelEvent, ModelMessage, ModelRequest } from "@/lib/assistant/model";

/**
 * Whether the browser has a model of its own: none at all (`unsupported`: this browser does not know the API), not on this
 * computer (`unavailable`), not downloaded yet, on its way, or ready.
 */
export type BuiltInState = "unsupported" | "unavailable" | "downloadable" | "downloading" | "available";

/** Chrome's Prompt API, as far as it is used (developer.chrome.com/docs/ai/prompt-api). */
type LanguageModels = {
	availability(options?: object): Promise<Exclude<BuiltInState, "unsupported">>;
	create(options: {
		initialPrompts?: readonly Prompt[];
		expectedInputs?: readonly object[];
		expectedOutputs?: readonly object[];
		monitor?(target: EventTarget): void;
		signal?: AbortSignal;
	}): Promise<Session>;
};
type Session = {
	promptStreaming(prompts: readonly Prompt[], options: { signal: AbortSignal }): ReadableStream<string>;
	destroy(): void;
};
type Prompt = { role: "system" | "user" | "assistant"; content: string };

const languageModels = (): LanguageModels | undefined =>
	(globalThis as { LanguageModel?: LanguageModels }).LanguageModel;

/** The same for asking whether it is there and for making a session: the answer may depend on them. */
const textOnly = { expectedInputs: [{ type: "text" }], expectedOutputs: [{ type: "text" }] } as const;

/** How the browser's own model is right now. */
export async function builtInState(): Promise<BuiltInState> {
	const models = languageModels();
	if (!models) return "unsupported";
	try {
		return await models.availability(textOnly);
	} catch {
		return "unavailable";
	}
}

/**
 * Has the browser download its model. Must be called inside a click, as the browser demands. `progress` is told of the
 * part that is there, from 0 to 1. Rejects when the browser does not do it, or `signal` aborts.
 */
export async function downloadBuiltIn(progress: (part: number) => void, signal: AbortSignal): Promise<void> {
	const session = await languageModels()?.create({
		...textOnly,
		signal,
		monitor: (target) =>
			target.addEventListener("downloadprogress", (event) =>
				progress((event as Event & { loaded: number }).loaded),
			),
	});
	session?.destroy();
}

/** The browser's own model. It runs on this computer, calls no functions, and counts no tokens. */
export function createBuiltInModel(): Model {
	async function* ask({ messages, signal }: ModelRequest): AsyncGenerator<ModelEvent, void> {
		const models = languageModels();
		if (!models || (await builtInState()) !== "available")
			return yield { type: "failed", failure: { reason: "built-in-unavailable" } };
		let session: Session | undefined;
		try {
			const [initialPrompts, prompts] = promptsOf(messages);
			session = await models.create({ ...textOnly, initialPrompts, signal });
			const reader = session.promptStreaming(prompts, { signal }).getReader();
			for (;;) {
				const { done, value } = await reader.read();
				if (signal.aborted) return;
				if (done) break;
				if (value !== "") yield { type: "text", text: value };
			}
			yield { type: "end", reason: "stop" };
		} catch (error) {
			if (signal.aborted) return;
			yield { type: "failed", failure: failureOf(error) };
		} finally {
			session?.destroy();
		}
	}
	return { callsFunctions: false, ask };
}

/** A system prompt has to come first and in the session; the last message is what is asked. */
function promptsOf(messages: readonly ModelMessage[]): [Prompt[], Prompt[]] {
	const system = messages.flatMap((one) => (one.role === "system" ? [one.content] : [])).join("\n\n");
	const others = messages.flatMap((one): Prompt[] =>
		one.role === "user" || one.role === "assistant" ? [{ role: one.role, content: one.content }] : [],
	);
	return [
		[...(system === "" ? [] : [{ role: "system" as const, content: system }]), ...others.slice(0, -1)],
		others.slice(-1),
	];
}

function failureOf(error: unknown) {
	const { name, message } = error as { name?: string; message?: string };
	if (name === "QuotaExceededError") return { reason: "too-long", detail: message ?? "" } as const;
	if (name === "NotSupportedError" || name === "InvalidStateError")
		return { reason: "built-in-unavailable" } as const;
	return { reason: "internal", detail: String(error) } as const;
}
