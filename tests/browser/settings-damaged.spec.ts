import type { Page } from "@playwright/test";
import { accessibilityProblems } from "./support/accessibility";
import { checkOrder, setEverything } from "./support/full-settings";
import { narrow, overflowing } from "./support/layout";
import { send, stored, withSettings } from "./support/options-page";
import { expect, type Stage, test } from "./support/stage";

const places = [
	"overview",
	"crm-endpoints",
	"health",
	"webhooks",
	"functions",
	"assistant",
	"console",
	"page-reading",
	"activity",
	"history",
	"privacy",
];

/** Puts something in the place of the settings, as a crash or another version of Chatside may leave it. */
const store = (page: Page, settings: unknown) =>
	page.evaluate((value) => chrome.storage.local.set({ settings: value }), settings);

const everythingStored = (page: Page) => page.evaluate(() => chrome.storage.local.get(null));

/** One call of every tool that changes settings, and the messages that do. Each must be refused. */
async function tryToChange({ tool }: Stage, page: Page): Promise<void> {
	for (const [name, input] of [
		["update_custom_functions", { add_function: checkOrder }],
		["update_crm_endpoints", { remove_crm_endpoint: "globalSearch" }],
		["configure_webhooks", { webhook_enabled: false }],
		["get_crm_endpoints", {}],
	] as const)
		await expect(tool(name, input), name).rejects.toThrow(/stored settings .* left as they are/);
	for (const [message, data] of [
		["setSelectorOverrides", { title: ["#t"] }],
		["undoChange", { id: 1 }],
		["setAssistant", { messages: 5 }],
		["exportSettings", { secrets: false }],
		["deleteStoredData", { kind: "settings" }],
	] as const)
		expect(await send(page, message, data), message).toMatchObject({
			ok: false,
			failure: { reason: expect.stringMatching(/^settings-(damaged|newer)$/) },
		});
}

test("damaged settings are told on every page, never overwritten, and the last good ones come back", async ({
	stage,
}) => {
	test.slow();
	await setEverything(stage);
	await withSettings(stage, "#/overview", async (page) => {
		const good = await stored(page, "settings");
		const damaged = { ...(good as object), crm_endpoints: "lost" };
		await store(page, damaged);
		const notice = page.getByRole("alert").filter({ hasText: "The settings cannot be read" });
		for (const place of places) {
			await page.goto(page.url().replace(/#.*/, `#/${place}`));
			await expect(notice, place).toContainText("What is stored was left as it is (crm_endpoints: ");
			await expect(notice.getByRole("button", { name: "Restore the last good copy" })).toBeVisible();
		}
		await expect(stage.panel.getByRole("alert")).toContainText("The settings cannot be read");
		await page.goto(page.url().replace(/#.*/, "#/history"));
		await expect(page.getByText("Cannot be undone while the settings cannot be read.")).toHaveCount(5);
		await page.setViewportSize(narrow);
		expect(await overflowing(page)).toEqual([]);
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
			expect(await accessibilityProblems(page), colorScheme).toEqual([]);
		}

		const before = await everythingStored(page);
		await tryToChange(stage, page);
		expect(await everythingStored(page)).toEqual(before);
		expect(before.settings).toEqual(damaged);

		await notice.getByRole("button", { name: "Restore the last good copy" }).click();
		await expect(notice).toHaveCount(0);
		expect(await stored(page, "settings")).toEqual(good);
		expect(await stored(page, "settings_damaged")).toEqual(damaged);
		await stage.tool("update_custom_functions", { remove_function: checkOrder.name });
		await expect(page.getByRole("article")).toHaveCount(6);
		await expect(stage.panel.getByRole("alert")).toHaveCount(0);
	});
});

test("damaged settings without a good copy can only be begun anew, and are kept", async ({ stage }) => {
	await withSettings(stage, "#/webhooks", async (page) => {
		// Its migration makes something of it that cannot be read.
		const damaged = { version: 1, crm_endpoints: [{ type: "nothing" }], selector_overrides: {} };
		await store(page, damaged);
		await expect(page.getByRole("alert")).toContainText("The settings cannot be read");
		const before = await everythingStored(page);
		await tryToChange(stage, page);
		expect(await everythingStored(page)).toEqual(before);
		await page.getByRole("button", { name: "Start with empty settings" }).click();
		await expect(page.getByRole("alert")).toHaveCount(0);
		expect(await stored(page, "settings_damaged")).toEqual(damaged);
		expect(await stage.tool("get_crm_endpoints", {})).toEqual({ crm_endpoints: [] });
	});
});

test("settings of a newer version are refused, not offered to be replaced, and never overwritten", async ({
	stage,
}) => {
	await setEverything(stage);
	await withSettings(stage, "#/functions", async (page) => {
		const newer = { version: 99, everything: "is different" };
		await store(page, newer);
		const notice = page.getByRole("alert").filter({ hasText: "The settings cannot be read" });
		await expect(notice).toContainText(
			"They were written by a newer Chatside (version 99 of the settings). Update Chatside.",
		);
		await expect(notice.getByRole("button")).toHaveCount(0);
		const before = await everythingStored(page);
		await tryToChange(stage, page);
		expect(await send(page, "restoreSettings")).toMatchObject({
			ok: false,
			failure: { reason: "settings-newer", version: 99 },
		});
		expect(await everythingStored(page)).toEqual(before);
		expect(before.settings).toEqual(newer);
	});
});
