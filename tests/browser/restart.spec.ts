import { expect, test } from "@playwright/test";
import { cast } from "../../demo/cast";
import type { OutboxStatus } from "../../lib/webhooks/outbox-status";
import { createProfile } from "../faults/profile";
import { html, json } from "./support/replies";
import { startScriptedCrm } from "./support/scripted-crm";

const hook = "/hook";

test("a browser closed in the middle of an outage delivers everything when it is started again", async () => {
	const receiver = await startScriptedCrm();
	const profile = await createProfile();
	try {
		await profile.start();
		await profile.connect(receiver.url, "a secret of the tests");
		receiver.answer(hook, html(500));
		const open = (key: string) => profile.chat().evaluate((chat) => window.demo.open(chat), key);
		await open("lucia");
		await expect.poll(() => receiver.received(hook).length).toBeGreaterThan(0);
		await receiver.stop();
		await open("beatriz");
		await open("marco");
		const status = () => profile.ask<OutboxStatus>("getOutboxStatus");
		await expect.poll(async () => (await status()).counts.pending).toBe(3);
		const refused = receiver.received(hook);
		await profile.stop();

		receiver.answer(hook, json({}));
		await receiver.start();
		await profile.start();
		await expect
			.poll(async () => (await status()).counts, { timeout: 60_000 })
			.toMatchObject({ pending: 0, failed: 0, delivered: 3 });
		const accepted = receiver.received(hook).slice(refused.length);
		const phoneOf = ({ body }: { body: string }) => JSON.parse(body).data.phone;
		expect(accepted.map(phoneOf).sort()).toEqual(
			[cast.lucia.phone, cast.beatriz.phone, cast.marco.phone].sort(),
		);
		// What was tried before the browser was closed came again as the same event.
		const again = accepted.find((request) => phoneOf(request) === cast.lucia.phone);
		expect(again?.body).toBe(refused[0]?.body);
		expect(again?.headers["webhook-id"]).toBe(refused[0]?.headers["webhook-id"]);

		// What was seen is remembered for good: the same contacts are told no more, others are.
		const before = receiver.received(hook).length;
		for (const key of ["lucia", "marco", "beatriz", "sofia"]) await open(key);
		await expect.poll(() => receiver.received(hook).length).toBe(before + 1);
		const last = receiver.received(hook).at(-1);
		expect(last && phoneOf(last)).toBe(cast.sofia.phone);
	} finally {
		await profile.close();
		await receiver.close();
	}
});
