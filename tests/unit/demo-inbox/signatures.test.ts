import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { secretFrom } from "@/lib/webhooks/sign";
import { type RunningInbox, startInbox } from "../../../demo/inbox/start";
import { phone, type Sent, secret, send } from "./sender";

const anotherBody = "X-WAzion-Signature is of another secret or another body";
const noMatch = "webhook-signature is of another secret or another body";

describe("the demo's inbox verifies", () => {
	let inbox: RunningInbox;
	beforeAll(async () => {
		inbox = await startInbox({ port: 0, secret });
	});
	beforeEach(() => inbox.clear());
	afterAll(() => inbox.close());

	async function received(sent: Sent) {
		expect((await send(inbox, sent)).status).toBe(200);
		const [event] = inbox.received();
		return { verified: event?.verified, ...event?.requests[0].signatures };
	}

	it("a genuine event by both signatures, and reads what is in it", async () => {
		expect(await received({})).toEqual({
			verified: true,
			wazion: { ok: true },
			standard: { ok: true },
		});
		const [event] = inbox.received();
		expect(event).toMatchObject({ count: 1, accepted: true });
		expect(event?.requests[0]).toMatchObject({
			id: "evt_1",
			event: "phone.detected",
			phone,
			source: "message",
			attempt: 1,
			timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
		});
	});

	it("not what another secret has signed", async () => {
		expect(await received({ secrets: ["another secret"] })).toEqual({
			verified: false,
			wazion: { ok: false, why: anotherBody },
			standard: { ok: false, why: noMatch },
		});
	});

	it("not a body altered on the way", async () => {
		const altered = (body: string) => body.replace(phone, "+34600111223");
		expect(await received({ altered })).toEqual({
			verified: false,
			wazion: { ok: false, why: anotherBody },
			standard: { ok: false, why: noMatch },
		});
	});

	it("not a genuine event sent again after more than five minutes, or from the future", async () => {
		const old = await received({ now: Date.now() - 6 * 60_000 });
		expect(old).toEqual({
			verified: false,
			wazion: { ok: true },
			standard: { ok: false, why: "webhook-timestamp is more than 5 minutes old" },
		});
		const early = await received({ id: "evt_2", now: Date.now() + 6 * 60_000 });
		expect(early.standard).toEqual({ ok: false, why: "webhook-timestamp is more than 5 minutes ahead" });
	});

	it("not an event without signatures", async () => {
		expect(await received({ secrets: [] })).toEqual({
			verified: false,
			wazion: { ok: false, why: "There is no X-WAzion-Signature" },
			standard: {
				ok: false,
				why: "A header of webhook-id, webhook-timestamp, webhook-signature is missing",
			},
		});
	});

	it("not with one signature of the two", async () => {
		const one = await received({ headers: { "X-WAzion-Signature": null } });
		expect([one.verified, one.standard?.ok]).toEqual([false, true]);
		const other = await received({ id: "evt_2", headers: { "webhook-signature": "v1,AAAA v2,BBBB" } });
		expect([other.verified, other.wazion?.ok]).toEqual([false, true]);
	});

	it("shows what is no JSON, no UTF-8 and no event, and goes on", async () => {
		await received({ altered: () => "{ broken" });
		await fetch(inbox.webhookUrl, { method: "POST", body: new Uint8Array([0xff, 0xfe, 0]) });
		await fetch(inbox.webhookUrl, { method: "POST", body: '{"event":7,"data":[1]}' });
		expect(inbox.received().map(({ verified }) => verified)).toEqual([false, false, false]);
		expect((await received({})).verified).toBe(true);
	});

	it("with a whsec_ secret, and with the older of two while both sign", async () => {
		const standard = secretFrom(new Uint8Array(32).fill(7));
		const other = await startInbox({ port: 0, secret: standard });
		try {
			await send(other, { secrets: [standard, secret] });
			expect(other.received()[0]?.verified).toBe(true);
			expect((await received({ secrets: [standard, secret] })).standard).toEqual({ ok: true });
		} finally {
			await other.close();
		}
	});
});
