import { rm } from "node:fs/promises";
import { relative } from "node:path";
import { performance } from "node:perf_hooks";
import { expect, type Page } from "@playwright/test";
import { approveHost } from "../browser/host-permission";
import { connectCrm, connectSearch } from "../connect";
import { type DemoServers, demoToken } from "../servers";
import { assistant } from "./assistant";
import { followUps } from "./follow-ups";
import { searches } from "./searches";
import { type Stage, setStage } from "./stage";
import { createSteps, type Steps } from "./steps";
import { webhookSetUp, webhooks } from "./webhooks";

type TourOptions = { servers: DemoServers; extensionDir: string; outDir: string };

/** Shows what Chatside does in a headless browser: a line and a picture a step. True when every step went well. */
export async function takeTour({ servers, extensionDir, outDir }: TourOptions): Promise<boolean> {
	await rm(outDir, { recursive: true, force: true });
	const steps = createSteps(console.log, () => performance.now());
	const stageOptions = { extensionDir, outDir, chatDir: servers.chatDir };

	const stage = await setStage(stageOptions);
	try {
		await firstRun(steps, stage, servers);
		await webhookSetUp(steps, stage, servers.inbox);
		await customers(steps, stage);
		await nobodyToShow(steps, stage);
		await linkedCustomer(steps, stage, servers);
		await searches(steps, stage, servers);
		await assistant(steps, stage, servers);
		await crmDown(steps, stage, servers);
		await webhooks(steps, stage, servers.inbox);
		await followUps(steps, stage, servers.inbox);
	} finally {
		await stage.close();
	}
	await looks(steps, servers, stageOptions);
	console.log(`\nThe pictures are in ${relative(process.cwd(), outDir)}.`);
	return steps.finish();
}

async function firstRun(
	{ step }: Steps,
	{ browser, panel, picture }: Stage,
	{ crmUrl }: DemoServers,
): Promise<void> {
	await step("The first run asks where the CRM is", async () => {
		await expect(panel.getByRole("heading", { name: "Connect your CRM" })).toBeVisible();
		await picture("01-first-run");
	});
	await step("A test shows the CRM's real answer", async () => {
		// Headless, nobody can answer Chrome's own prompt.
		await approveHost(browser.context, browser.extensionId, `${crmUrl}/*`);
		await panel.getByLabel("Customer endpoint (URL)").fill(`${crmUrl}/customer-info`);
		await panel.getByLabel("Sign-in").selectOption("header");
		await panel.getByLabel("Value").fill(`Bearer ${demoToken}`);
		await panel.getByRole("button", { name: "Test the connection" }).click();
		await panel.getByLabel("Test with this phone").fill("+34612345678");
		await panel.getByRole("button", { name: "Test", exact: true }).click();
		await expect(panel.getByText("Lucía Fernández", { exact: true })).toBeVisible();
		await picture("02-test");
	});
	await step("Saved: the panel waits for a chat", async () => {
		await panel.getByRole("button", { name: "Continue" }).click();
		await panel.getByRole("button", { name: "Save" }).click();
		await expect(panel.getByRole("heading", { name: "No chat open" })).toBeVisible();
		await picture("03-no-chat");
	});
}

async function customers(
	{ step }: Steps,
	{ panel, chat, open, picture, pictureOfBoth }: Stage,
): Promise<void> {
	const card = (name: string) => expect(cardOf(panel, name)).toBeVisible();
	await step("Lucía: parcel on its way, cart left behind", async () => {
		await open("lucia");
		await card("Lucía Fernández");
		await expect(panel.getByText("on its way")).toBeVisible();
		await expect(panel.getByText("left behind")).toBeVisible();
		await pictureOfBoth("04-customer");
	});
	await step("An order unfolds to items, amounts and tracking", async () => {
		await panel.locator("[aria-expanded]").first().click();
		await expect(panel.getByText("Linen tablecloth, Añil")).toBeVisible();
		await panel.getByRole("heading", { name: "Orders" }).scrollIntoViewIfNeeded();
		await panel.locator("#panel-scroller").evaluate((scroller) => scroller.scrollBy(0, 330));
		await picture("05-order");
	});
	await step("Emma: a page of the older kind, 124 orders", async () => {
		await open("emma");
		await card("Emma Clarke");
		await picture("06-wholesale");
	});
	await step("Sofía: no number in the chat id, the page knows it", async () => {
		await open("sofia");
		await card("Sofía Romero");
	});
	await step("Inês: the number is in the page's address book", async () => {
		await open("ines");
		await card("Inês Carvalho");
	});
	await step("Beatriz: not in the address book, the number is the title", async () => {
		await open("beatriz");
		await card("Beatriz Souza");
		await pictureOfBoth("07-unsaved-number");
	});
	await step("Ortega: two customers share a number", async () => {
		await open("ortega");
		await card("Carmen Ortega");
		await panel.getByText("Luis Ortega").click();
		await card("Luis Ortega");
		await picture("08-two-customers");
	});
	await step("Two people called Ana López are told apart", async () => {
		await open("ana");
		await expect(panel.getByText("+34 611 22 23 33")).toBeVisible();
		await open("otherAna");
		await expect(panel.getByText("+52 55 1234 5678")).toBeVisible();
	});
	await step("A new message leaves the card as it is", async () => {
		await chat.evaluate(() => window.demo.receive("otherAna", "¿Sigue ahí?"));
		await expect(panel.getByText("+52 55 1234 5678")).toBeVisible();
	});
}

