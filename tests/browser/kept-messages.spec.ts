import type { Page } from "@playwright/test";
import { cast } from "../../demo/cast";
import { conversationHash } from "../../lib/contacts/conversation-hash";
import { defaultFollowUp } from "../../lib/followup/settings";
import { card } from "./support/customer-card";
import { send, withSettings } from "./support/options-page";
import { found } from "./support/replies";
import { customerPath, expect, type Stage, test } from "./support/stage";

type Kept = {
	of: { conversation: string; name: string; phone?: string; count: number; lastDirection: string };
	messages: { id: string; direction: string; text: string | null; time: number | null }[];
};

/** What an export of everything holds of the messages. */
async function kept(page: Page): Promise<Kept[]> {
	const exported = (await send(page, "exportStoredData")) as { data: Record<string, unknown> };
	return exported.data["kept-messages"] as Kept[];
}

const tabOf = ({ panel }: Stage): Promise<number> =>
	panel.evaluate(async () => {
		const [tab] = await chrome.tabs.query({ url: "https://web.whatsapp.com/*" });
		return tab?.id ?? -1;
	});

async function openLucia(stage: Stage): Promise<void> {
	const { crm, connect, open, panel } = stage;
	crm.answer(customerPath, found({ name: "Lucía" }));
	await connect();
	await open("lucia");
	await expect(card(panel)).toBeVisible();
	await expect.poll(async () => (await kept(panel)).length).toBe(1);
}

test("messages of an opened chat are kept, in order, with their times; those of a group are not", async ({
	stage,
}) => {
	const { open, panel } = stage;
	const before = Date.now();
	await openLucia(stage);
	const [first] = await kept(panel);
	expect(first?.of).toMatchObject({
		conversation: await conversationHash({ phone: cast.lucia.phone }),
		name: cast.lucia.name,
		phone: cast.lucia.phone,
		count: first?.messages.length,
		lastDirection: "incoming",
	});
	const { messages = [] } = first ?? {};
	expect(messages.at(-1)?.text).toContain("tenéis el mantel también en Añil?");
	expect(new Set(messages.map(({ direction }) => direction))).toEqual(new Set(["incoming", "outgoing"]));
	const times = messages.map(({ time }) => time ?? Number.NaN);
	expect(times).toEqual(times.toSorted((one, other) => one - other));
	expect(times.at(-1)).toBeLessThan(before + 24 * 3_600_000);

	await open("team");
	await stage.chat.evaluate(() => window.demo.receive("team", "+34 677 88 99 11"));
	// Messages of the group were reported by then.
	await expect.poll(() => numbersSeen(panel)).toContain("+34677889911");
	await open("lucia");
	await open("marco");
	await expect
		.poll(async () => (await kept(panel)).map(({ of }) => of.name).toSorted())
		.toEqual([cast.lucia.name, cast.marco.name]);
	const again = (await kept(panel)).find(({ of }) => of.name === cast.lucia.name);
	expect(again?.messages.map(({ id }) => id)).toEqual(messages.map(({ id }) => id));
});

test("a chat that is not to be analysed is forgotten at once, and kept again when it may be", async ({
	stage,
}) => {
	const { open, panel } = stage;
	const tabId = await tabOf(stage);
	expect(await send(panel, "getAnalysisConsent", { tabId })).toBeNull();
	await openLucia(stage);
	expect(await send(panel, "getAnalysisConsent", { tabId })).toBe(true);
	await send(panel, "setAnalysisConsent", { tabId, analyse: false });
	expect(await send(panel, "getAnalysisConsent", { tabId })).toBe(false);
	expect(await kept(panel)).toEqual([]);

	await open("marco");
	await expect.poll(async () => (await kept(panel)).map(({ of }) => of.name)).toEqual([cast.marco.name]);
	await open("lucia");
	await expect.poll(() => send(panel, "getAnalysisConsent", { tabId })).toBe(false);
	await send(panel, "setAnalysisConsent", { tabId, analyse: true });
	expect((await kept(panel)).map(({ of }) => of.name).toSorted()).toEqual([cast.lucia.name, cast.marco.name]);
});

test("with 0 days what was kept goes at once, and nothing is kept any more", async ({ stage }) => {
	const { open, panel } = stage;
	await openLucia(stage);
	await withSettings(stage, "#/privacy", async (page) => {
		await expect(page.locator("[data-kind=kept-messages]")).toContainText(
			/\d+ messages · \d+ (bytes|kB)\s*since/,
		);
		await send(page, "setPreferences", { followup: { ...defaultFollowUp, keep_messages_days: 0 } });
		await expect.poll(() => kept(page)).toEqual([]);
		await open("marco");
		await stage.chat.evaluate(() => window.demo.receive("marco", "+34 677 88 99 00"));
		// Messages of the chat were reported by then.
		await expect.poll(() => numbersSeen(page)).toContain("+34677889900");
		expect(await kept(page)).toEqual([]);
		await page.reload();
		await expect(page.locator("[data-kind=kept-messages]")).toContainText("nothing");
	});
	await expect(panel.getByRole("main")).toBeVisible();
});

async function numbersSeen(page: Page): Promise<unknown[]> {
	const exported = (await send(page, "exportStoredData")) as { data: Record<string, { phone: string }[]> };
	return (exported.data["seen-phones"] ?? []).map(({ phone }) => phone);
}
