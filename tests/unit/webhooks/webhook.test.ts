import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventBody, eventTimestamp, testEvent } from "@/lib/webhooks/event";
import { eventId } from "@/lib/webhooks/event-id";
import { secretFrom, secretProblem, webhookHeaders } from "@/lib/webhooks/sign";
import { webhookSchema } from "@/lib/webhooks/webhook";

const happenedAt = Date.parse("2026-03-04T12:00:00.987Z");

describe("an event", () => {
	it("is the contract's JSON, with the moment in whole seconds of UTC", () => {
		const body = eventBody({ event: "phone.detected", happenedAt, data: { phone: "+34612345678" } });
		expect(body).toBe(
			'{"event":"phone.detected","timestamp":"2026-03-04T12:00:00Z","data":{"phone":"+34612345678"}}',
		);
	});

	it("says of a test that it is one", () => {
		expect(JSON.parse(eventBody(testEvent(happenedAt)))).toMatchObject({
			event: "test",
			data: { test: true, message: expect.any(String) },
		});
	});

	it("has a timestamp without a fraction, whatever the moment", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4e12 }), (ms) => {
				expect(eventTimestamp(ms)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
				expect(Date.parse(eventTimestamp(ms))).toBe(Math.floor(ms / 1000) * 1000);
			}),
		);
	});
});

describe("an event's id", () => {
	const seen = { event: "phone.detected", phone: "+34612345678", conversationHash: "c1" } as const;

	it("is the same for the same occurrence, wherever it is seen", async () => {
		expect(await eventId(seen)).toBe(await eventId({ ...seen }));
		expect(await eventId(seen)).toMatch(/^evt_[0-9a-f]{32}$/);
	});

	it.each([
		{ phone: "+34612345679" },
		{ conversationHash: "c2" },
		{ event: "followup.detected" },
		{ attemptNumber: 1 },
		{ unique: "x" },
	] as const)("is another for another occurrence (%o)", async (other) => {
		expect(await eventId({ ...seen, ...other })).not.toBe(await eventId(seen));
	});
});

describe("the headers", () => {
	const attempt = { id: "evt_1", event: "test", body: "{}", attempt: 3, now: happenedAt } as const;

	it("name the event, the attempt, the id and the attempt's time", async () => {
		expect(await webhookHeaders(attempt, [])).toEqual({
			"Content-Type": "application/json",
			"X-Webhook-Event": "test",
			"X-Webhook-Attempt": "3",
			"webhook-id": "evt_1",
			"webhook-timestamp": String(Math.floor(happenedAt / 1000)),
		});
	});

	it("hold the signature of RFC 4231's second test case for its key and text", async () => {
		const body = "what do ya want for nothing?";
		const headers = await webhookHeaders({ ...attempt, body }, ["Jefe"]);
		expect(headers["X-WAzion-Signature"]).toBe(
			"5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
		);
	});

	it("hold a signature of each secret, newest first, and of the newest alone in the older scheme", async () => {
		const [both, newest, older] = await Promise.all(
			[["secret-b", "secret-a"], ["secret-b"], ["secret-a"]].map((secrets) =>
				webhookHeaders(attempt, secrets),
			),
		);
		expect(both?.["webhook-signature"]).toBe(
			`${newest?.["webhook-signature"]} ${older?.["webhook-signature"]}`,
		);
		expect(both?.["X-WAzion-Signature"]).toBe(newest?.["X-WAzion-Signature"]);
	});
});

describe("a secret", () => {
	it("is made of random bytes in a form that is accepted", () => {
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
				expect(secretProblem(secretFrom(bytes))).toBeNull();
			}),
		);
	});

	it.each([
		["short", "too-short"],
		["a".repeat(257), "too-long"],
		[" a secret with space", "spaces"],
		["tab\tinside it", "control-characters"],
		["whsec_not base64!", "not-base64"],
		["whsec_", "too-short"],
		["whsec_====", "not-base64"],
	] as const)("that is %j is refused as %s", (secret, problem) => {
		expect(secretProblem(secret)).toBe(problem);
	});

	it.each(["12345678", "ñ and 🔑 and spaces inside", "WHSEC_not the prefix"])("may be %j", (secret) => {
		expect(secretProblem(secret)).toBeNull();
	});
});

describe("a stored webhook", () => {
	const webhook = { enabled: true, url: "https://hooks.example/in", secret: "12345678", events: [] };

	it.each([
		["no URL yet", { url: "", secret: "" }],
		["a local URL", { url: "http://localhost:9000/hook" }],
		["every event", { events: ["phone.detected", "followup.detected"] }],
	])("may have %s", (_case, other) => {
		expect(webhookSchema.safeParse({ ...webhook, ...other }).success).toBe(true);
	});

	it.each([
		["a URL without scheme", { url: "hooks.example/in" }, "url"],
		["a URL with credentials", { url: "https://u:p@hooks.example/in" }, "url"],
		["plain http to a public host", { url: "http://hooks.example/in" }, "url"],
		["a file URL", { url: "file:///etc/passwd" }, "url"],
		["a script URL", { url: "javascript:alert(1)" }, "url"],
		["an unknown event", { events: ["phone.lost"] }, "events.0"],
		["the test event", { events: ["test"] }, "events.0"],
		["an event twice", { events: ["phone.detected", "phone.detected"] }, "events"],
		["a short secret", { secret: "abc" }, "secret"],
		["an unknown field", { retries: 3 }, ""],
	])("may not have %s", (_case, other, path) => {
		const parsed = webhookSchema.safeParse({ ...webhook, ...other });
		expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
	});
});
