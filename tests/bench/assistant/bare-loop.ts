import type { BareRequest } from "./bare-reader";

export type BareLoop = BareRequest & { crm: string; token: string; phone: string };

/**
 * Runs in a page of the bare extension, and stands alone. The least that can be done for an answer with calls: ask, fetch
 * what is wanted all at once, ask again, until there are words; paint them. Gives the time in ms it took.
 */
export async function answerWithCalls({ url, key, body, crm, token, phone }: BareLoop): Promise<number> {
	type Call = { id: string; type: "function"; function: { name: string; arguments: string } };
	const messages: object[] = [...(body as { messages: object[] }).messages];
	const start = performance.now();

	async function ask(): Promise<{ words: string; calls: Call[] }> {
		const response = await fetch(`${url}/chat/completions`, {
			method: "POST",
			headers: { "Content-Type": "application/json", Authorization: `Bearer ${key}` },
			body: JSON.stringify({ ...body, messages }),
		});
		const calls: Call[] = [];
		let words = "";
		for (const event of (await response.text()).split("\n\n")) {
			const data = event.slice("data: ".length);
			if (data === "" || data === "[DONE]") continue;
			const delta = JSON.parse(data).choices[0]?.delta;
			words += delta?.content ?? "";
			for (const piece of delta?.tool_calls ?? []) {
				const known = calls[piece.index];
				if (known) known.function.arguments += piece.function.arguments;
				else calls[piece.index] = { id: piece.id, type: "function", function: { ...piece.function } };
			}
		}
		return { words, calls };
	}

	async function lookUp({ id, function: called }: Call): Promise<object> {
		const query = new URLSearchParams({ ...JSON.parse(called.arguments), phone });
		const response = await fetch(`${crm}/orders/status?${query}`, {
			headers: { Authorization: `Bearer ${token}` },
		});
		return { role: "tool", tool_call_id: id, content: await response.text() };
	}

	for (;;) {
		const { words, calls } = await ask();
		if (calls.length > 0) {
			messages.push({ role: "assistant", content: words, tool_calls: calls });
			messages.push(...(await Promise.all(calls.map(lookUp))));
			continue;
		}
		document.body.textContent = words;
		return new Promise((resolve) =>
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => resolve(performance.now() - start);
				port2.postMessage(null);
			}),
		);
	}
}
