import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { accessibilityProblems } from "./support/accessibility";
import { card } from "./support/customer-card";
import { configureWebhook } from "./support/deliveries";
import { storeRequests } from "./support/egress";
import { narrow, overflowing, untranslated } from "./support/layout";
import { withSettings } from "./support/options-page";
import { found, hangUp, html, json, text } from "./support/replies";
import { stopServiceWorker } from "./support/service-worker";
import { customerPath, expect, type Stage, test, withStage } from "./support/stage";
import { readTexts } from "./support/texts";

const minute = 60_000;
const day = 24 * 60 * minute;

const rows = (page: Page, list = "Requests") =>
	page.getByRole("list", { name: list }).locator("li[data-index]");

/** A request that succeeded, one that failed and one that was cancelled, to two hosts. */
const someRequests = (page: Page) =>
	storeRequests(page, [
		{ at: Date.now() - 3 * day },
		{ at: Date.now() - 2 * minute, name: "search_Products", path: "/products", fields: ["query", "limit"] },
		{ at: Date.now() - 90_000, status: 503, state: "failed", failure: "http-status" },
		{ at: Date.now() - minute, status: undefined, state: "cancelled", failure: "cancelled" },
		{
			at: Date.now() - 30_000,
			kind: "webhook",
			name: "phone.detected",
			method: "POST",
			host: "hooks.example.com",
			path: "/in",
			fields: ["phone", "conversation_hash"],
		},
	]);

async function connectWithSecrets(stage: Stage): Promise<void> {
	await stage.connect({ auth: { type: "body", fields: { token: "s3cret-token" } } });
}

test("says so while nothing has left the browser", async ({ stage }) => {
	await withSettings(stage, "#/activity", async (page) => {
		await expect(page.getByRole("heading", { name: "Nothing has left this browser yet" })).toBeVisible();
	});
});

test("lists what was sent a moment ago, with the names of its fields and no value", async ({ stage }) => {
	const { crm, panel, open, tool } = stage;
	crm.answer(customerPath, found({ name: "Lucía" }));
	crm.answer("/hook", text("fine"));
	await connectWithSecrets(stage);
	await configureWebhook(stage, { webhook_enabled: true, webhook_url: `${crm.url}/hook?key=s3cret-key` });
	await open("lucia");
	await expect(card(panel)).toBeVisible();
	await tool("test_webhook", {});
	await withSettings(stage, "#/activity", async (page) => {
		await expect(rows(page)).toHaveCount(3);
		const lookup = rows(page).filter({ hasText: "Customer · HTTP 200" });
		await expect(lookup).toContainText("sent: phone, token");
		const event = rows(page).filter({ hasText: "phone.detected · HTTP 200" });
		await expect(event).toContainText("sent: key, phone, conversation_hash");
		await expect(rows(page).filter({ hasText: "test · HTTP 200" })).toContainText("sent: key, message, test");
		await lookup.getByRole("link").click();
		const dialog = page.getByRole("dialog");
		await expect(dialog).toContainText(`POST ${new URL(crm.url).host}${customerPath}`);
		await expect(dialog).toContainText(/Bytes sent\s*\d+ bytes/);
		const everything = JSON.stringify(
			await page.evaluate(() =>
				chrome.runtime.sendMessage({ message: "listEgress", data: { filter: {}, limit: 100 } }),
			),
		);
		for (const secret of ["s3cret", "+34", "34600"]) expect(everything).not.toContain(secret);
	});
});

test("follows what is sent while it is open", async ({ stage }) => {
	const { crm, connect, open } = stage;
	crm.answer(customerPath, hangUp);
	await connect();
	await withSettings(stage, "#/activity", async (page) => {
		await expect(page.getByText("Nothing has left this browser yet")).toBeVisible();
		await open("lucia");
		await expect(rows(page)).toHaveCount(1);
		await expect(rows(page)).toContainText("Failed");
		crm.answer(customerPath, html());
		await stage.chat.bringToFront();
		await stage.panel.getByRole("button", { name: "Retry" }).click();
		await page.bringToFront();
		await expect(rows(page)).toHaveCount(2);
		await expect(rows(page).first()).toContainText("HTTP 200 · not JSON");
	});
});

