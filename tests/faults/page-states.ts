import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "@playwright/test";
import fc from "fast-check";
import { cast } from "../../demo/cast";
import { type Fault, holdsWithin } from "./fault";
import { keepNames } from "./keep-names";
import { changePage, pageChanges, restorePage } from "./page-changes";
import { createProfile, type Profile } from "./profile";

const seed = 20_261_129;
const statesInARow = 40;
const languages = ["en", "es", "pt"] as const;
const chats = ["lucia", "marco", "sofia", "emma", "beatriz", "ana", "ortega", "otherAna"] as const;
type Key = (typeof chats)[number];

const titleOf = (key: keyof typeof cast): string => {
	const member: { name: string; chatTitle?: string } = cast[key];
	return member.chatTitle ?? member.name;
};
const titles = (Object.keys(cast) as (keyof typeof cast)[]).map(titleOf);

/** What the extension said of a tab, once. */
type Told = { kind: string; phones: string[]; works: boolean; title: string };

/** The page is changed at random in three tabs at once: nothing fails, no other's number is told, and it is read again. */
export const pageStates: Fault = {
	name: "the chat page turns into anything",
	async run({ short }) {
		const rows = short ? 3 : 51;
		const row = fc.array(pageChanges(titles), { minLength: statesInARow, maxLength: statesInARow });
		const plans = fc.sample(row, { seed, numRuns: rows });
		const profile = await createProfile();
		const broken: string[] = [];
		let [told, contacts, recovered] = [0, 0, 0];
		try {
			await profile.start();
			const tabs = await openTabs(profile, broken);
			await profile.evaluate(collectStates, undefined);
			const lane = async ({ page, tabId }: Tab, first: number) => {
				for (let index = first; index < rows; index += tabs.length) {
					const plan = plans[index] ?? [];
					const key = chats[index % chats.length] as Key;
					const which = `Row ${index} (${key}, ${languages[first]})`;
					await page.evaluate((chat) => window.demo.open(chat), key);
					if (!(await isRead(profile, tabId, key))) broken.push(`${which}: the whole page is not read.`);
					await takeStates(profile, tabId);
					await page.evaluate(changePage, plan);
					// Long enough for everything that is waited for after a switch.
					await delay(1_500);
					const reading = await profile.ask<object | null>("inspectPage", { tabId }).catch(String);
					if (reading === null || typeof reading === "string")
						broken.push(`${which}: the page is not answered for: ${reading}.`);
					const seen = await takeStates(profile, tabId);
					await page.evaluate(restorePage);
					if (await isRead(profile, tabId, key)) recovered++;
					else broken.push(`${which}: it is not read again once it is whole.`);
					const allowed = allowedPhones(key, plan.flat());
					for (const { kind, phones, title } of seen) {
						told++;
						if (kind === "contact") contacts++;
						const others = phones.filter((phone) => !allowed.has(phone));
						if (others.length > 0)
							broken.push(`${which}: ${others} is told, below the title "${title.slice(0, 40)}".`);
					}
				}
			};
			await Promise.all(tabs.map(lane));
			return {
				done: [
					`${rows * statesInARow} states of the page in ${rows} rows (seed ${seed}), in three tabs and languages: ${told} reports, ${contacts} with a number, ${recovered} of ${rows} times read again once it was whole`,
				],
				broken,
			};
		} finally {
			await profile.close();
		}
	},
};

type Tab = { page: Page; tabId: number };

async function openTabs(profile: Profile, broken: string[]): Promise<Tab[]> {
	const tabs: Tab[] = [];
	for (const language of languages) {
		const page = language === "en" ? profile.chat() : await profile.browser().context.newPage();
		page.on("pageerror", (error) =>
			broken.push(`The page or the content script failed: ${error.stack ?? error.message}`),
		);
		page.on("console", (message) => {
			if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
				broken.push(`The page's console: ${message.text()}`);
		});
		const mark = `#${language}`;
		await page.goto(`https://web.whatsapp.com/?now=real&lang=${language}${mark}`);
		await page.reload();
		await keepNames(page);
		const tabId = await profile.evaluate(
			async (end) => (await chrome.tabs.query({})).find(({ url }) => url?.endsWith(end))?.id ?? -1,
			mark,
		);
		tabs.push({ page, tabId });
	}
	return tabs;
}

/** The chat's own number, and those of whomever the header was made to name. */
function allowedPhones(key: Key, changes: readonly { kind: string; text: string }[]): Set<string> {
	const named = new Set(changes.filter(({ kind }) => kind === "title").map(({ text }) => text));
	const members = Object.keys(cast) as (keyof typeof cast)[];
	return new Set(
		members.filter((one) => one === key || named.has(titleOf(one))).map((one) => cast[one].phone),
	);
}

/** Whether the tab's state comes to be that of the whole page with that chat. */
const isRead = (profile: Profile, tabId: number, key: Key): Promise<boolean> =>
	holdsWithin(15_000, async () => {
		const { identity, health } = await profile.ask<{
			identity: { kind: string; phone?: string };
			health: { state: string } | null;
		}>("getConversation", { tabId });
		return identity.phone === cast[key].phone && health?.state === "works";
	});

/** Collects every state of every tab from now on. Runs in a page of the extension. */
function collectStates(): void {
	const states: Record<string, Told[]> = {};
	Object.assign(globalThis, { states });
	chrome.storage.session.onChanged.addListener((changes) => {
		for (const [key, { newValue }] of Object.entries(changes)) {
			const state = newValue as
				| {
						identity: { kind: string; name?: string; phone?: string; relatedPhones?: string[] };
						health?: { state: string };
				  }
				| undefined;
			if (!key.startsWith("conversation:") || !state) continue;
			const { kind, name = "", phone, relatedPhones = [] } = state.identity;
			const list = states[key] ?? [];
			states[key] = list;
			list.push({
				kind,
				phones: phone ? [phone, ...relatedPhones] : [],
				works: state.health?.state === "works",
				title: name,
			});
		}
	});
}

/** The states of a tab since they were last taken. */
const takeStates = (profile: Profile, tabId: number): Promise<Told[]> =>
	profile.evaluate((id) => {
		const states = Reflect.get(globalThis, "states") as Record<string, Told[]>;
		return states[`conversation:${id}`]?.splice(0) ?? [];
	}, tabId);
