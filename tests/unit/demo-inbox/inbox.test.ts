import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RunningInbox, startInbox } from "../../../demo/inbox/start";
import { phone, secret, send } from "./sender";

let inbox: RunningInbox;
beforeAll(async () => {
	inbox = await startInbox({ port: 0, secret });
});
beforeEach(() => {
	inbox.clear();
	inbox.answerWith("200");
});
afterAll(() => inbox.close());

describe("events in the demo's inbox", () => {
	it("stand once, however often they come, the latest request first", async () => {
		await send(inbox, { attempt: 1 });
		await send(inbox, { id: "evt_2" });
		await send(inbox, { attempt: 2 });
		const [first, second, ...more] = inbox.received();
		expect(more).toEqual([]);
		expect([first?.requests[0].id, first?.count]).toEqual(["evt_1", 2]);
		expect(first?.requests.map(({ attempt }) => attempt)).toEqual([2, 1]);
		expect([second?.requests[0].id, second?.count]).toEqual(["evt_2", 1]);
	});

	it("are never mixed with a forgery that carries their id", async () => {
		await send(inbox);
		await send(inbox, { secrets: ["another secret"] });
		expect(inbox.received().map(({ verified, count }) => [verified, count])).toEqual([
			[false, 1],
			[true, 1],
		]);
	});

	it("without an id stand each alone", async () => {
		await send(inbox, { headers: { "webhook-id": null } });
		await send(inbox, { headers: { "webhook-id": null } });
		expect(inbox.received().map(({ count }) => count)).toEqual([1, 1]);
	});

	it("are refused above a megabyte, and not kept", async () => {
		const response = await fetch(inbox.webhookUrl, { method: "POST", body: "x".repeat(1024 * 1024 + 1) });
		expect(response.status).toBe(413);
		expect(inbox.received()).toEqual([]);
	});
});

describe("the demo's inbox answers", () => {
	const plainAnswers = [
		["200", 200, null],
		["500", 500, null],
		["429", 429, "10"],
		["410", 410, null],
	] as const;
	for (const [answer, status, retryAfter] of plainAnswers)
		it(`with ${answer} when set so, and shows the event all the same`, async () => {
			inbox.answerWith(answer);
			const response = await send(inbox);
			expect([response.status, response.headers.get("Retry-After")]).toEqual([status, retryAfter]);
			expect(inbox.received()).toMatchObject([{ accepted: answer === "200", requests: [{ answer }] }]);
		});

	it("not at all when it hangs, until the sender gives up", async () => {
		inbox.answerWith("hang");
		const giveUp = new AbortController();
		const sent = send(inbox, { signal: giveUp.signal });
		await inbox.waitFor(({ accepted }) => !accepted);
		// Later than an answer to the first would have come.
		inbox.answerWith("200");
		await send(inbox, { id: "evt_2" });
		giveUp.abort();
		await expect(sent).rejects.toThrow("aborted");
	});

	it("with a dropped connection when it refuses, and the next attempt arrives", async () => {
		inbox.answerWith("refuse");
		await expect(send(inbox)).rejects.toThrow("fetch failed");
		inbox.answerWith("200");
		expect((await send(inbox, { attempt: 2 })).status).toBe(200);
		expect(inbox.received()).toMatchObject([
			{ count: 2, accepted: true, requests: [{ attempt: 2 }, { attempt: 1, answer: "refuse" }] },
		]);
	});

	it("ends with a sender still hanging", async () => {
		const other = await startInbox({ port: 0, secret });
		other.answerWith("hang");
		const sent = send(other).catch(() => "cut off");
		await other.waitFor(() => true);
		await other.close();
		expect(await sent).toBe("cut off");
	});
});

describe("over HTTP the demo's inbox", () => {
	const ask = async (path: string, init?: RequestInit) => {
		const response = await fetch(`${inbox.url}${path}`, init);
		return { status: response.status, body: response.status === 204 ? null : await response.json() };
	};
	const put = (body: string) => ask("/answer", { method: "PUT", body });

	it("tells what came and what it answers with, and forgets", async () => {
		await send(inbox);
		expect((await ask("/events")).body).toMatchObject({ answer: "200", events: [{ verified: true }] });
		expect((await ask("/events", { method: "DELETE" })).status).toBe(204);
		expect((await ask("/events")).body).toEqual({ answer: "200", events: [] });
	});

	it("changes its answer, and refuses what it does not know", async () => {
		expect(await put('{"answer":"410"}')).toEqual({ status: 200, body: { answer: "410" } });
		for (const wrong of ['{"answer":"404"}', '{"answer":200}', "{}", "nonsense", "null"])
			expect((await put(wrong)).status, wrong).toBe(400);
		expect((await ask("/events")).body.answer).toBe("410");
	});

	it("waits for the event that matches, come or to come", async () => {
		const query = new URLSearchParams({ event: "phone.detected", phone, verified: "true" });
		const waiting = ask(`/events/wait?${query}`);
		await send(inbox, { secrets: ["another secret"] });
		await send(inbox);
		expect(await waiting).toMatchObject({ status: 200, body: { verified: true, count: 1 } });
		expect((await ask(`/events/wait?${query}`)).status).toBe(200);
		const never = await ask("/events/wait?phone=%2B34999&timeout_ms=50");
		expect(never).toEqual({ status: 404, body: { error: "No such event came within 50 ms." } });
	});

	it("streams the state, then every change", async () => {
		const leave = new AbortController();
		const stream = await fetch(`${inbox.url}/stream`, { signal: leave.signal });
		const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
		let text = "";
		const until = async (part: string) => {
			while (!text.includes(part)) text += (await reader?.read())?.value ?? "";
		};
		await until('event: state\ndata: {"answer":"200","events":[]}');
		await send(inbox);
		await until('event: event\ndata: {"key":"verified:evt_1","verified":true,"count":1');
		inbox.answerWith("hang");
		await until('event: answer\ndata: "hang"');
		inbox.clear();
		await until("event: cleared");
		leave.abort();
	});
});