test("filters by host, purpose, result, day and words, and keeps that over a reload", async ({ stage }) => {
	await someRequests(stage.panel);
	await withSettings(stage, "#/activity", async (page) => {
		await expect(rows(page)).toHaveCount(5);
		await expect(rows(page).first()).toContainText("hooks.example.com");
		await page.getByLabel("Host", { exact: true }).selectOption("crm.example.com");
		await expect(rows(page)).toHaveCount(4);
		await page.getByLabel("Result").selectOption("Failed");
		await expect(rows(page)).toHaveCount(1);
		await expect(rows(page)).toContainText("HTTP 503");
		await page.reload();
		await expect(rows(page)).toHaveCount(1);
		await expect(page.getByLabel("Host", { exact: true })).toHaveValue("crm.example.com");
		await page.getByRole("button", { name: "Clear filters" }).click();
		await expect(rows(page)).toHaveCount(5);
		await page.getByLabel("Purpose").selectOption("phone.detected");
		await expect(rows(page)).toHaveCount(1);
		await page.getByLabel("Purpose").selectOption("");
		await page.getByLabel("From").fill(new Date(Date.now() - 1.5 * day).toLocaleDateString("sv"));
		await expect(rows(page)).toHaveCount(4);
		await page.getByLabel("Search requests").fill("PRODUCTS limit");
		await expect(rows(page)).toHaveCount(1);
		await expect(rows(page)).toContainText("sent: query, limit");
		await page.getByLabel("Search requests").fill("nowhere");
		await expect(page.getByText("No request matches.")).toBeVisible();
	});
});

test("moves through the list with the keyboard, opens a request and comes back to the list as it was", async ({
	stage,
}) => {
	await someRequests(stage.panel);
	await withSettings(stage, "#/activity/all%3Fhost%3Dcrm.example.com", async (page) => {
		await rows(page).first().getByRole("link").focus();
		await page.keyboard.press("ArrowDown");
		await expect(rows(page).nth(1).getByRole("link")).toBeFocused();
		await page.keyboard.press("Enter");
		const dialog = page.getByRole("dialog", { name: "crm.example.com" });
		await expect(dialog).toContainText("HTTP 503");
		await page.keyboard.press("Escape");
		await expect(dialog).toHaveCount(0);
		await expect(rows(page)).toHaveCount(4);
		await page.goto(`${page.url().split("#")[0]}#/activity/id%3A1`);
		await expect(page.getByRole("dialog")).toContainText("no longer in the log");
	});
});

test("exports what is shown as JSON and as CSV", async ({ stage }) => {
	await someRequests(stage.panel);
	await withSettings(stage, "#/activity/all%3Fhost%3Dcrm.example.com", async (page) => {
		await expect(rows(page)).toHaveCount(4);
		const save = async (button: string) => {
			const downloading = page.waitForEvent("download");
			await page.getByRole("button", { name: button }).click();
			const download = await downloading;
			return { name: download.suggestedFilename(), content: await readFile(await download.path(), "utf8") };
		};
		const asJson = await save("Export JSON");
		expect(asJson.name).toMatch(/^chatside-activity-\d{4}-\d{2}-\d{2}\.json$/);
		const entries = JSON.parse(asJson.content);
		expect(entries).toHaveLength(4);
		expect(entries[2]).toMatchObject({
			host: "crm.example.com",
			path: "/products",
			fields: ["query", "limit"],
		});
		const asCsv = await save("Export CSV");
		expect(asCsv.name).toMatch(/\.csv$/);
		const lines = asCsv.content.trimEnd().split("\r\n");
		expect(lines).toHaveLength(5);
		expect(lines[2]).toContain(",crm.example.com,/c,phone,120,failed,503,http-status,42");
	});
});

