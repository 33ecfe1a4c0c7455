import type { Page } from "@playwright/test";
import { fillerChats } from "../../demo/chat/page/filler-chats";
import type { ChatRef } from "../../lib/whatsapp/chat-ref";
import { followUps, storeFollowUps } from "./support/follow-ups";
import { expect, type Stage, test } from "./support/stage";

const view = (panel: Page) => panel.getByTestId("follow-ups");
const composer = (chat: Page) => chat.locator('footer [contenteditable="true"]');
const chatTitle = (chat: Page) => chat.locator('[data-testid="conversation-info-header-chat-title"]');
const row = (chat: Page, title: string) => chat.locator(`#pane-side [role="row"] span[title="${title}"]`);
const scrolled = (chat: Page) => chat.locator("#pane-side").evaluate(({ scrollTop }) => scrollTop);
const scrollTo = (chat: Page, top: number) =>
	chat.locator("#pane-side").evaluate((pane, to) => {
		pane.scrollTop = to;
	}, top);
const inView = (chat: Page, title: string) => expect(row(chat, title)).toBeInViewport({ ratio: 1 });

const farDown = fillerChats().at(-1);
const nobody: ChatRef = { title: "John Carter", chatId: "14155550100@c.us" };

/** The panel with one follow-up that is due, while Lucía's chat is open with a draft in it. */
async function showDue({ panel, chat, connect, open }: Stage, due: ChatRef): Promise<void> {
	const [first] = followUps(Date.now());
	if (first)
		await storeFollowUps(panel, [
			{ ...first, chat: due, name: due.title, suggestedMessage: "Hola otra vez" },
		]);
	await connect();
	await open("lucia");
	await composer(chat).pressSequentially("A draft");
	await panel.getByRole("tab", { name: /^Follow-ups/ }).click();
	await expect(view(panel).getByRole("button", { name: new RegExp(`^${due.title}`) })).toBeVisible();
}

const press = (panel: Page, name: string) => view(panel).getByRole("button", { name, exact: true }).click();

test.beforeEach(async ({ stage }) => stage.chat.setViewportSize({ width: 1280, height: 480 }));
test.afterEach(async ({ stage }) => stage.chat.setViewportSize({ width: 1280, height: 720 }));

test("a customer far down in WhatsApp's list is found, and the text written into that chat", async ({
	stage,
}) => {
	const { panel, chat, open } = stage;
	const due = { title: farDown?.title ?? "", chatId: farDown?.jid ?? "" };
	await showDue(stage, due);
	await expect(row(chat, due.title)).toHaveCount(0);
	await press(panel, "Insert");
	await expect(view(panel).getByText(`In the message box of ${due.title}. It is not sent.`)).toBeVisible();
	await expect(chatTitle(chat)).toHaveText(due.title);
	await expect(composer(chat)).toHaveText("Hola otra vez");
	await inView(chat, due.title);
	// The chat that was left keeps its draft.
	await open("lucia");
	await expect(composer(chat)).toHaveText("A draft");
});

test("a customer above what the list shows is found too", async ({ stage }) => {
	const { panel, chat } = stage;
	await showDue(stage, { title: "Marco Bianchi", chatId: "393331234567@c.us" });
	await scrollTo(chat, 2_000);
	await expect(row(chat, "Marco Bianchi")).toHaveCount(0);
	await press(panel, "Open chat");
	await expect(chatTitle(chat)).toHaveText("Marco Bianchi");
	await expect(composer(chat)).toHaveText("");
	await inView(chat, "Marco Bianchi");
});

test("where the list does not have the customer it is left where it was, and that is said", async ({
	stage,
}) => {
	const { panel, chat } = stage;
	await showDue(stage, nobody);
	await scrollTo(chat, 700);
	const tops: number[] = [];
	await chat.exposeFunction("noteTop", (top: number) => tops.push(top));
	await chat.evaluate(() => {
		const pane = document.getElementById("pane-side");
		pane?.addEventListener("scroll", () => Reflect.get(window, "noteTop")(pane.scrollTop));
	});
	await press(panel, "Insert");
	await expect(view(panel).getByText(/went through WhatsApp's list and did not find it/)).toBeVisible();
	expect(await scrolled(chat)).toBe(700);
	const end = await chat
		.locator("#pane-side")
		.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
	expect(Math.max(...tops)).toBe(end);
	expect(Math.min(...tops)).toBe(0);
	await expect(chatTitle(chat)).toHaveText("Lucía Fernández");
	await expect(composer(chat)).toHaveText("A draft");
});

test("the search is given up as soon as the user scrolls, and the list is theirs", async ({ stage }) => {
	const { panel, chat } = stage;
	await showDue(stage, nobody);
	const box = await chat.locator("#pane-side").boundingBox();
	if (!box) throw new Error("The chat list is not drawn.");
	await chat.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await press(panel, "Insert");
	await expect.poll(() => scrolled(chat), { intervals: [10] }).toBeGreaterThan(0);
	await chat.mouse.wheel(0, 100);
	await expect(view(panel).getByText(/You did something in WhatsApp while/)).toBeVisible();
	expect(await scrolled(chat)).toBeGreaterThan(0);
	await expect(chatTitle(chat)).toHaveText("Lucía Fernández");
	await expect(composer(chat)).toHaveText("A draft");
});

test("the search is given up as soon as the user types or clicks", async ({ stage }) => {
	const { panel, chat } = stage;
	await showDue(stage, nobody);
	const acts = [() => composer(chat).press("x"), () => chatTitle(chat).click()];
	for (const act of acts) {
		await scrollTo(chat, 0);
		await press(panel, "Insert");
		await expect.poll(() => scrolled(chat), { intervals: [10] }).toBeGreaterThan(0);
		await act();
		await expect(view(panel).getByText(/You did something in WhatsApp while/)).toBeVisible();
	}
});
