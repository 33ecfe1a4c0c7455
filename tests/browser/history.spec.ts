import type { Page } from "@playwright/test";
import { accessibilityProblems } from "./support/accessibility";
import { checkOrder, secrets, setEverything } from "./support/full-settings";
import { narrow, overflowing } from "./support/layout";
import { send, stored, withSettings } from "./support/options-page";
import { customerPath, expect, type Stage, setStage, test, withScene } from "./support/stage";
import { readTexts } from "./support/texts";

const entries = (page: Page) => page.getByRole("article");
const dialog = (page: Page) => page.getByRole("dialog", { name: "Undo this change?" });

async function undo(page: Page, nth = 0): Promise<void> {
	await entries(page).nth(nth).getByRole("button", { name: "Undo…" }).click();
	await dialog(page).getByRole("button", { name: "Undo", exact: true }).click();
	await expect(dialog(page)).toHaveCount(0);
	await expect(page.getByText("Taken back.", { exact: true })).toBeVisible();
}

const addFunction = (name: string) => ({
	message: "callTool",
	data: { name: "update_custom_functions", arguments: { add_function: { ...checkOrder, name } } },
});

test("is empty before anything was changed, and says so", async ({ stage }) => {
	await withSettings(stage, "#/history", async (page) => {
		await expect(page.getByRole("heading", { name: "No changes yet" })).toBeVisible();
	});
});

