import { accessibilityProblems } from "./support/accessibility";
import { overflowing } from "./support/layout";
import { customerPath, expect, type Stage, test } from "./support/stage";

async function openOverview({ browser }: Stage) {
	const page = await browser.context.newPage();
	await page.goto(`chrome-extension://${browser.extensionId}/options.html#/overview`);
	await expect(page.getByRole("heading", { name: "What is connected" })).toBeVisible();
	return page;
}

test("shows the first steps and nothing to attend to after the installation", async ({ stage }) => {
	const page = await openOverview(stage);
	await expect(page.getByText("0 of 4 done")).toBeVisible();
	await expect(page.getByRole("heading", { name: "Needs attention" })).toHaveCount(0);
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme });
		expect(await accessibilityProblems(page)).toEqual([]);
	}
	await page.setViewportSize({ width: 320, height: 700 });
	expect(await overflowing(page)).toEqual([]);
	await page.close();
});

test("ticks the step that is done, and shows an endpoint without access under what needs attention", async ({
	stage,
}) => {
	await stage.tool("update_crm_endpoints", {
		add_crm_endpoint: {
			type: "sidePanel_CustomerInfo",
			url: `http://crm.localhost/${customerPath}`,
			method: "POST",
		},
	});
	const page = await openOverview(stage);
	await expect(page.getByText("1 of 4 done")).toBeVisible();
	await expect(page.getByText("Chatside may not reach http://crm.localhost")).toBeVisible();
	await expect(page.getByRole("button", { name: "Allow access" })).toBeVisible();
	expect(await accessibilityProblems(page)).toEqual([]);
	await page.close();
});
