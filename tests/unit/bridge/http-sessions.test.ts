import { Server } from "@modelcontextprotocol/server";
import { describe, expect, it } from "vitest";
import { createHttpSessions } from "../../../bridge/src/server/http-sessions";

const hour = 60 * 60_000;

function sessionsAt() {
	const clock = { now: 0 };
	const ended: string[] = [];
	const begun: string[] = [];
	const sessions = createHttpSessions({
		newServer(session) {
			begun.push(session);
			return new Server({ name: "test", version: "1" }, { capabilities: { tools: {} } });
		},
		ended: (session) => ended.push(session),
		longestBody: 10_000,
		now: () => clock.now,
	});
	return { clock, sessions, begun, ended };
}

type Sessions = ReturnType<typeof sessionsAt>["sessions"];

function request(id: string | undefined, message: object): Request {
	return new Request("http://127.0.0.1/mcp", {
		method: "POST",
		headers: {
			"Content-Type": "application/json",
			Accept: "application/json, text/event-stream",
			...(id ? { "Mcp-Session-Id": id } : {}),
		},
		body: JSON.stringify({ jsonrpc: "2.0", ...message }),
	});
}

/** @returns the session's id */
async function begin(sessions: Sessions): Promise<string> {
	const params = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "c", version: "1" } };
	const response = await sessions.handle(request(undefined, { id: 1, method: "initialize", params }));
	await response.text();
	return response.headers.get("mcp-session-id") ?? "";
}

async function statusOf(sessions: Sessions, id: string): Promise<number> {
	const response = await sessions.handle(request(id, { id: 2, method: "ping" }));
	await response.text();
	return response.status;
}

describe("createHttpSessions", () => {
	it("ends a session that was idle for more than an hour, and no other", async () => {
		const { clock, sessions, begun, ended } = sessionsAt();
		const [idle, used] = [await begin(sessions), await begin(sessions)];
		clock.now = hour;
		expect(await statusOf(sessions, used)).toBe(200);
		clock.now = hour + 1;
		sessions.tidy();
		expect(await statusOf(sessions, idle)).toBe(404);
		expect(await statusOf(sessions, used)).toBe(200);
		expect(ended).toEqual(begun.slice(0, 1));
	});

	it("keeps one that listens for notifications, however long it asks nothing, and not long after it does no more", async () => {
		const { clock, sessions, begun, ended } = sessionsAt();
		const id = await begin(sessions);
		const listening = await sessions.handle(
			new Request("http://127.0.0.1/mcp", {
				headers: { Accept: "text/event-stream", "Mcp-Session-Id": id },
			}),
		);
		expect(listening.status).toBe(200);
		clock.now = 3 * hour;
		sessions.tidy();
		expect(await statusOf(sessions, id)).toBe(200);
		await listening.body?.cancel();
		clock.now = 3 * hour + 5 * 60_000;
		sessions.tidy();
		expect(ended).toEqual([]);
		clock.now += 1;
		sessions.tidy();
		expect(await statusOf(sessions, id)).toBe(404);
		expect(ended).toEqual(begun);
	});

	it("makes room for a new one by ending the one that was idle longest", async () => {
		const { clock, sessions } = sessionsAt();
		const ids: string[] = [];
		for (clock.now = 1; clock.now <= 64; clock.now += 1) ids.push(await begin(sessions));
		expect(await statusOf(sessions, ids[0] ?? "")).toBe(200);
		ids.push(await begin(sessions));
		expect(await statusOf(sessions, ids[1] ?? "")).toBe(404);
		expect(await statusOf(sessions, ids[0] ?? "")).toBe(200);
		expect(sessions.servers()).toHaveLength(64);
	});

	it("forgets a session that its client ends", async () => {
		const { sessions, begun, ended } = sessionsAt();
		const id = await begin(sessions);
		await sessions.handle(
			new Request("http://127.0.0.1/mcp", { method: "DELETE", headers: { "Mcp-Session-Id": id } }),
		);
		expect(await statusOf(sessions, id)).toBe(404);
		expect(sessions.servers()).toEqual([]);
		expect(ended).toEqual(begun);
	});
});
