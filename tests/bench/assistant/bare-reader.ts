export type BareRequest = { url: string; key: string; body: object };

/**
 * Runs in a page of the bare extension, and stands alone. The least that can be done: fetch, read events until the first
 * words are there, paint them, and read on to the end. Gives the time in ms until they were painted.
 */
export async function readFirstToken({ url, key, body }: BareRequest): Promise<number> {
	const place = document.createElement("p");
	document.body.replaceChildren(place);
	const start = performance.now();
	const response = await fetch(`${url}/chat/completions`, {
		method: "POST",
		headers: { "Content-Type": "application/json", Authorization: `Bearer ${key}` },
		body: JSON.stringify(body),
	});
	if (!response.ok || !response.body) throw new Error(`The model answered ${response.status}.`);
	const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
	let rest = "";
	let painted: Promise<number> | undefined;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		const events = (rest + value).split("\n\n");
		rest = events.pop() ?? "";
		for (const event of events) {
			const data = event.slice("data: ".length);
			if (data === "[DONE]") continue;
			const words: string | undefined = JSON.parse(data).choices[0]?.delta.content;
			if (!words) continue;
			place.append(words);
			painted ??= new Promise((resolve) =>
				requestAnimationFrame(() => {
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => resolve(performance.now() - start);
					port2.postMessage(null);
				}),
			);
		}
	}
	if (!painted) throw new Error("The model said nothing.");
	return painted;
}
