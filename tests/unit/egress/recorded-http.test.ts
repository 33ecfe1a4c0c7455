import { expect, it, vi } from "vitest";
import type { SentRequest } from "@/lib/egress/entry";
import { createHttp } from "@/lib/platform/http";
import { closedAddress, serve } from "../core/loopback-server";

const purpose = { kind: "crm", name: "search_Products" } as const;

function recorded() {
	const sent: SentRequest[] = [];
	const verdicts: string[] = [];
	const http = createHttp(
		(one) => {
			sent.push(one);
			return (failure) => verdicts.push(failure);
		},
		() => 1_000,
	);
	return { sent, verdicts, http };
}

const request = (url: string, timeoutMs = 5_000) => ({ url, method: "GET", headers: {}, timeoutMs });

it("tells of every request: what it was for, its status or why there is none, and how long it took", async () => {
	const { sent, http } = recorded();
	const { signal } = new AbortController();
	const url = await serve((_request, response) => response.writeHead(404).end());
	const silent = await serve(() => undefined);
	await http(request(url), { maxBytes: 10, signal, purpose });
	await http(request(await closedAddress()), { maxBytes: 10, signal, purpose });
	await http(request(silent, 30), { maxBytes: 10, signal, purpose });
	await http(request(silent), { maxBytes: 10, signal: AbortSignal.timeout(20), purpose });
	expect(sent).toMatchObject([
		{ purpose, at: 1_000, status: 404, request: { url } },
		{ purpose, failure: "unreachable" },
		{ purpose, failure: "timeout" },
		{ purpose, failure: "cancelled" },
	]);
	expect(sent[2]?.ms).toBeGreaterThanOrEqual(29);
});

it("tells of a request that ended in a bug", async () => {
	const { sent, http } = recorded();
	vi.spyOn(globalThis, "fetch").mockRejectedValue(new RangeError("bug"));
	const { signal } = new AbortController();
	await expect(http(request("https://a.b/"), { maxBytes: 1, signal, purpose })).rejects.toThrow("bug");
	expect(sent).toMatchObject([{ failure: "internal" }]);
});

it("passes on why the answer could not be used, and nothing when it could", async () => {
	const { verdicts, http } = recorded();
	const { signal } = new AbortController();
	const url = await serve((_request, response) => response.end("{}"));
	await http(request(url), { maxBytes: 10, signal, purpose, verdict: Promise.resolve("not-json") });
	await http(request(url), { maxBytes: 10, signal, purpose, verdict: Promise.resolve(undefined) });
	await vi.waitFor(() => expect(verdicts).toEqual(["not-json"]));
});
