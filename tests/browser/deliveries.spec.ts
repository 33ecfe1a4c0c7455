import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { approveHost, grantHost, revokeHost } from "../../demo/browser/host-permission";
import { checkSignatures } from "../../demo/inbox/signatures";
import { accessibilityProblems } from "./support/accessibility";
import {
	configureWebhook,
	openSettings,
	phoneOf,
	settled,
	storeDeliveries,
	waiting,
} from "./support/deliveries";
import { text } from "./support/replies";
import { stopServiceWorker } from "./support/service-worker";
import { expect, type Stage, test, withStage } from "./support/stage";
import { readTexts } from "./support/texts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const rows = (page: Page) => page.getByRole("list", { name: "Deliveries" }).locator("li[data-index]");
const tab = (page: Page, name: string) =>
	page.getByRole("navigation", { name: "State" }).getByRole("link", { name });
/** The row of the delivery with this number; people's phones are written in pairs. */
const row = (page: Page, number: number) =>
	rows(page).filter({
		hasText: phoneOf(number)
			.slice(-4)
			.replace(/(..)(..)/, "$1 $2"),
	});

/** Something of every state. */
async function someDeliveries(page: Page): Promise<void> {
	const now = Date.now();
	await storeDeliveries(page, [
		settled(101, "delivered", { storedAt: now - 5 * day }),
		settled(102, "failed", { storedAt: now - 3 * day }),
		settled(103, "cancelled", { storedAt: now - 26 * hour }),
		settled(104, "delivered", { storedAt: now - 3 * hour, event: "followup.detected" }),
		settled(105, "failed", { storedAt: now - 2 * hour }),
		waiting(106, { storedAt: now - 10 * minute, dueAt: now + 20 * minute, failures: 2, attemptCount: 2 }),
	]);
}

const useWebhook = (stage: Stage, more: Record<string, unknown> = {}) =>
	configureWebhook(stage, {
		webhook_enabled: true,
		webhook_url: `${stage.crm.url}/hook`,
		webhook_secret: "a secret of the tests",
		...more,
	});

test("says what will appear while there is nothing, and leads to the webhook", async ({ stage }) => {
	const page = await openSettings(stage, "#/deliveries");
	await expect(page.getByRole("heading", { name: "Nothing to deliver yet" })).toBeVisible();
	await page.getByRole("link", { name: "Open Webhooks" }).click();
	await expect(page.getByRole("heading", { name: "Webhooks", level: 1 })).toBeVisible();
	await page.close();
});

