import type { Locator, Page } from "@playwright/test";
import { accessibilityProblems } from "./support/accessibility";
import { openSettings, settled, storeDeliveries, waiting } from "./support/deliveries";
import { rows, someDeliveries, tab, useWebhook } from "./support/deliveries-page";
import { expect, test, withStage } from "./support/stage";
import { readTexts } from "./support/texts";

test("the panel tells what waits and what has failed, and leads to it", async ({ stage }) => {
	const { browser, panel, connect, open } = stage;
	await connect();
	await open("lucia");
	const footer = panel.getByRole("contentinfo");
	await expect(footer).toBeVisible();
	await expect(footer.getByTitle("Show the deliveries")).toHaveCount(0);
	await storeDeliveries(panel, [waiting(1), waiting(2), waiting(3)]);
	await expect(footer.getByRole("button", { name: "3 waiting" })).toBeVisible();
	await storeDeliveries(panel, [settled(4, "failed"), settled(5, "failed")]);
	await expect(footer.getByRole("button", { name: "2 failed" })).toBeVisible();
	await panel.setViewportSize({ width: 320, height: 720 });
	await expect(footer).toContainText("Reading WhatsApp");
	expect(await cutTexts(footer)).toEqual([]);
	await expect(footer.getByRole("button", { name: new URL(stage.crm.url).host })).toBeVisible();
	const opened = browser.context.waitForEvent("page");
	await footer.getByRole("button", { name: "2 failed" }).click();
	const page = await opened;
	await expect(rows(page)).toHaveCount(2);
	await expect(tab(page, "Failed")).toHaveAttribute("aria-current", "true");
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
			// However far the rest goes on below.
			await expect(page.getByRole("button", { name: "Close" })).toBeInViewport({ ratio: 1 });
			await expect(page.getByRole("button", { name: "Send again" })).toBeInViewport({ ratio: 1 });
		}
		expect(await overflowing(page)).toEqual([]);
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
			expect(await accessibilityProblems(page), colorScheme).toEqual([]);
		}
		await page.close();
	});

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

/** What does not fit, and the texts of which only the beginning is shown. */
function cutTexts(footer: Locator): Promise<string[]> {
	return footer.evaluate((element) =>
		[element, ...element.querySelectorAll(".truncate")]
			.filter((one) => one.scrollWidth > one.clientWidth && one.clientWidth > 1)
			.map((one) => one.textContent ?? ""),
	);
}

function overflowing(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[document.documentElement, ...document.querySelectorAll("main, dialog, ul")]
			.filter((element) => element.scrollWidth > element.clientWidth && !element.closest("nav"))
			.map((element) => `${element.tagName} ${element.scrollWidth} > ${element.clientWidth}`),
	);
}
