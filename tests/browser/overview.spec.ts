import type { Page } from "@playwright/test";
import { approveHost } from "../../demo/browser/host-permission";
import { accessibilityProblems } from "./support/accessibility";
import { configureWebhook, settled, storeDeliveries } from "./support/deliveries";
import { setEverything } from "./support/full-settings";
import { narrow, overflowing, untranslated } from "./support/layout";
import { withSettings } from "./support/options-page";
import { found, html } from "./support/replies";
import { customerPath, expect, setStage, test, withScene } from "./support/stage";

const overview = "#/overview";
const attention = (page: Page) => page.getByRole("region", { name: "Needs attention" });
const lineOf = (page: Page, title: string) =>
	page.getByRole("region", { name: "What is connected" }).getByRole("listitem").filter({ hasText: title });

test("shows the first steps and nothing to attend to after the installation", async ({ stage }) => {
	await withSettings(stage, overview, async (page) => {
		await expect(page.getByText("0 of 3 done")).toBeVisible();
		await expect(attention(page)).toHaveCount(0);
		for (const title of ["Customer", "Find a customer", "Products", "Search everywhere"])
			await expect(lineOf(page, title).first()).toContainText("Not set");
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme });
			expect(await accessibilityProblems(page)).toEqual([]);
		}
		await page.setViewportSize(narrow);
		expect(await overflowing(page)).toEqual([]);
	});
});

test("ticks a step that is done, and grants missing access in place", async ({ stage }) => {
	const { browser, elsewhere, tool } = stage;
	await tool("update_crm_endpoints", {
		add_crm_endpoint: {
			type: "sidePanel_CustomerInfo",
			url: `${elsewhere.url}${customerPath}`,
			method: "POST",
		},
	});
	const host = new URL(elsewhere.url).host;
	await withSettings(stage, overview, async (page) => {
		await expect(page.getByText("1 of 3 done")).toBeVisible();
		await expect(attention(page)).toContainText(`Chatside needs your permission to ask ${host}.`);
		await expect(lineOf(page, "Customer").first()).toContainText("Access needed");
		expect(await accessibilityProblems(page)).toEqual([]);
		await approveHost(browser.context, browser.extensionId, `${elsewhere.url}/*`);
		await attention(page).getByRole("button", { name: "Grant access" }).click();
		await expect(attention(page)).toHaveCount(0);
		await expect(lineOf(page, "Customer").first()).toContainText("Active");
	});
});

test("tells of an endpoint that fails, leads to it, and is quiet again when it has recovered", async ({
	stage,
}) => {
	const { crm, connect, open, panel } = stage;
	crm.answer(customerPath, html(500));
	await connect();
	await open("lucia");
	await expect(panel.getByRole("button", { name: "Retry" })).toBeVisible();
	await withSettings(stage, overview, async (page) => {
		const failing = attention(page).getByRole("status").filter({ hasText: "Customer fails" });
		await expect(failing).toContainText("HTTP 500");
		await expect(failing).toContainText("It has not worked yet.");
		await expect(lineOf(page, "Customer").first()).toContainText("1 error");
		crm.answer(customerPath, found({ name: "Lucía" }));
		await failing.getByRole("link", { name: "Have a look" }).click();
		await page.getByLabel("Test with this phone").fill("+34612345678");
		await page.getByRole("button", { name: "Test", exact: true }).click();
		await expect(page.getByText("Lucía", { exact: true })).toBeVisible();
		await page.getByRole("link", { name: "Overview" }).click();
		await expect(page.getByText("What is connected")).toBeVisible();
		await expect(attention(page)).toHaveCount(0);
		await expect(lineOf(page, "Customer").first()).toContainText("usually ");
	});
});

test("tells of events that could not be delivered, and leads to them", async ({ stage }) => {
	await storeDeliveries(stage.panel, [settled(1, "failed"), settled(2, "failed")]);
	await withSettings(stage, overview, async (page) => {
		const notice = attention(page).getByRole("alert").filter({ hasText: "2 events could not be delivered" });
		await notice.getByRole("link", { name: "Have a look" }).click();
		await expect(page).toHaveURL(/#\/deliveries\/failed$/);
	});
});

test("tells of a webhook that is on without a secret or without events", async ({ stage }) => {
	const webhook_url = `${stage.crm.url}/hook`;
	await configureWebhook(stage, { webhook_enabled: true, webhook_url, webhook_events: [] });
	await withSettings(stage, overview, async (page) => {
		await expect(attention(page)).toContainText("Events are not signed");
		await attention(page)
			.getByRole("status")
			.filter({ hasText: "none is chosen" })
			.getByRole("link", { name: "Have a look" })
			.click();
		await expect(page.getByRole("heading", { name: "Webhooks", level: 1 })).toBeVisible();
	});
});

test("puts the first steps away and remembers it", async ({ stage }) => {
	await withSettings(stage, overview, async (page) => {
		await page.getByRole("button", { name: /first steps/i }).click();
		await expect(page.getByText("0 of 3 done")).toHaveCount(0);
		await page.reload();
		await expect(page.getByRole("heading", { name: "What is connected" })).toBeVisible();
		await expect(page.getByText("0 of 3 done")).toHaveCount(0);
	});
});

test("speaks Spanish, and fits 320 px in it", async () => {
	await withScene({ locale: "es" }, async (scene) => {
		const stage = await setStage(scene);
		await withSettings(stage, overview, async (page) => {
			await page.setViewportSize(narrow);
			await expect(page.getByText("0 de 3 hechos")).toBeVisible();
			expect(await untranslated(page)).toEqual([]);
			expect(await overflowing(page)).toEqual([]);
		});
		await setEverything(stage);
		await storeDeliveries(stage.panel, [settled(1, "failed")]);
		await withSettings(stage, overview, async (page) => {
			await page.setViewportSize(narrow);
			await expect(page.getByText("1 evento no se pudo entregar")).toBeVisible();
			expect(await untranslated(page)).toEqual([]);
			expect(await overflowing(page)).toEqual([]);
		});
	});
});
