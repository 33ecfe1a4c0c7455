import { describe, expect, it } from "vitest";
import { askModel } from "@/lib/assistant/ask-model";
import type { ModelEvent } from "@/lib/assistant/model";
import { scriptedModel } from "./scripted-model";

const tell = { text: () => undefined, usage: () => undefined };

describe("asking a model", () => {
	it.each([
		["an answer", { type: "end", reason: "stop" }],
		["a failure", { type: "failed", failure: { reason: "redirected" } }],
	] satisfies [string, ModelEvent][])("lets it come to its end after %s", async (_, last) => {
		let hasEnded = false;
		async function* events(): AsyncGenerator<ModelEvent> {
			try {
				yield last;
			} finally {
				hasEnded = true;
			}
		}
		const { model } = scriptedModel([events]);
		await askModel(model, { messages: [], functions: [], signal: new AbortController().signal }, tell);
		expect(hasEnded).toBe(true);
	});
});
