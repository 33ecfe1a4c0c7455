import type { Page } from "@playwright/test";
import type { FollowUp } from "../../lib/followup/follow-up";
import { defaultFollowUp } from "../../lib/followup/settings";
import { aRun, followUps, storeFollowUps } from "./support/follow-ups";
import { send } from "./support/options-page";
import { json } from "./support/replies";
import { customerPath, expect, type Stage, test } from "./support/stage";

const tab = (panel: Page) => panel.getByRole("tab", { name: /^Follow-ups/ });
const view = (panel: Page) => panel.getByTestId("follow-ups");
const button = (panel: Page, name: string | RegExp) => view(panel).getByRole("button", { name });
const item = (panel: Page, name: string) => view(panel).getByRole("button", { name: new RegExp(`^${name}`) });
const composer = (chat: Page) => chat.locator('footer [contenteditable="true"]');
const chatTitle = (chat: Page) => chat.locator('[data-testid="conversation-info-header-chat-title"]');

/** One for a chat of the demo, and one whose chat nobody has. */
function two(now: number): FollowUp[] {
	const [first, second] = followUps(now);
	if (!first || !second) throw new Error("There are no follow-ups to copy.");
	const marco = { title: "Marco Bianchi", chatId: "393331234567@c.us" };
	return [{ ...first, chat: marco, name: "Marco Bianchi", suggestedMessage: "Ciao Marco" }, second];
}

async function showDue({ panel, connect, open }: Stage): Promise<void> {
	await storeFollowUps(panel, two(Date.now()));
	await connect();
	await open("lucia");
	await expect(tab(panel)).toHaveAccessibleName("Follow-ups , 2 due");
	await tab(panel).click();
	await expect(item(panel, "Marco Bianchi")).toHaveAttribute("aria-expanded", "true");
}

const stateOf = async (panel: Page, id: string) =>
	((await send(panel, "listFollowUps", { limit: 10 })) as FollowUp[]).find((one) => one.id === id)?.state;

test("lists the most urgent first, with why, and what that is based on", async ({ stage }) => {
	const { panel } = stage;
	await showDue(stage);
	await expect(view(panel).getByRole("heading", { level: 2 })).toHaveText([/^Marco Bianchi/, /^John Carter/]);
	await expect(item(panel, "John Carter")).toContainText("Asked something and was never answered.");
	await view(panel).getByText("4 signs it is based on").click();
	await expect(view(panel).getByText("Together+0.9")).toBeVisible();
	await expect(view(panel).getByText("Low from 0.2, medium from 0.45, high from 0.85.")).toBeVisible();
	await expect(view(panel).getByText("“Uf, el envío me sale caro”")).toBeVisible();
	await expect(view(panel).getByText("From your CRM: Mantel de lino × 1")).toBeVisible();
	await expect(view(panel).getByText(/Written by the model/)).toBeVisible();
	// One is open at a time.
	await item(panel, "John Carter").click();
	await expect(item(panel, "Marco Bianchi")).toHaveAttribute("aria-expanded", "false");
	await expect(view(panel).getByRole("textbox")).toHaveCount(1);
});

test("writes the message, as the agent changed it, into its own chat, and sends nothing", async ({
	stage,
}) => {
	const { panel, chat } = stage;
	await showDue(stage);
	await view(panel).getByLabel("Suggested message").fill("Ciao Marco, ti interessa ancora?");
	// Another one is looked at in between; what was written stays.
	await item(panel, "John Carter").click();
	await item(panel, "Marco Bianchi").click();
	await button(panel, /^Insert$/).click();
	await expect(view(panel).getByText("In the message box of Marco Bianchi. It is not sent.")).toBeVisible();
	await expect(chatTitle(chat)).toHaveText("Marco Bianchi");
	await expect(composer(chat)).toHaveText("Ciao Marco, ti interessa ancora?");
	expect(await stateOf(panel, "a1 1")).toBe("due");
	// Asked for again, it is not written a second time.
	await button(panel, /^Insert$/).click();
	await expect(button(panel, /^Insert$/)).toBeEnabled();
	await expect(composer(chat)).toHaveText("Ciao Marco, ti interessa ancora?");
	await view(panel).getByLabel("Suggested message").fill("  \n ");
	await expect(button(panel, /^Insert$/)).toBeDisabled();
	// Once it was sent, it does not wait in the message box any more.
	await chat.bringToFront();
	await composer(chat).click();
	await chat.keyboard.press("Enter");
	await send(panel, "actOnFollowUp", { id: "a1 1", action: { do: "contacted" } });
	await expect(item(panel, "Marco Bianchi")).toHaveCount(0);
	await expect(view(panel).getByText(/It is not sent/)).toHaveCount(0);
});

