import type { Page } from "@playwright/test";
import woocommerce from "../fixtures/presets/woocommerce.json" with { type: "json" };
import { accessibilityProblems } from "./support/accessibility";
import { card } from "./support/customer-card";
import { narrow, overflowing, untranslated } from "./support/layout";
import { withSettings } from "./support/options-page";
import { json } from "./support/replies";
import { expect, setStage, test, withScene } from "./support/stage";
import { readTexts } from "./support/texts";

const list = "#/crm-endpoints";
const orders = "/wp-json/wc/v3/orders";

async function openPresets(page: Page, texts = readTexts("en")) {
	await page.getByRole("button", { name: texts("settings_presets_open") }).click();
	const dialog = page.getByRole("dialog");
	await expect(dialog).toBeVisible();
	return dialog;
}

async function chooseShop(page: Page, url: string) {
	const dialog = await openPresets(page);
	await dialog.getByLabel("CRM", { exact: true }).selectOption("WooCommerce");
	await dialog.getByLabel("Address of WooCommerce").fill(url);
	await dialog.getByLabel("Consumer key").fill("ck_1");
	await dialog.getByLabel("Consumer secret").fill("cs_1");
	return dialog;
}

test("connects a WooCommerce shop by its address and key, and the panel shows who bought there", async ({
	stage,
}) => {
	const { crm, panel, chat, open } = stage;
	crm.answer(orders, json(woocommerce.orders));
	await withSettings(stage, list, async (page) => {
		const dialog = await chooseShop(page, `${crm.url}/`);
		await dialog.getByLabel("Search everywhere").uncheck();
		await dialog.getByRole("button", { name: "Set up" }).click();
		await expect(dialog).toBeHidden();
		await expect(page.getByText("WooCommerce is set up.")).toBeVisible();
		const customer = page.getByRole("region", { name: "Customer", exact: true });
		await expect(customer).toContainText(`GET ${crm.url}${orders}`);
		const everywhere = page.getByRole("region", { name: "Search everywhere" });
		await expect(everywhere).toContainText("Not set");
	});
	await chat.bringToFront();
	await open("lucia");
	await expect(card(panel)).toContainText("Ana Robledo");
	await expect(card(panel)).toContainText("#732");
	const [request] = crm.received(orders);
	expect(request?.query.get("search")).toBe("612345678");
	expect(request?.headers.authorization).toBe(`Basic ${btoa("ck_1:cs_1")}`);
});

test("is where the empty panel leads, as often as it is asked", async ({ stage }) => {
	const { browser, chat, panel } = stage;
	const known = panel.getByRole("button", { name: "Start from a known CRM" });
	const [page] = await Promise.all([browser.context.waitForEvent("page"), known.click()]);
	const dialog = page.getByRole("dialog", { name: "Start from a known CRM" });
	await expect(dialog).toBeVisible();
	await dialog.getByRole("button", { name: "Cancel" }).click();
	await expect(dialog).toBeHidden();
	await chat.bringToFront();
	await known.click();
	await expect(dialog).toBeVisible();
	await page.close();
});

test("says at each field what is wrong with it, and sets nothing", async ({ stage }) => {
	await withSettings(stage, list, async (page) => {
		const dialog = await openPresets(page);
		await dialog.getByLabel("CRM", { exact: true }).selectOption("HubSpot");
		await dialog.getByLabel("Hub ID").fill("robledo");
		await dialog.getByRole("button", { name: "Set up" }).click();
		await expect(dialog.getByLabel("Access token")).toHaveAccessibleDescription("Required.");
		await expect(dialog.getByLabel("Access token")).toBeFocused();
		await expect(dialog.getByLabel("Hub ID")).toHaveAccessibleDescription("A number, such as 12345678.");
		await dialog.getByLabel("CRM", { exact: true }).selectOption("Shopify");
		await dialog.getByLabel("Name of the shop").fill("https://admin.shopify.com/store/my-shop");
		await dialog.getByRole("button", { name: "Set up" }).click();
		await expect(dialog.getByLabel("Name of the shop")).toHaveAccessibleDescription(
			"Only the beginning of the address, such as my-shop.",
		);
		await page.keyboard.press("Escape");
		await expect(dialog).toBeHidden();
		expect(await stage.tool("get_crm_endpoints", {})).toEqual({ crm_endpoints: [] });
	});
});

test("forgets what was typed for one CRM when another is chosen, and wants one endpoint at least", async ({
	stage,
}) => {
	const { crm } = stage;
	await withSettings(stage, list, async (page) => {
		const dialog = await chooseShop(page, crm.url);
		const crmField = dialog.getByLabel("CRM", { exact: true });
		await crmField.selectOption("Odoo 19+");
		await expect(dialog.getByLabel("API key")).toHaveValue("");
		await crmField.selectOption("WooCommerce");
		await expect(dialog.getByLabel("Consumer secret")).toHaveValue("");
		await page.keyboard.press("Escape");
		const again = await chooseShop(page, crm.url);
		for (const box of await again.getByRole("checkbox").all()) await box.uncheck();
		await again.getByRole("button", { name: "Set up" }).click();
		await expect(again.getByRole("alert")).toContainText("Choose at least one endpoint.");
	});
});

test("tells which endpoints it would replace", async ({ stage }) => {
	await stage.connect();
	await withSettings(stage, list, async (page) => {
		const dialog = await openPresets(page);
		await expect(dialog.getByLabel("Customer", { exact: true })).toHaveAccessibleDescription(
			"Replaces the one that is set now.",
		);
		await expect(dialog.getByLabel("Find a customer")).not.toHaveAccessibleDescription(/./);
	});
});

for (const { language, locale } of [
	{ language: "en-US", locale: "en" },
	{ language: "es", locale: "es" },
	{ language: "pt-BR", locale: "pt_BR" },
])
	test(`is accessible in light and dark, and fits 320 px, in ${language}`, async () => {
		test.slow();
		await withScene({ locale: language }, async (scene) => {
			await withSettings(await setStage(scene), list, async (page) => {
				await page.setViewportSize(narrow);
				const texts = readTexts(locale);
				const dialog = await openPresets(page, texts);
				const choice = dialog.getByLabel("CRM", { exact: true });
				for (const name of await choice.locator("option").allTextContents()) {
					await choice.selectOption(name);
					expect(await overflowing(page), name).toEqual([]);
					expect(await untranslated(page), name).toEqual([]);
				}
				await dialog.getByRole("button", { name: texts("settings_presets_create") }).click();
				for (const colorScheme of ["light", "dark"] as const) {
					await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
					expect(await accessibilityProblems(page), colorScheme).toEqual([]);
				}
			});
		});
	});