async function nobodyToShow({ step }: Steps, { panel, open, picture }: Stage): Promise<void> {
	await step("A number the CRM does not know", async () => {
		await open("stranger");
		await expect(panel.getByText("Your CRM does not know this number.")).toBeVisible();
		await picture("09-unknown-number");
	});
	await step("A group", async () => {
		await open("team");
		await expect(panel.getByText("This is a group.")).toBeVisible();
		await picture("10-group");
	});
	await step("A username without a number: the agent types it", async () => {
		await open("nora");
		await panel.getByLabel("Phone number").fill("+34 611 222 333");
		await picture("11-username");
		await panel.getByRole("button", { name: "Show the customer" }).click();
		await expect(panel.getByText("Number entered by hand.")).toBeVisible();
	});
}

async function linkedCustomer(
	{ step }: Steps,
	{ browser, panel, open, picture }: Stage,
	{ crmUrl }: DemoServers,
): Promise<void> {
	await step("A username without a number: found in the CRM, and linked with Enter", async () => {
		await connectSearch(browser, crmUrl);
		await panel.getByRole("button", { name: "Remove", exact: true }).click();
		await panel.getByRole("button", { name: "Find the customer" }).click();
		const field = panel.getByRole("combobox", { name: "Search your CRM" });
		await field.fill("nora");
		await expect(panel.getByRole("row").filter({ hasText: "Nora Vidal" })).toBeVisible();
		await picture("11a-find-customer");
		await field.press("ArrowDown");
		await field.press("Enter");
		await expect(cardOf(panel, "Nora Vidal")).toBeVisible();
		await picture("11b-linked-customer");
	});
	await step("The next time she writes, her card is there", async () => {
		await open("lucia");
		await expect(cardOf(panel, "Lucía Fernández")).toBeVisible();
		await open("nora");
		await expect(cardOf(panel, "Nora Vidal")).toBeVisible();
	});
}

async function crmDown(
	{ step }: Steps,
	{ panel, open, picture }: Stage,
	servers: DemoServers,
): Promise<void> {
	await step("The CRM is down: what it said last stays, with its age", async () => {
		await servers.stopCrm();
		await open("lucia");
		await panel.getByRole("button", { name: "Refresh" }).click();
		await expect(panel.getByText("Your CRM cannot be reached")).toBeVisible();
		await expect(cardOf(panel, "Lucía Fernández")).toBeVisible();
		await picture("12-crm-down-known");
	});
	await step("The CRM is down and the customer was never seen", async () => {
		await open("marco");
		// Until he is there, what is said is of the chat before.
		await expect(panel.getByRole("heading", { name: "Marco Bianchi" })).toBeVisible();
		await expect(panel.getByText("Your CRM cannot be reached")).toBeVisible();
		await picture("13-crm-down-new");
	});
	await step("The CRM is back: Retry shows the customer", async () => {
		await servers.startCrm();
		await panel.getByRole("button", { name: "Retry" }).click();
		await expect(cardOf(panel, "Marco Bianchi")).toBeVisible();
		await expect(panel.getByText("Your CRM cannot be reached")).toBeHidden();
	});
}

/** The same card in the dark, in other languages, and in the narrowest panel. */
async function looks(
	{ step }: Steps,
	servers: DemoServers,
	options: Omit<Parameters<typeof setStage>[0], "headless">,
): Promise<void> {
	const variants = [
		{ name: "dark", colorScheme: "dark", locale: "en-US", key: "lucia", customer: "Lucía Fernández" },
		{ name: "spanish", colorScheme: "light", locale: "es", key: "ortega", customer: "Carmen Ortega" },
		{ name: "portuguese", colorScheme: "dark", locale: "pt-BR", key: "beatriz", customer: "Beatriz Souza" },
	] as const;
	for (const [index, { name, colorScheme, locale, key, customer }] of variants.entries())
		await step(`The same in ${name}, and 320 px wide`, async () => {
			const stage = await setStage({ ...options, colorScheme, locale });
			try {
				await connectCrm(stage.browser, servers.crmUrl);
				await stage.open(key);
				await expect(cardOf(stage.panel, customer)).toBeVisible();
				await stage.pictureOfBoth(`${14 + index}-${name}`);
				await stage.panel.setViewportSize({ width: 320, height: 720 });
				await stage.picture(`${14 + index}-${name}-320`);
			} finally {
				await stage.close();
			}
		});
}

/** The card itself: the name alone stands on the panel before the CRM has answered. */
const cardOf = (panel: Page, name: string) => panel.getByRole("article", { name });