test("lists by state, event, day and text, and keeps the filters over a reload", async ({ stage }) => {
	await someDeliveries(stage.panel);
	const page = await openSettings(stage, "#/deliveries");
	await expect(rows(page)).toHaveCount(6);
	await expect(rows(page).first()).toContainText("+34 600 00 01 06");
	await expect(rows(page).first()).toContainText("Contact 106");
	await expect(tab(page, "All")).toContainText("6");

	await tab(page, "Failed").click();
	await expect(rows(page)).toHaveCount(2);
	await expect(row(page, 105)).toContainText("HTTP 500");
	await page.getByLabel("Search deliveries").fill("600 000 102");
	await expect(rows(page)).toHaveCount(1);
	await expect(page).toHaveURL(/#\/deliveries\/failed%3Ftext%3D600%2B000%2B102$/);
	await page.reload();
	await expect(rows(page)).toHaveCount(1);
	await expect(row(page, 102)).toBeVisible();
	await expect(page.getByLabel("Search deliveries")).toHaveValue("600 000 102");

	await page.getByRole("button", { name: "Clear filters" }).click();
	await expect(rows(page)).toHaveCount(2);
	await tab(page, "All").click();
	await page.getByLabel("Event").selectOption("followup.detected");
	await expect(rows(page)).toHaveCount(1);
	await page.getByLabel("Event").selectOption("");
	// The day of the third: those before it are days older, at whatever hour this runs.
	const thirdDay = new Date(Date.now() - 26 * hour).toLocaleDateString("sv");
	await page.getByLabel("From").fill(thirdDay);
	await expect(rows(page)).toHaveCount(4);
	await page.getByLabel("To", { exact: true }).fill(thirdDay);
	await page.getByLabel("Search deliveries").fill("nobody");
	await expect(page.getByText("No delivery matches.")).toBeVisible();
	await page.close();
});

test("shows a delivery with its payload, attempts and curl, and the list as it was behind it", async ({
	stage,
}) => {
	await someDeliveries(stage.panel);
	const page = await openSettings(stage, "#/deliveries/failed");
	await row(page, 105).getByRole("link").click();
	const dialog = page.getByRole("dialog", { name: "+34 600 00 01 05" });
	await expect(dialog.getByLabel("Payload", { exact: true })).toContainText('"contact_name": "Contact 105"');
	await expect(dialog).toContainText("Attempt 1");
	await expect(dialog).toContainText("HTTP 500");
	await expect(dialog).toContainText("142 ms");
	await expect(dialog).toContainText(
		"hooks.example.com answered with status 500. Only 2xx counts as delivered.",
	);
	await dialog.getByText("Request headers").click();
	await expect(dialog.getByLabel("Request headers", { exact: true })).toContainText(
		"webhook-id: event_000105",
	);
	await dialog.getByText("Answer", { exact: true }).click();
	await expect(dialog.getByLabel("Answer", { exact: true })).toContainText("Internal Server Error");
	await dialog.getByText("curl command").click();
	await expect(dialog.getByLabel("curl command", { exact: true })).toContainText("curl -X POST");

	await page.keyboard.press("Escape");
	await expect(dialog).toHaveCount(0);
	await expect(rows(page)).toHaveCount(2);
	await expect(page).toHaveURL(/#\/deliveries\/failed$/);
	await page.close();
});

test("tells when the next attempt is, and how long a delivery waited while the browser was closed", async ({
	stage,
}) => {
	const now = Date.now();
	await useWebhook(stage);
	await storeDeliveries(
		stage.panel,
		[waiting(7, { storedAt: now - 5 * hour, dueAt: now + 30 * minute, failures: 3, attemptCount: 3 })],
		{ pauses: [{ from: now - 4 * hour, until: now - hour }] },
	);
	const page = await openSettings(stage, "#/deliveries");
	await expect(page.getByText("Queued while the browser was closed: 3 hours")).toBeVisible();
	await expect(rows(page)).toContainText("3 attempts · next attempt in 30 minutes");
	await rows(page).getByRole("link").click();
	const dialog = page.getByRole("dialog");
	await expect(dialog).toContainText("Waited 3 hours while the browser was closed.");
	await expect(dialog).toContainText(/Next\s*next attempt in 30 minutes · \w/);
	await page.close();
});

test("sends one again, and all that failed, after it has said how many", async ({ stage }) => {
	stage.crm.answer("/hook", text("fine"));
	await useWebhook(stage);
	await someDeliveries(stage.panel);
	const page = await openSettings(stage, "#/deliveries");
	await row(page, 101).getByRole("link").click();
	await page.getByRole("dialog").getByRole("button", { name: "Send again" }).click();
	await expect(page.getByRole("dialog")).toContainText("Attempt 2");
	await expect(page.getByRole("dialog").getByText("HTTP 200")).toHaveCount(2);
	expect(stage.crm.received("/hook").map(({ headers }) => headers["webhook-id"])).toEqual(["event_000101"]);
	await page.keyboard.press("Escape");

	await tab(page, "Failed").click();
	await page.getByRole("button", { name: "Send all again" }).click();
	const dialog = page.getByRole("dialog", { name: "Send again?" });
	await expect(dialog).toContainText("This means 2 deliveries.");
	await dialog.getByRole("button", { name: "Send again" }).click();
	await expect(page.getByText("2 deliveries go out again.")).toBeVisible();
	await expect(tab(page, "Failed")).toContainText("0");
	await expect(tab(page, "Delivered")).toContainText("4");
	expect(stage.crm.received("/hook")).toHaveLength(3);
	await page.close();
});

test("sends everything since a day again, and only that", async ({ stage }) => {
	stage.crm.answer("/hook", text("fine"));
	await useWebhook(stage);
	const now = Date.now();
	await storeDeliveries(stage.panel, [
		settled(1, "delivered", { storedAt: now - 9 * day }),
		settled(2, "failed", { storedAt: now - 3 * day }),
		settled(3, "delivered", { storedAt: now - hour }),
	]);
	const page = await openSettings(stage, "#/deliveries");
	await page.getByLabel("From").fill(new Date(now - 4 * day).toLocaleDateString("sv"));
	await expect(rows(page)).toHaveCount(2);
	await page.getByRole("button", { name: "Send all again" }).click();
	await expect(page.getByRole("dialog")).toContainText("This means 2 deliveries.");
	await page.getByRole("dialog").getByRole("button", { name: "Send again" }).click();
	await expect
		.poll(() =>
			stage.crm
				.received("/hook")
				.map(({ headers }) => headers["webhook-id"])
				.sort(),
		)
		.toEqual(["event_000002", "event_000003"]);
	await page.close();
});

test("sends what is selected again, and nothing else", async ({ stage }) => {
	const { crm } = stage;
	crm.answer("/hook", text("ok"));
	await useWebhook(stage);
	await storeDeliveries(stage.panel, [
		settled(101, "failed", { storedAt: Date.now() - 3 * hour }),
		settled(102, "delivered", { storedAt: Date.now() - 2 * hour }),
		settled(103, "failed", { storedAt: Date.now() - hour }),
	]);
	const page = await openSettings(stage, "#/deliveries");
	for (const number of [101, 102]) await row(page, number).getByRole("checkbox").click();
	await expect(page.getByText("2 selected")).toBeVisible();
	await page.getByRole("button", { name: "Send again", exact: true }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Send again" }).click();
	await expect.poll(() => crm.received("/hook").length).toBe(2);
	await expect(row(page, 101)).toContainText("Delivered");
	await expect(row(page, 103)).toContainText("Failed");
	const ids = crm.received("/hook").map(({ headers }) => headers["webhook-id"]);
	expect(ids.toSorted()).toEqual(["event_000101", "event_000102"]);
	await page.close();
});

test("the chart counts what arrived and what failed, by the hour or by the day", async ({ stage }) => {
	const now = Date.now();
	await storeDeliveries(stage.panel, [
		...[1, 2, 3].map((number) => settled(number, "delivered", { storedAt: now - 1_000 })),
		settled(4, "failed", { storedAt: now - 1_000 }),
		settled(5, "failed", { storedAt: now - 5 * day }),
	]);
	const page = await openSettings(stage, "#/deliveries");
	const chart = page.getByRole("region", { name: "Delivered and failed over time" });
	await expect(chart).toContainText("3 delivered");
	await expect(chart).toContainText("1 failed");
	await chart.getByRole("button", { name: "30 days" }).click();
	await expect(chart).toContainText("2 failed");
	await page.close();
});

test("cancels and removes what is selected with the keyboard, ranges with Shift", async ({ stage }) => {
	await someDeliveries(stage.panel);
	const page = await openSettings(stage, "#/deliveries");
	await rows(page).first().getByRole("link").focus();
	await page.keyboard.press("Space");
	await expect(page.getByText("1 selected")).toBeVisible();
	await page.getByRole("button", { name: "Cancel", exact: true }).click();
	await page.getByRole("button", { name: "Cancel delivery" }).click();
	await expect(page.getByText("1 delivery was cancelled.")).toBeVisible();
	await expect(tab(page, "Waiting")).toContainText("0");
	await expect(row(page, 106)).toContainText("Cancelled");

	await rows(page).first().getByRole("link").focus();
	await page.keyboard.press("Space");
	for (let step = 0; step < 3; step++) {
		await page.keyboard.press("ArrowDown");
		await expect(
			rows(page)
				.nth(step + 1)
				.getByRole("link"),
		).toBeFocused();
	}
	await page.keyboard.press("Shift+Space");
	await expect(page.getByText("4 selected")).toBeVisible();
	await page.getByRole("button", { name: "Remove", exact: true }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
	await expect(page.getByText("4 deliveries were removed.")).toBeVisible();
	await expect(rows(page)).toHaveCount(2);

	await rows(page).first().getByRole("checkbox").click();
	await rows(page)
		.nth(1)
		.getByRole("checkbox")
		.click({ modifiers: ["Shift"] });
	await expect(page.getByText("2 selected")).toBeVisible();
	await page.keyboard.press("Home");
	await page.keyboard.press("Enter");
	await rows(page).first().getByRole("link").press("Enter");
	await expect(page.getByRole("dialog")).toContainText("Payload");
	await page.close();
});

test("exports what the filter means, with every attempt and nothing secret", async ({ stage }) => {
	await useWebhook(stage, { webhook_enabled: false });
	await someDeliveries(stage.panel);
	const page = await openSettings(stage, "#/deliveries/failed");
	await expect(rows(page)).toHaveCount(2);
	const downloading = page.waitForEvent("download");
	await page.getByRole("button", { name: "Export" }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toMatch(/^chatside-deliveries-\d{4}-\d{2}-\d{2}\.json$/);
	const content = await readFile(await download.path(), "utf8");
	const exported = JSON.parse(content);
	expect(exported.map(({ id }: { id: string }) => id)).toEqual(["event_000105", "event_000102"]);
	expect(exported[0]).toMatchObject({
		event: "phone.detected",
		status: "failed",
		body: { data: { phone: phoneOf(105) } },
		attempts: [{ number: 1, status: 500, latency_ms: 142, failure: { reason: "http-status" } }],
	});
	expect(content).not.toContain("a secret of the tests");
	expect(content).not.toContain("s3cret-key");
	await page.close();
});

test("what waits for permission goes out when it is granted on the page", async ({ stage }) => {
	const { browser, elsewhere, panel } = stage;
	elsewhere.answer("/hook", text("fine"));
	await useWebhook(stage, { webhook_url: `${elsewhere.url}/hook` });
	await storeDeliveries(panel, [waiting(1), waiting(2)]);
	const page = await openSettings(stage, "#/deliveries");
	const notice = page.getByRole("status").filter({ hasText: "Access needed" });
	await expect(notice).toContainText(
		`2 events wait: Chatside needs your permission to send to ${new URL(elsewhere.url).host}.`,
	);
	await expect(rows(page).first()).toContainText("held up: access needed");
	await expect.poll(() => page.evaluate(() => chrome.action.getBadgeText({}))).toBe("!");
	await approveHost(browser.context, browser.extensionId, `${elsewhere.url}/*`);
	await notice.getByRole("button", { name: "Grant access" }).click();
	await expect(tab(page, "Delivered")).toContainText("2");
	await expect(notice).toHaveCount(0);
	await expect.poll(() => page.evaluate(() => chrome.action.getBadgeText({}))).toBe("");
	expect(elsewhere.received("/hook")).toHaveLength(2);
	await page.close();
	await browser.context.pages()[0]?.bringToFront();
});

test("what waits while there is no connection says so, and is tried when it is back", async ({ stage }) => {
	const { browser, panel } = stage;
	const { context, extensionId } = browser;
	// A host of the internet: this computer's own are reached without a connection.
	const host = "https://hooks.example.com/*";
	await grantHost(context, extensionId, host);
	await useWebhook(stage, { webhook_url: "https://hooks.example.com/in" });
	try {
		await context.setOffline(true);
		await storeDeliveries(panel, [waiting(1)]);
		const page = await openSettings(stage, "#/deliveries");
		const notice = page.getByRole("status").filter({ hasText: "No connection" });
		await expect(notice).toContainText("1 event goes out as soon as you are online again.");
		await expect(rows(page).first()).toContainText("held up: no connection");
		await expect(rows(page).first()).not.toContainText("attempt");
		await context.setOffline(false);
		// Playwright changes the state without the event that comes with it; without one the alarm looks each minute.
		const worker = await browser.serviceWorker();
		await worker.evaluate(() => self.dispatchEvent(new Event("online")));
		await expect(notice).toHaveCount(0);
		await expect(rows(page).first()).toContainText("next attempt");
		await page.close();
	} finally {
		await context.setOffline(false);
		await revokeHost(context, extensionId, host);
	}
});

test("what waits while the webhook is off goes out when it is turned on", async ({ stage }) => {
	stage.crm.answer("/hook", text("fine"));
	await useWebhook(stage, { webhook_enabled: false });
	await storeDeliveries(stage.panel, [waiting(1), waiting(2), waiting(3)]);
	const page = await openSettings(stage, "#/deliveries");
	await expect(page.getByRole("status").filter({ hasText: "The webhook is off" })).toContainText(
		"3 events wait until you turn it on again.",
	);
	expect(stage.crm.received("/hook")).toHaveLength(0);
	await configureWebhook(stage, { webhook_enabled: true });
	await expect(tab(page, "Delivered")).toContainText("3");
	await expect(page.getByText("The webhook is off")).toHaveCount(0);
	await page.close();
});

test("a receiver that fails is tried again, and the page says when", async ({ stage }) => {
	stage.crm.answer("/hook", text("broken", { status: 500 }));
	await useWebhook(stage);
	await storeDeliveries(stage.panel, [waiting(1)]);
	const page = await openSettings(stage, "#/deliveries");
	await expect(rows(page)).toContainText(/HTTP 500 · next attempt in \d seconds/);
	await rows(page).getByRole("link").click();
	const dialog = page.getByRole("dialog");
	await expect(dialog).toContainText("127.0.0.1");
	stage.crm.answer("/hook", text("fine"));
	await dialog.getByRole("button", { name: "Send now" }).click();
	await expect(dialog).toContainText("Attempt 2");
	await expect(dialog).toContainText("HTTP 200");
	await page.close();
});

test("a receiver that asks for fewer requests slows the queue down, and the page says until when", async ({
	stage,
}) => {
	stage.crm.answer("/hook", text("", { status: 429, headers: { "retry-after": "120" } }));
	await useWebhook(stage);
	await storeDeliveries(stage.panel, [waiting(1), waiting(2)]);
	const page = await openSettings(stage, "#/deliveries");
	await expect(page.getByRole("status").filter({ hasText: "Slowed down" })).toContainText(
		/Sending goes on at \w+ \d+, \d{4}, \d+:\d{2}:\d{2}/,
	);
	await expect(rows(page).filter({ hasText: "HTTP 429" }).first()).toContainText("next attempt in 2 minutes");
	await storeDeliveries(stage.panel, [waiting(3)]);
	await expect(rows(page)).toHaveCount(3);
	await expect(rows(page).getByText("goes out now")).toHaveCount(0);
	await page.close();
});

test("410 turns the webhook off, says so, and nothing more is sent", async ({ stage }) => {
	stage.crm.answer("/hook", text("", { status: 410 }));
	await useWebhook(stage);
	await storeDeliveries(stage.panel, [waiting(1)]);
	const page = await openSettings(stage, "#/deliveries");
	const notice = page.getByRole("alert").filter({ hasText: "Your server no longer wants events" });
	await expect(notice).toContainText(`${stage.crm.url}/hook answered “410 Gone”`);
	await storeDeliveries(stage.panel, [waiting(2), waiting(3)]);
	await expect(tab(page, "Waiting")).toContainText("3");
	expect(stage.crm.received("/hook")).toHaveLength(1);
	await expect.poll(() => page.evaluate(() => chrome.action.getBadgeText({}))).toBe("!");
	await notice.getByRole("link", { name: "Open Webhooks" }).click();
	await expect(page.getByLabel("Send events")).not.toBeChecked();
	await expect(notice).toBeVisible();
	const indicator = stage.panel.getByRole("button", { name: "3 waiting" });
	await expect(indicator).toHaveAttribute("title", "Your server no longer wants events");

	stage.crm.answer("/hook", text("fine"));
	await configureWebhook(stage, { webhook_enabled: true });
	await page.goBack();
	await expect(tab(page, "Delivered")).toContainText("3");
	await expect(notice).toHaveCount(0);
	await page.close();
});

test("a loss of what was stored is told until somebody has read it, and then no more", async ({ stage }) => {
	const { browser } = stage;
	const page = await openSettings(stage, "#/deliveries");
	const notice = page.getByRole("alert").filter({ hasText: "The browser has lost what was stored" });
	const mark = () => page.evaluate(() => chrome.action.getBadgeText({}));
	// As the background notes it when it finds no database, though Chatside was there before.
	await page.evaluate(() => chrome.storage.local.set({ data_loss: Date.now() }));
	await storeDeliveries(page, []);
	await expect(notice).toBeVisible();
	await expect.poll(mark).toBe("!");
	await stopServiceWorker(browser);
	await page.reload();
	await expect(notice).toBeVisible();
	await notice.getByRole("button", { name: "Understood" }).click();
	await expect(notice).toHaveCount(0);
	await expect.poll(mark).toBe("");
	await stopServiceWorker(browser);
	await page.reload();
	await expect(page.getByRole("heading", { name: "Nothing to deliver yet" })).toBeVisible();
	await expect(notice).toHaveCount(0);
	await page.close();
});

test("the panel tells what waits and what has failed, and leads to it", async ({ stage }) => {
	const { browser, panel, connect } = stage;
	await connect();
	const footer = panel.getByRole("contentinfo");
	await expect(footer).toBeVisible();
	await expect(footer.getByTitle("Show the deliveries")).toHaveCount(0);
	await storeDeliveries(panel, [waiting(1), waiting(2), waiting(3)]);
	await expect(footer.getByRole("button", { name: "3 waiting" })).toBeVisible();
	await storeDeliveries(panel, [settled(4, "failed"), settled(5, "failed")]);
	await expect(footer.getByRole("button", { name: "2 failed" })).toBeVisible();
	await panel.setViewportSize({ width: 320, height: 720 });
	expect(await footer.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
	const opened = browser.context.waitForEvent("page");
	await footer.getByRole("button", { name: "2 failed" }).click();
	const page = await opened;
	await expect(rows(page)).toHaveCount(2);
	await expect(tab(page, "Failed")).toHaveAttribute("aria-current", "true");
	await page.close();
});

test("scrolls through thousands with a few in the page, and new ones do not move what is read", async ({
	stage,
}) => {
	const now = Date.now();
	const many = Array.from({ length: 2_000 }, (_, index) =>
		settled(1_000 + index, "delivered", { storedAt: now - (2_000 - index) * minute }),
	);
	await storeDeliveries(stage.panel, many);
	const page = await openSettings(stage, "#/deliveries");
	await expect(rows(page).first()).toContainText("+34 600 00 29 99");
	expect(await rows(page).count()).toBeLessThan(60);
	const list = page.getByRole("list", { name: "Deliveries" });
	await list.evaluate((element) => element.scrollTo({ top: 62 * 60 }));
	const read = rows(page).filter({ hasText: "+34 600 00 29 35" });
	await expect(read).toBeVisible();
	const before = await read.boundingBox();
	await storeDeliveries(stage.panel, [settled(5_000, "failed"), settled(5_001, "delivered")]);
	await expect(tab(page, "All")).toContainText("2,002");
	await expect(rows(page).filter({ hasText: "+34 600 00 29 35" })).toHaveAttribute("aria-posinset", "67");
	expect((await read.boundingBox())?.y).toBe(before?.y);

	// Down to the oldest.
	await expect(async () => {
		await list.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
		await expect(rows(page).filter({ hasText: "+34 600 00 10 00" })).toBeVisible({ timeout: 200 });
	}).toPass();
	expect(await rows(page).count()).toBeLessThan(60);
	await page.close();
});

test("keeps up with a queue that drains", async ({ stage }) => {
	stage.crm.answer("/hook", text("fine"));
	await useWebhook(stage, { webhook_enabled: false });
	await storeDeliveries(
		stage.panel,
		Array.from({ length: 300 }, (_, index) => waiting(index)),
	);
	const page = await openSettings(stage, "#/deliveries/waiting");
	await expect(rows(page).first()).toBeVisible();
	await configureWebhook(stage, { webhook_enabled: true });
	await expect(tab(page, "Delivered")).toContainText("300");
	await expect(rows(page)).toHaveCount(0);
	await expect(page.getByText("No delivery matches.")).toBeVisible();
	await expect(
		page.getByRole("table", { name: "Delivered and failed over time" }).getByRole("row").last(),
	).toContainText("300");
	await page.close();
});

for (const { name, place } of [
	{ name: "list", place: "#/deliveries" },
	{ name: "delivery", place: "#/deliveries/id:" },
	{ name: "webhook settings", place: "#/webhooks" },
])
	test(`is accessible in light and dark, and fits 320 px: ${name}`, async ({ stage }) => {
		await useWebhook(stage, { webhook_enabled: false });
		await someDeliveries(stage.panel);
		const page = await openSettings(stage, place === "#/deliveries/id:" ? "#/deliveries" : place);
		await page.emulateMedia({ reducedMotion: "reduce" });
		await page.setViewportSize({ width: 320, height: 720 });
		if (place.startsWith("#/deliveries")) await expect(rows(page).first()).toBeVisible();
		else await expect(page.getByLabel("Failed (days)")).toBeVisible();
		if (place.endsWith("id:")) {
			await rows(page).nth(1).getByRole("link").click();
			await expect(page.getByRole("dialog")).toContainText("Payload");
		}
		expect(await overflowing(page)).toEqual([]);
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
			expect(await accessibilityProblems(page), colorScheme).toEqual([]);
		}
		await page.close();
	});

function overflowing(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[document.documentElement, ...document.querySelectorAll("main, dialog, ul")]
			.filter((element) => element.scrollWidth > element.clientWidth && !element.closest("nav"))
			.map((element) => `${element.tagName} ${element.scrollWidth} > ${element.clientWidth}`),
	);
}

test("speaks Spanish", async () => {
	await withStage({ locale: "es" }, async (stage) => {
		const texts = readTexts("es");
		await someDeliveries(stage.panel);
		const page = await openSettings(stage, "#/deliveries");
		await expect(page.getByRole("heading", { level: 1 })).toHaveText("Entregas");
		const list = page.getByRole("list", { name: "Entregas" }).locator("li[data-index]");
		await expect(list).toHaveCount(6);
		await expect(list.first()).toContainText(texts("settings_deliveries_states_pending"));
		await page.setViewportSize({ width: 320, height: 720 });
		expect(await overflowing(page)).toEqual([]);
	});
});

test("rotates the secret with the old one signing on, and says until when", async ({ stage }) => {
	await useWebhook(stage);
	const page = await openSettings(stage, "#/webhooks");
	await page.getByRole("button", { name: "Generate a new secret" }).click();
	const overlap = page.getByLabel("The old secret keeps signing for");
	await expect(overlap).toHaveValue("24");
	await overlap.selectOption("1 week");
	await page.getByRole("button", { name: "Save" }).click();
	await page.getByRole("button", { name: "Apply" }).click();
	await expect(page.getByText(/The previous secret signs too until \w/)).toBeVisible();
	const config = await stage.tool("get_webhook_config", {});
	const until = Date.parse((config as { previous_secret_until: string }).previous_secret_until);
	expect(Math.round((until - Date.now()) / day)).toBe(7);
	await page.close();
});

test("while a secret is replaced both sign what is delivered, the older scheme the new one alone; then it alone", async ({
	stage,
}) => {
	const { crm, open, tool } = stage;
	crm.answer("/hook", text("ok"));
	const [old, next] = ["the old secret of a receiver", "ñ 🔑 the new one"];
	await useWebhook(stage, { webhook_secret: old });
	await configureWebhook(stage, { webhook_secret: next, secret_overlap_hours: 1 });
	/** Which signatures of the last request are right for a secret. */
	const signedBy = (secret: string) => {
		const { headers = {}, body = "" } = crm.received("/hook").at(-1) ?? {};
		const texts = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
		const { wazion, standard } = checkSignatures(texts, Buffer.from(body), secret);
		return { wazion: wazion.ok, standard: standard.ok };
	};
	await open("lucia");
	await expect.poll(() => crm.received("/hook").length).toBe(1);
	expect(signedBy(next)).toEqual({ wazion: true, standard: true });
	expect(signedBy(old)).toEqual({ wazion: false, standard: true });
	expect(String(crm.received("/hook")[0]?.headers["webhook-signature"]).split(" ")).toHaveLength(2);

	// The hour passes.
	await stage.panel.evaluate(async (ms) => {
		const key = "webhook_previous_secret";
		const { [key]: kept } = await chrome.storage.local.get(key);
		await chrome.storage.local.set({ [key]: { ...(kept as object), until: Date.now() - ms } });
	}, minute);
	expect(await tool("get_webhook_config", {})).not.toHaveProperty("previous_secret_until");
	await open("marco");
	await expect.poll(() => crm.received("/hook").length).toBe(2);
	expect(signedBy(next)).toEqual({ wazion: true, standard: true });
	expect(signedBy(old)).toEqual({ wazion: false, standard: false });
});

test("sets what is detected, and how long deliveries are kept", async ({ stage }) => {
	await useWebhook(stage);
	const page = await openSettings(stage, "#/webhooks");
	await page.getByLabel("Country of numbers written without one").selectOption("Spain");
	const own = page.getByLabel("Your own numbers");
	await own.fill("612 345 678");
	await own.blur();
	await expect(own).toHaveAccessibleDescription("“612 345 678” is not a complete international number.");
	await own.fill("+34 612 345 678\n+351 912 345 678");
	await page.getByLabel("Announce numbers in messages older than the installation").check();
	await page.getByRole("button", { name: "Save" }).click();
	await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
	await page.getByLabel("Failed (days)").fill("-1");
	await page.getByRole("button", { name: "Save" }).click();
	await expect(page.getByLabel("Failed (days)")).toHaveAccessibleDescription("A number from 0 to 3650.");
	await page.getByLabel("Failed (days)").fill("90");
	await page.getByRole("button", { name: "Save" }).click();
	await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
	const reply = await page.evaluate(() => chrome.runtime.sendMessage({ message: "getPreferences" }));
	expect(reply.value.value).toMatchObject({
		detection: { region: "ES", own_numbers: ["+34612345678", "+351912345678"], announce_history: true },
		deliveries: { keep_delivered_days: 30, keep_failed_days: 90 },
	});
	await page.close();
});