test("tells each change by the names of things, and no secret", async ({ stage }) => {
	await setEverything(stage);
	await stage.tool("update_crm_endpoints", {
		add_crm_endpoint: {
			type: "sidePanel_CustomerInfo",
			url: `${stage.crm.url}${customerPath}`,
			method: "POST",
			auth: { type: "header", fields: { Authorization: "Bearer another-key" } },
		},
	});
	await withSettings(stage, "#/history", async (page) => {
		await expect(entries(page)).toHaveCount(6);
		const text = await entries(page).allInnerTexts();
		const told = text.map((entry) => entry.replace(/\s+/g, " "));
		expect(told[0]).toMatch(/^CRM endpoints this minute · .*update_crm_endpoints .*Customer Sign-in Header/);
		expect(told[0]).toMatch(/Header \(Authorization\) → becomes another secret$/);
		expect(told[1]).toMatch(/^Reading the page this minute · .* composer New #compose/);
		expect(told[2]).toMatch(/Search everywhere New GET http.*\/search/);
		expect(told[3]).toMatch(/check_order_status New GET https:\/\/myapi\.example\/orders\/status/);
		expect(told[4]).toMatch(/Switched on No → becomes Yes/);
		expect(told[4]).toMatch(/Secret nothing → becomes set/);
		for (const summary of await page.locator("summary").all()) await summary.click();
		const html = await page.content();
		for (const secret of [...Object.values(secrets), "another-key"]) expect(html).not.toContain(secret);
	});
});

const changes: { name: string; make(stage: Stage, page: Page): Promise<unknown> }[] = [
	{
		name: "a changed endpoint",
		make: ({ tool }) =>
			tool("update_crm_endpoints", {
				add_crm_endpoint: { type: "globalSearch", url: "https://other.example/s", method: "POST" },
			}),
	},
	{
		name: "a removed endpoint with its secret",
		make: ({ tool }) => tool("update_crm_endpoints", { remove_crm_endpoint: "sidePanel_CustomerInfo" }),
	},
	{
		name: "another webhook secret",
		async make({ tool }) {
			await tool("configure_webhooks", { webhook_secret: "one-more-secret" });
			await tool("configure_webhooks", { webhook_secret: "one-more-secret", confirm: true });
		},
	},
	{
		name: "a deleted function",
		make: ({ tool }) => tool("update_custom_functions", { remove_function: checkOrder.name }),
	},
	{
		name: "other selectors",
		make: (_stage, page) => send(page, "setSelectorOverrides", { title: ["#t"] }),
	},
	{
		name: "the deletion of all settings",
		make: (_stage, page) => send(page, "deleteStoredData", { kind: "settings" }),
	},
	{
		name: "an import",
		async make(_stage, page) {
			const settings = { version: 2, webhook: {}, crm_endpoints: [], custom_functions: [] };
			const { webhook, detection, deliveries } = (await stored(page, "settings")) as Record<string, object>;
			const file = {
				format: "chatside-settings",
				version: 2,
				settings: {
					...settings,
					webhook: { ...webhook, enabled: false },
					selector_overrides: {},
					detection,
					deliveries,
				},
			};
			const plan = (await send(page, "planImport", { file })) as { value: { fingerprint: string } };
			await send(page, "applyImport", { file, fingerprint: plan.value.fingerprint });
		},
	},
];

for (const { name, make } of changes)
	test(`takes back ${name}, and takes that back again`, async ({ stage }) => {
		await setEverything(stage);
		await withSettings(stage, "#/history", async (page) => {
			const before = await stored(page, "settings");
			await expect(entries(page)).toHaveCount(5);
			await make(stage, page);
			await expect(entries(page)).toHaveCount(6);
			const after = await stored(page, "settings");
			expect(after).not.toEqual(before);

			await undo(page);
			expect(await stored(page, "settings")).toEqual(before);
			await expect(entries(page).nth(0).getByRole("heading", { name: "Taken back" })).toBeVisible();
			await expect(entries(page).nth(1)).toContainText("Nothing to undo.");
			await expect(entries(page).nth(1).getByRole("button", { name: "Undo…" })).toHaveCount(0);

			await undo(page);
			expect(await stored(page, "settings")).toEqual(after);
			await expect(entries(page).nth(2).getByRole("button", { name: "Undo…" })).toBeVisible();
		});
	});

test("warns when what is taken back was changed again since, and leaves everything else", async ({
	stage,
}) => {
	await setEverything(stage);
	await stage.tool("update_custom_functions", { add_function: { ...checkOrder, method: "POST" } });
	await withSettings(stage, "#/history", async (page) => {
		const before = (await stored(page, "settings")) as Record<string, unknown>;
		await entries(page).nth(3).getByRole("button", { name: "Undo…" }).click();
		await expect(dialog(page)).toContainText("check_order_status");
		await expect(dialog(page)).toContainText("Removed");
		await expect(dialog(page)).toContainText("Part of this was changed again since.");
		expect(await accessibilityProblems(page)).toEqual([]);
		await dialog(page).getByRole("button", { name: "Cancel" }).click();
		expect(await stored(page, "settings")).toEqual(before);
		await undo(page, 3);
		expect(await stored(page, "settings")).toEqual({ ...before, custom_functions: [] });
	});
});

test("says that what the organisation sets cannot be undone", async ({ stage }) => {
	await setEverything(stage);
	await withSettings(stage, "#/webhooks", async (page) => {
		// A policy cannot be set for one test: the background's answer is given one on its way.
		await page.addInitScript(() => {
			const sendMessage = chrome.runtime.sendMessage.bind(chrome.runtime);
			const withPolicy = async (envelope: { message: string }) => {
				const reply = await sendMessage(envelope);
				if (envelope.message === "getSettingsOverview") reply.value.locked = ["webhook.url"];
				return reply;
			};
			Object.assign(chrome.runtime, { sendMessage: withPolicy });
		});
		await page.goto(page.url().replace("webhooks", "history"));
		await page.reload();
		const webhook = entries(page).filter({ hasText: "configure_webhooks" });
		await expect(webhook).toContainText("Cannot be undone. Your organisation sets Webhook: URL.");
		await expect(webhook.getByRole("button", { name: "Undo…" })).toHaveCount(0);
		await expect(page.getByRole("button", { name: "Undo…" })).toHaveCount(4);
	});
});

test("two pages see each other's changes, and no update is lost among twenty at once", async ({ stage }) => {
	const { panel } = stage;
	await withSettings(stage, "#/history", (one) =>
		withSettings(stage, "#/functions", async (other) => {
			await expect(other.getByRole("heading", { name: "No functions yet" })).toBeVisible();
			const names = Array.from({ length: 20 }, (_, index) => `f${String(index).padStart(2, "0")}`);
			const call = (page: Page, calls: object[]) =>
				page.evaluate(
					(envelopes) => Promise.all(envelopes.map((envelope) => chrome.runtime.sendMessage(envelope))),
					calls,
				);
			await Promise.all([
				call(one, names.slice(0, 10).map(addFunction)),
				call(other, names.slice(10).map(addFunction)),
				call(panel, [addFunction("from_the_panel")]),
			]);
			const settings = (await stored(one, "settings")) as { custom_functions: { name: string }[] };
			expect(settings.custom_functions.map(({ name }) => name)).toEqual([...names, "from_the_panel"]);
			await expect(other.locator("main li")).toHaveCount(21);
			await expect(entries(one)).toHaveCount(20);
			const last = await entries(one).first().locator("code").last().innerText();

			await undo(one);
			await expect(other.locator("main li")).toHaveCount(20);
			await expect(other.getByText(last, { exact: true })).toHaveCount(0);
			await send(other, "deleteStoredData", { kind: "settings-history" });
			await expect(one.getByRole("heading", { name: "No changes yet" })).toBeVisible();
		}),
	);
});

test("is accessible in light and dark, and fits 320 px", async ({ stage }) => {
	await setEverything(stage);
	await withSettings(stage, "#/history", async (page) => {
		await page.setViewportSize(narrow);
		await expect(entries(page)).toHaveCount(5);
		await page.getByText("All of it").first().click();
		expect(await overflowing(page)).toEqual([]);
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
			expect(await accessibilityProblems(page), colorScheme).toEqual([]);
		}
		await page.getByRole("button", { name: "Undo…" }).first().click();
		expect(await overflowing(page)).toEqual([]);
		expect(await accessibilityProblems(page)).toEqual([]);
	});
});

test("speaks Spanish, and fits 320 px", async () => {
	await withScene({ locale: "es" }, async (scene) => {
		const stage = await setStage(scene);
		const texts = readTexts("es");
		await setEverything(stage);
		await withSettings(stage, "#/history", async (page) => {
			await page.setViewportSize(narrow);
			await expect(entries(page).first()).toContainText(texts("settings_history_origins_selectors"));
			await expect(page.getByText(texts("settings_history_intro"))).toBeVisible();
			expect(await overflowing(page)).toEqual([]);
			await page
				.getByRole("button", { name: texts("settings_history_undo_open") })
				.first()
				.click();
			await expect(page.getByRole("dialog", { name: texts("settings_history_undo_title") })).toBeVisible();
			expect(await overflowing(page)).toEqual([]);
		});
	});
});
