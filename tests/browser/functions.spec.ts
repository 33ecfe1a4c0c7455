import { expect, test } from "./support/stage";

test("creates a function by the form, without asking about unsaved changes after it is saved", async ({
	stage,
}) => {
	const { browser, crm } = stage;
	const page = await browser.context.newPage();
	await page.goto(`chrome-extension://${browser.extensionId}/options.html#/functions/:new`);
	await page.getByLabel("Name", { exact: true }).fill("check_order");
	await page.getByLabel("URL", { exact: true }).fill(`${crm.url}/orders`);
	await page.getByRole("button", { name: "Save", exact: true }).click();
	await expect(page.getByRole("link", { name: "check_order", exact: true })).toBeVisible();
	await expect(page.getByRole("dialog")).toHaveCount(0);
	await page.close();
});

test("leaves a new function nobody has typed into without asking, and asks once something is typed", async ({
	stage,
}) => {
	const { browser } = stage;
	const page = await browser.context.newPage();
	await page.goto(`chrome-extension://${browser.extensionId}/options.html#/functions/:new`);
	await page.getByRole("link", { name: "Close", exact: true }).click();
	await page.getByRole("link", { name: "New function" }).click();
	await page.getByLabel("Name", { exact: true }).fill("half");
	await page.getByRole("link", { name: "Close", exact: true }).click();
	await page.getByRole("button", { name: "Stay" }).click();
	await expect(page.getByLabel("Name", { exact: true })).toHaveValue("half");
	await page.close();
});
