import { configureWebhook, openSettings, settled, storeDeliveries, waiting } from "./support/deliveries";
import { row, rows, someDeliveries, tab, useWebhook } from "./support/deliveries-page";
import { text } from "./support/replies";
import { expect, test } from "./support/stage";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

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

test("the chart counts what arrived and what failed for good, by the hour or by the day", async ({
	stage,
}) => {
	const now = Date.now();
	await storeDeliveries(stage.panel, [
		...[1, 2, 3].map((number) => settled(number, "delivered", { storedAt: now - 1_000 })),
		settled(4, "failed", { storedAt: now - 1_000 }),
		settled(5, "failed", { storedAt: now - 5 * day }),
	]);
	const page = await openSettings(stage, "#/deliveries");
	const chart = page.getByRole("region", { name: "What arrived and what failed over time" });
	await expect(chart).toContainText("3 delivered");
	await expect(chart).toContainText("1 failed for good");
	await chart.getByRole("button", { name: "30 days" }).click();
	await expect(chart).toContainText("2 failed for good");
	await page.close();
});

test("the chart shows attempts that fail while nothing has failed for good yet", async ({ stage }) => {
	stage.crm.answer("/hook", text("broken", { status: 500 }));
	await useWebhook(stage);
	await storeDeliveries(stage.panel, [waiting(1), waiting(2)]);
	const page = await openSettings(stage, "#/deliveries");
	const chart = page.getByRole("region", { name: "What arrived and what failed over time" });
	await expect(chart).toContainText("2 failed attempts, made again");
	await expect(chart).toContainText("0 failed for good");
	const table = chart.getByRole("table");
	await expect(table.getByRole("columnheader")).toHaveText([
		"Time",
		"Delivered",
		"Failed for good",
		"Failed attempts, made again",
	]);
	await expect(table.getByRole("row").last().getByRole("cell")).toHaveText(["0", "0", "2"]);
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
		page.getByRole("table", { name: "What arrived and what failed over time" }).getByRole("row").last(),
	).toContainText("300");
	await page.close();
});