test("deletes what is shown after a question, and then everything", async ({ stage }) => {
	await someRequests(stage.panel);
	await withSettings(stage, "#/activity/failed", async (page) => {
		await expect(rows(page)).toHaveCount(1);
		await page.getByRole("button", { name: "Delete what is shown" }).click();
		await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
		await expect(rows(page)).toHaveCount(1);
		await page.getByRole("button", { name: "Delete what is shown" }).click();
		await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
		await expect(page.getByText("1 request was deleted from the log.")).toBeVisible();
		await expect(page.getByText("No request matches.")).toBeVisible();
		await page.getByRole("button", { name: "Clear filters" }).click();
		await expect(rows(page)).toHaveCount(4);
		await page.getByRole("button", { name: "Delete all" }).click();
		await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
		await expect(page.getByText("Nothing has left this browser yet")).toBeVisible();
	});
});

test("is stored data like any other: counted, exported and deleted", async ({ stage }) => {
	await someRequests(stage.panel);
	await withSettings(stage, "#/privacy", async (page) => {
		const kind = page.locator("[data-kind=egress]");
		await expect(kind).toContainText(/5 requests · \d+/);
		await kind.getByRole("button").click();
		await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
		await expect(kind).toContainText("nothing");
	});
});

test("a thousand requests have a few rows in the page", async ({ stage }) => {
	await storeRequests(
		stage.panel,
		Array.from({ length: 1_000 }, (_, index) => ({
			at: Date.now() - (1_000 - index) * 1_000,
			path: `/n/${index}`,
		})),
	);
	await withSettings(stage, "#/activity", async (page) => {
		await expect(rows(page).first()).toBeVisible();
		expect(await rows(page).count()).toBeLessThan(60);
		const list = page.getByRole("list", { name: "Requests" });
		await expect(async () => {
			await list.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
			await expect(page.locator("li[aria-posinset='1000']")).toBeVisible({ timeout: 200 });
		}).toPass();
		expect(await rows(page).count()).toBeLessThan(60);
	});
});

test("a worker that is ended keeps what was sent before", async ({ stage }) => {
	const { crm, connect, tool, browser } = stage;
	crm.answer(customerPath, json({ found: false }));
	await connect();
	await tool("test_crm_endpoint", {
		type: "sidePanel_CustomerInfo",
		url: `${crm.url}${customerPath}`,
		method: "POST",
	});
	await withSettings(stage, "#/activity", async (page) => {
		await expect(rows(page)).toContainText("Customer (test)");
		await stopServiceWorker(browser);
		await page.reload();
		await expect(rows(page)).toContainText("Customer (test)");
	});
});

for (const place of ["list", "detail"])
	test(`is accessible in light and dark, and fits 320 px: ${place}`, async ({ stage }) => {
		await someRequests(stage.panel);
		await withSettings(stage, "#/activity", async (page) => {
			await page.setViewportSize(narrow);
			await expect(rows(page).first()).toBeVisible();
			if (place === "detail") await rows(page).first().getByRole("link").click();
			expect(await overflowing(page)).toEqual([]);
			for (const colorScheme of ["light", "dark"] as const) {
				await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
				expect(await accessibilityProblems(page), colorScheme).toEqual([]);
			}
		});
	});

for (const locale of ["es", "pt_BR"] as const)
	test(`speaks ${locale}`, async () => {
		await withStage({ locale: locale.replace("_", "-") }, async (stage) => {
			const texts = readTexts(locale);
			await someRequests(stage.panel);
			await withSettings(stage, "#/activity", async (page) => {
				await expect(page.getByRole("heading", { level: 1 })).toHaveText(texts("settings_pages_activity"));
				await expect(rows(page, texts("settings_activity_list"))).toHaveCount(5);
				await page.setViewportSize(narrow);
				expect(await overflowing(page)).toEqual([]);
				expect(await untranslated(page)).toEqual([]);
			});
		});
	});