test("writes nothing where the chat is not found, and offers the text", async ({ stage }) => {
	const { panel, chat } = stage;
	await showDue(stage);
	await item(panel, "John Carter").click();
	await button(panel, /^Insert$/).click();
	await expect(view(panel).getByText("The chat of John Carter was not opened")).toBeVisible();
	await expect(view(panel).getByText(/went through WhatsApp's list and did not find it/)).toBeVisible();
	await expect(button(panel, "Copy instead")).toBeVisible();
	await expect(chatTitle(chat)).toHaveText("Lucía Fernández");
	await expect(composer(chat)).toHaveText("");
	await button(panel, /^Open chat$/).click();
	await expect(view(panel).getByText("The chat of John Carter was not opened")).toBeVisible();
	// Once another chat was opened, it is no news any more.
	await stage.open("carla");
	await expect(view(panel).getByText("The chat of John Carter was not opened")).toHaveCount(0);
});

test("opens the chat", async ({ stage }) => {
	const { panel, chat } = stage;
	await showDue(stage);
	await button(panel, /^Open chat$/).click();
	await expect(chatTitle(chat)).toHaveText("Marco Bianchi");
	await expect(composer(chat)).toHaveText("");
});

test("what is done, snoozed or dismissed leaves the list, and can be taken back", async ({ stage }) => {
	const { panel } = stage;
	await showDue(stage);
	const steps = [
		{ act: () => button(panel, /^Done$/).click(), told: "Done: Marco Bianchi", state: "contacted" },
		{
			act: async () => {
				await button(panel, "Snooze").click();
				await panel.getByRole("menuitem", { name: "Until tomorrow" }).click();
			},
			told: "Snoozed: Marco Bianchi",
			state: "snoozed",
		},
		{
			act: async () => {
				await button(panel, "Dismiss").click();
				await panel.getByRole("menuitem", { name: "Was never a sale" }).click();
			},
			told: "Dismissed: Marco Bianchi",
			state: "dismissed",
		},
	];
	for (const { act, told, state } of steps) {
		await act();
		await expect(panel.getByText(told)).toBeVisible();
		await expect(view(panel).getByRole("heading", { level: 2 })).toHaveCount(1);
		await expect(tab(panel)).toHaveAccessibleName("Follow-ups , 1 due");
		expect(await stateOf(panel, "a1 1")).toBe(state);
		await panel.getByRole("button", { name: "Undo" }).click();
		await expect(item(panel, "Marco Bianchi")).toBeVisible();
		expect(await stateOf(panel, "a1 1")).toBe("due");
	}
	// What was learned of the dismissal is taken back with it.
	expect(await send(panel, "getLearnedWeights")).toEqual({});
});

test("what is snoozed is told apart, and comes back when asked", async ({ stage }) => {
	const { panel, connect } = stage;
	await storeFollowUps(panel, followUps(Date.now()));
	await connect();
	await tab(panel).click();
	await view(panel).getByText("1 snoozed").click();
	await button(panel, "Bring back: Bia").click();
	await expect(item(panel, "Bia")).toBeVisible();
	await expect(tab(panel)).toHaveAccessibleName("Follow-ups , 3 due");
	await expect(panel.getByText("Back on the list: Bia")).toBeVisible();
	await expect(panel.getByRole("button", { name: "Undo" })).toHaveCount(0);
});

test("what was done or dismissed can be brought back at any time", async ({ stage }) => {
	const { panel } = stage;
	await showDue(stage);
	await expect(view(panel).getByText(/done or dismissed/)).toHaveCount(0);
	await send(panel, "actOnFollowUp", { id: "a1 1", action: { do: "contacted" } });
	await send(panel, "actOnFollowUp", { id: "b2 1", action: { do: "dismiss", because: "no-interest" } });
	await view(panel).getByText("2 done or dismissed").click();
	await expect(view(panel).getByText(/^No interest · /)).toBeVisible();
	await expect(view(panel).getByText(/^Contacted · /)).toBeVisible();
	await button(panel, "Bring back: John Carter").click();
	await expect(item(panel, "John Carter")).toBeVisible();
	expect(await stateOf(panel, "b2 1")).toBe("due");
	expect(await send(panel, "getLearnedWeights")).toEqual({});
	await expect(view(panel).getByText("1 done or dismissed")).toBeVisible();
});

test("says who waits because the CRM did not answer, and looks again", async ({ stage }) => {
	const { panel, connect, open, crm } = stage;
	crm.answer(customerPath, json({ error: "down" }, { status: 503 }));
	await connect();
	await open("carla");
	await expect.poll(async () => ((await send(panel, "previewFollowUp")) as unknown[]).length).toBe(1);
	await send(panel, "setPreferences", { followup: { ...defaultFollowUp, enabled: true, delay_days: 0 } });
	await tab(panel).click();
	await expect(view(panel).getByText(/Has not looked yet/)).toBeVisible();
	await button(panel, "Look now").click();
	await expect(view(panel).getByText("1 waits: your CRM did not answer")).toBeVisible();
	await expect(view(panel).getByText("Nobody to follow up")).toHaveCount(0);
	await expect(view(panel).getByText(/The next look asks about them again\. Next: /)).toBeVisible();
	crm.answer(customerPath, json({ found: false }));
	await button(panel, "Look again").click();
	await expect(item(panel, "Carla Montes")).toBeVisible();
	await expect(view(panel).getByText(/your CRM did not answer/)).toHaveCount(0);
	await expect(view(panel).getByText(/Last look: this minute\./)).toBeVisible();
});

test("has every command in words and in the same place, however narrow it is", async ({ stage }) => {
	const { panel } = stage;
	await showDue(stage);
	const names = ["Insert", "Open chat", "Done", "Snooze", "Dismiss"];
	for (const name of names) {
		await expect(button(panel, new RegExp(`^${name}$`))).toHaveText(name);
		const box = await button(panel, new RegExp(`^${name}$`)).boundingBox();
		expect(box?.width).toBeGreaterThan(60);
	}
});

test("says why nobody is listed, and leads to the settings", async ({ stage }) => {
	const { panel, connect, browser } = stage;
	await connect();
	await tab(panel).click();
	await expect(view(panel).getByText("Follow-ups are off")).toBeVisible();
	const [settings] = await Promise.all([
		browser.context.waitForEvent("page"),
		button(panel, "Set up").click(),
	]);
	await expect(settings).toHaveURL(/#\/follow-up$/);
	await settings.close();
	await send(panel, "setPreferences", { followup: { ...defaultFollowUp, enabled: true } });
	await expect(view(panel).getByText(/Has not looked yet/)).toBeVisible();
	await storeFollowUps(panel, [], [aRun(Date.now())]);
	await expect(view(panel).getByText(/your CRM did not answer/)).toBeVisible();
	await storeFollowUps(panel, [], [{ ...aRun(Date.now()), kept: 0 }]);
	await expect(view(panel).getByText("Nobody to follow up")).toBeVisible();
	await expect(view(panel).getByText(/Last look: 1 hour ago\./)).toBeVisible();
	await send(panel, "setPreferences", {
		followup: { ...defaultFollowUp, enabled: true, keep_messages_days: 0 },
	});
	await expect(view(panel).getByText("No messages are kept")).toBeVisible();
});

test("a chat that is not to be analysed is forgotten, by a box in the tab", async ({ stage }) => {
	const { panel, connect, open } = stage;
	const kept = async () => {
		const exported = (await send(panel, "exportStoredData")) as { data: Record<string, unknown[]> };
		return exported.data["kept-messages"]?.length;
	};
	await connect();
	await open("lucia");
	await expect.poll(kept).toBe(1);
	await tab(panel).click();
	const box = view(panel).getByRole("checkbox", { name: "Keep and analyse the messages of Lucía Fernández" });
	await expect(box).toBeChecked();
	await expect(
		view(panel).getByText(/kept on this computer for 30 days\. Nothing looks at them/),
	).toBeVisible();
	// What was found in it goes with it, at once.
	const exported = (await send(panel, "exportStoredData")) as {
		data: { "kept-messages": { of: { conversation: string; chat: FollowUp["chat"] } }[] };
	};
	const { conversation, chat } = exported.data["kept-messages"][0]?.of ?? {};
	const [find] = followUps(Date.now());
	if (!find || !conversation || !chat) throw new Error("Nothing is kept.");
	await storeFollowUps(panel, [{ ...find, conversation, chat }]);
	await expect(item(panel, "Lucía")).toBeVisible();
	await box.click();
	const dialog = panel.getByRole("dialog");
	await dialog.getByRole("button", { name: "Cancel" }).click();
	await expect(box).toBeChecked();
	await box.click();
	await dialog.getByRole("button", { name: "Delete" }).click();
	await expect(panel.getByText(/^Deleted of Lucía Fernández: \d+ messages, 1 follow-up$/)).toBeVisible();
	await expect(item(panel, "Lucía")).toHaveCount(0);
	await expect(tab(panel)).toHaveAccessibleName("Follow-ups");
	await expect.poll(kept).toBe(0);
	await expect(box).not.toBeChecked();
	await expect(view(panel).getByText(/what was deleted stays deleted/)).toBeVisible();
	await open("marco");
	await expect(
		view(panel).getByRole("checkbox", { name: "Keep and analyse the messages of Marco Bianchi" }),
	).toBeChecked();
	await open("team");
	await expect(view(panel).getByRole("checkbox")).toHaveCount(0);
});
