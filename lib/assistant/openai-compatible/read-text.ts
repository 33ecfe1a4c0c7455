import type { StreamResponse } from "@/lib/core/http";

/** All that came of an answer as text, also when it broke off: it tells why there is no other. */
export async function readText({ pieces }: StreamResponse): Promise<string> {
	let text = "";
	for await (const piece of pieces) if (piece.ok) text += piece.value;
	return text;
}
