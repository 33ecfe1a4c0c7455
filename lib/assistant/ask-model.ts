import { errorText } from "@/lib/core/error-text";
import { unlessAborted } from "@/lib/core/unless-aborted";
import type { Model, ModelCall, ModelEnd, ModelEvent, ModelFailure, ModelRequest, ModelUsage } from "./model";

/** What came of asking once: an answer, with the calls it asks for; why there is none; null when it was stopped. */
export type Asked = { text: string; calls: ModelCall[]; end: ModelEnd } | { failure: ModelFailure } | null;

type Tell = { text(piece: string): void; usage(usage: ModelUsage): void };

/** Asks a model once, and tells what comes as it comes. A model that breaks its promises has failed, too. */
export async function askModel(model: Model, request: ModelRequest, tell: Tell): Promise<Asked> {
	const { signal } = request;
	const calls: ModelCall[] = [];
	let text = "";
	let iterator: AsyncIterator<ModelEvent> | undefined;
	try {
		iterator = model.ask(request)[Symbol.asyncIterator]();
		for (;;) {
			const next = await unlessAborted(iterator.next(), signal);
			if (!next || signal.aborted) return null;
			if (next.done) return { failure: { reason: "internal", detail: "The answer had no end." } };
			const event = next.value;
			switch (event.type) {
				case "text":
					text += event.text;
					tell.text(event.text);
					break;
				case "call":
					calls.push(event.call);
					break;
				case "usage":
					tell.usage(event.usage);
					break;
				case "end":
					return { text, calls, end: event.reason };
				case "failed":
					return { failure: event.failure };
			}
		}
	} catch (error) {
		return signal.aborted ? null : { failure: { reason: "internal", detail: errorText(error) } };
	} finally {
		// It has something to do at its end, such as to note the request. It may wait for something that never comes, too:
		// nobody waits for it.
		void iterator?.return?.()?.catch(() => undefined);
	}
}
