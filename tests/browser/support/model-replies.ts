import { json, type Reply } from "./replies";
import type { Received } from "./scripted-crm";

export const completionsPath = "/v1/chat/completions";
export const modelsPath = "/v1/models";

const piece = (delta: unknown, finish: string | null = null) => ({
	choices: [{ index: 0, delta, finish_reason: finish }],
});

/** An answer of a model in server-sent events: each text in a piece of its own, with `usage` at the end. */
export const said = (...texts: string[]): Reply =>
	events(...texts.map((content) => piece({ content })), piece({}, "stop"), {
		choices: [],
		usage: { prompt_tokens: 20, completion_tokens: texts.length },
	});

/** A call of a function, in two pieces. */
export const called = (name: string, input: unknown): Reply => {
	const text = JSON.stringify(input);
	return events(
		piece({ tool_calls: [{ index: 0, id: "call-1", function: { name, arguments: text.slice(0, 4) } }] }),
		piece({ tool_calls: [{ index: 0, function: { arguments: text.slice(4) } }] }),
		piece({}, "tool_calls"),
		{ choices: [], usage: { prompt_tokens: 50, completion_tokens: 10 } },
	);
};

export function events(...values: unknown[]): Reply {
	return {
		write(response) {
			response.writeHead(200, { "content-type": "text/event-stream" });
			for (const value of values) response.write(`data: ${JSON.stringify(value)}\n\n`);
			response.end("data: [DONE]\n\n");
		},
	};
}

export const refused = (status: number, message: string): Reply => json({ error: { message } }, { status });

/** What a model was asked. */
export const askedOf = ({ body }: Received) =>
	JSON.parse(body) as { model: string; stream: boolean; tools?: unknown[]; messages: { content: string }[] };
