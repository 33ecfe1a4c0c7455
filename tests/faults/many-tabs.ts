import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { awaitPage } from "../../demo/browser/await-page";
import { grantHost } from "../../demo/browser/host-permission";
import { cast } from "../../demo/cast";
import { callTool } from "../../demo/connect";
import { found } from "../browser/support/replies";
import { startScriptedCrm } from "../browser/support/scripted-crm";
import { type Fault, holdsWithin } from "./fault";
import { messageWith, phoneAt } from "./phones";
import { createProfile, type Profile } from "./profile";
import { judge } from "./promises";
import { lookAtQueue } from "./queue";
import { startReceiver } from "./receiver";

const secret = "a secret for faults";
const chats = ["lucia", "marco", "emma"] as const;
type Key = (typeof chats)[number];

/** Two windows, one with two tabs of WhatsApp, and messages that come in all three, some of them with the same number. */
export const manyTabs: Fault = {
	name: "two windows and three tabs at once",
	async run({ short }) {
		const each = short ? 12 : 60;
		const switches = short ? 3 : 12;
		const [receiver, crm] = await Promise.all([startReceiver(secret), startScriptedCrm()]);
		const profile = await createProfile();
		const broken: string[] = [];
		try {
			const byPhone = new Map(Object.values(cast).map(({ phone, name }) => [phone as string, name]));
			crm.answer("/customer", ({ phone }) => found({ name: byPhone.get(phone) ?? `Nobody with ${phone}` }));
			await profile.start();
			await profile.connect(receiver.url, secret);
			const browser = profile.browser();
			await grantHost(browser.context, browser.extensionId, `${crm.url}/*`);
			await callTool(browser, "update_crm_endpoints", {
				add_crm_endpoint: { type: "sidePanel_CustomerInfo", url: `${crm.url}/customer`, method: "POST" },
			});
			const tabs = await openTabs(profile);
			const panels: Page[] = [];
			for (const { tabId } of tabs) panels.push(await openPanelOf(profile, tabId));
			await Promise.all(tabs.map(({ page }, index) => open(page, chats[index] as Key)));
			await delay(1_500);

			// Every third number is written in all of the tabs, in the same moment.
			const shared = Array.from({ length: Math.floor(each / 3) }, (_, index) => phoneAt(50_000 + index));
			const written = await Promise.all(
				tabs.map(async ({ page }, tab) => {
					const phones = Array.from({ length: each }, (_, index) => phoneAt(60_000 + tab * 1_000 + index));
					const key = chats[tab] as Key;
					for (const [index, phone] of phones.entries()) {
						const also = index % 3 === 2 ? shared[(index - 2) / 3] : undefined;
						for (const one of also ? [phone, also] : [phone])
							await receive(page, key, messageWith(one, index));
					}
					return phones;
				}),
			);
			const everything = [...written, ...shared.map((phone) => [phone])];
			await holdsWithin(60_000, async () => {
				await lookAtQueue(profile);
				return judge(receiver.arrivals, everything).lost.length === 0;
			});
			const verdict = judge(receiver.arrivals, everything);
			broken.push(...verdict.broken, ...verdict.lost.map((phone) => `${phone} was lost.`));
			if (verdict.repeated > 0) broken.push(`${verdict.repeated} events came again.`);

			let looked = 0;
			for (let round = 0; round < switches; round++) {
				const keys = tabs.map((_, tab) => chats[(tab + round) % chats.length] as Key);
				// All at once: no tab may be given what another asked for.
				await Promise.all(tabs.map(({ page }, tab) => open(page, keys[tab] as Key)));
				for (const [tab, panel] of panels.entries()) {
					const name = cast[keys[tab] as Key].name;
					looked++;
					if (!(await holdsWithin(15_000, async () => (await shownIn(panel)) === name)))
						broken.push(
							`Round ${round}: the panel of tab ${tab} shows "${await shownIn(panel)}" instead of "${name}".`,
						);
				}
			}
			return {
				done: [
					`${each} messages in each of 3 tabs at once, and ${shared.length} numbers in all of them: ${verdict.arrived} of ${verdict.expected} events arrived, ${verdict.repeated} again, ${verdict.lost.length} lost`,
					`${switches} times all three tabs changed their chat at once: ${looked} looks at panels, each with its own chat's customer but for ${broken.filter((line) => line.startsWith("Round")).length}`,
				],
				broken,
			};
		} finally {
			await profile.close();
			await Promise.all([receiver.close(), crm.close()]);
		}
	},
};

type Tab = { page: Page; tabId: number };

/** The tab there is, another beside it, and one in a second window. */
async function openTabs(profile: Profile): Promise<Tab[]> {
	const { context } = profile.browser();
	const url = "https://web.whatsapp.com/?now=real";
	const made: Page[] = [profile.chat()];
	for (const how of ["tab", "window"] as const) {
		const before = new Set(context.pages());
		const appeared = awaitPage(context, (page) => !before.has(page) && page.url() === url);
		await profile.evaluate(
			async ([place, address]) => {
				if (place === "tab") await chrome.tabs.create({ url: address, active: true });
				else await chrome.windows.create({ url: address, width: 1_000, height: 800 });
			},
			[how, url] as const,
		);
		made.push(await appeared);
	}
	const tabs: Tab[] = [];
	for (const [index, page] of made.entries()) {
		await page.evaluate((name) => {
			document.title = name;
		}, `tab ${index}`);
		const tabId = await profile.evaluate(
			async (title) => (await chrome.tabs.query({ title }))[0]?.id ?? -1,
			`tab ${index}`,
		);
		tabs.push({ page, tabId });
	}
	return tabs;
}

/** Brings a tab to the front of its window and opens its panel. */
async function openPanelOf(profile: Profile, tabId: number): Promise<Page> {
	const { context, extensionId } = profile.browser();
	const url = `chrome-extension://${extensionId}/sidepanel.html?tab=${tabId}`;
	const appeared = awaitPage(context, (page) => page.url() === url);
	appeared.catch(() => undefined);
	await profile.evaluate(async (id) => {
		await chrome.tabs.update(id, { active: true });
		await chrome.sidePanel.open({ tabId: id });
	}, tabId);
	return appeared;
}

const open = (page: Page, key: Key) => page.evaluate((chat) => window.demo.open(chat), key);
const receive = (page: Page, key: Key, text: string) =>
	page.evaluate(([chat, said]) => window.demo.receive(chat, said), [key, text] as const);

const shownIn = async (panel: Page): Promise<string> =>
	(await panel.getByTestId("customer-card").getByRole("heading", { level: 1 }).allTextContents()).join();
