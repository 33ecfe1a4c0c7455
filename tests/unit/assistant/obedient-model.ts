import { obedient } from "../../../demo/model/obedient/obedient";
import type { Model, ModelEvent, ModelMessage } from "../../../lib/assistant/model";

/** The demo's obedient model behind the assistant's port, without a server in between; and every call it wanted. */
export function obedientModel() {
	const wanted: { name: string; arguments: string }[] = [];
	const model: Model = {
		callsFunctions: true,
		async *ask({ messages, functions }): AsyncGenerator<ModelEvent> {
			const answer = obedient({
				model: "demo-model-obedient",
				messages: messages.map(asChat),
				functions: [...functions],
				parallel: true,
				stream: true,
				streamUsage: false,
			});
			if (answer.text) yield { type: "text", text: answer.text };
			for (const made of answer.calls) {
				wanted.push(made);
				yield { type: "call", call: { id: `call-${wanted.length}`, ...made } };
			}
			yield { type: "end", reason: answer.calls.length > 0 ? "calls" : "stop" };
		},
	};
	return { model, wanted };
}

function asChat(message: ModelMessage) {
	const { role, content } = message;
	return {
		role,
		content,
		calls: message.role === "assistant" ? [...message.calls] : [],
		...(message.role === "tool" && { callId: message.callId }),
	};
}
