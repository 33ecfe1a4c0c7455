import { approveHost, grantHost, revokeHost } from "../../demo/browser/host-permission";
import { configureWebhook, openSettings, settled, storeDeliveries, waiting } from "./support/deliveries";
import { rows, tab, useWebhook } from "./support/deliveries-page";
import { text } from "./support/replies";
import { stopServiceWorker } from "./support/service-worker";
import { expect, test } from "./support/stage";

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

test("a database that is deleted is told at once, also right after the installation", async ({ stage }) => {
	const { browser, panel } = stage;
	// The scene before has taken the mark away that a worker leaves once it has found or made the database.
	await stopServiceWorker(browser);
	await storeDeliveries(panel, [settled(1, "delivered")]);
	await expect
		.poll(() => panel.evaluate(() => chrome.storage.local.get("database_made")))
		.toEqual({ database_made: true });
	await panel.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const deleting = indexedDB.deleteDatabase("chatside");
				deleting.onsuccess = () => resolve();
				deleting.onerror = () => reject(deleting.error);
			}),
	);
	await stopServiceWorker(browser);
	const page = await openSettings(stage, "#/deliveries");
	const notice = page.getByRole("alert").filter({ hasText: "The browser has lost what was stored" });
	await expect(notice).toBeVisible();
	await notice.getByRole("button", { name: "Understood" }).click();
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
