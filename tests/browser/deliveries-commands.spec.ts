import { readFile } from "node:fs/promises";
import { openSettings, phoneOf, settled, storeDeliveries } from "./support/deliveries";
import { row, rows, someDeliveries, tab, useWebhook } from "./support/deliveries-page";
import { text } from "./support/replies";
import { expect, test } from "./support/stage";

const hour = 3_600_000;
const day = 24 * hour;

test("sends one again, and all that failed, after it has said how many", async ({ stage }) => {
	stage.crm.answer("/hook", text("fine"));
	await useWebhook(stage);
	await someDeliveries(stage.panel);
	const page = await openSettings(stage, "#/deliveries");
	await row(page, 101).getByRole("link").click();
	await page.getByRole("dialog").getByRole("button", { name: "Send again" }).click();
	await expect(page.getByRole("dialog")).toContainText("Attempt 2");
	await expect(page.getByRole("dialog").getByText("HTTP 200")).toHaveCount(2);
	expect(stage.crm.received("/hook").map(({ headers }) => headers["webhook-id"])).toEqual(["event_000101"]);
	await page.keyboard.press("Escape");

	await tab(page, "Failed").click();
	await page.getByRole("button", { name: "Send all again" }).click();
	const dialog = page.getByRole("dialog", { name: "Send again?" });
	await expect(dialog).toContainText("This means 2 deliveries.");
	await dialog.getByRole("button", { name: "Send again" }).click();
	await expect(page.getByText("2 deliveries go out again.")).toBeVisible();
	await expect(tab(page, "Failed")).toContainText("0");
	await expect(tab(page, "Delivered")).toContainText("4");
	await expect(tab(page, "Cancelled")).toContainText("1");
	expect(stage.crm.received("/hook")).toHaveLength(3);
	await page.close();
});

test("sends everything since a day again, and only that, without what a person cancelled", async ({
	stage,
}) => {
	stage.crm.answer("/hook", text("fine"));
	await useWebhook(stage);
	const now = Date.now();
	await storeDeliveries(stage.panel, [
		settled(1, "delivered", { storedAt: now - 9 * day }),
		settled(2, "failed", { storedAt: now - 3 * day }),
		settled(3, "delivered", { storedAt: now - hour }),
		settled(4, "cancelled", { storedAt: now - hour }),
		settled(5, "cancelled", { storedAt: now - hour, cancelledBecause: "event-not-selected" }),
	]);
	const page = await openSettings(stage, "#/deliveries");
	await page.getByLabel("From").fill(new Date(now - 4 * day).toLocaleDateString("sv"));
	await expect(rows(page)).toHaveCount(4);
	await page.getByRole("button", { name: "Send all again" }).click();
	await expect(page.getByRole("dialog")).toContainText("This means 3 deliveries.");
	await expect(page.getByRole("dialog")).toContainText(
		"1 delivered · 1 failed · 1 of an event that was no longer selected",
	);
	await expect(page.getByRole("dialog")).toContainText("What you cancelled is left out.");
	await page.getByRole("dialog").getByRole("button", { name: "Send again" }).click();
	await expect
		.poll(() =>
			stage.crm
				.received("/hook")
				.map(({ headers }) => headers["webhook-id"])
				.sort(),
		)
		.toEqual(["event_000002", "event_000003", "event_000005"]);
	await expect(row(page, 4)).toContainText("Cancelled");

	// What a person cancelled goes out where it is what is shown.
	await page.getByRole("button", { name: "Clear filters" }).click();
	await page.getByRole("button", { name: "Send all again" }).click();
	await expect(page.getByRole("dialog")).toContainText("This means 4 deliveries.");
	await page.getByRole("button", { name: "Keep as it is" }).click();
	await tab(page, "Cancelled").click();
	await page.getByRole("button", { name: "Send all again" }).click();
	await expect(page.getByRole("dialog")).toContainText("This means 1 delivery.");
	await expect(page.getByRole("dialog")).not.toContainText("left out");
	await page.getByRole("dialog").getByRole("button", { name: "Send again" }).click();
	await expect.poll(() => stage.crm.received("/hook").at(-1)?.headers["webhook-id"]).toBe("event_000004");
	await page.close();
});

test("sends what is selected again, and nothing else", async ({ stage }) => {
	const { crm } = stage;
	crm.answer("/hook", text("ok"));
	await useWebhook(stage);
	await storeDeliveries(stage.panel, [
		settled(101, "failed", { storedAt: Date.now() - 3 * hour }),
		settled(102, "delivered", { storedAt: Date.now() - 2 * hour }),
		settled(103, "failed", { storedAt: Date.now() - hour }),
	]);
	const page = await openSettings(stage, "#/deliveries");
	for (const number of [101, 102]) await row(page, number).getByRole("checkbox").click();
	await expect(page.getByText("2 selected")).toBeVisible();
	await page.getByRole("button", { name: "Send again", exact: true }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Send again" }).click();
	await expect.poll(() => crm.received("/hook").length).toBe(2);
	await expect(row(page, 101)).toContainText("Delivered");
	await expect(row(page, 103)).toContainText("Failed");
	const ids = crm.received("/hook").map(({ headers }) => headers["webhook-id"]);
	expect(ids.toSorted()).toEqual(["event_000101", "event_000102"]);
	await page.close();
});

test("cancels and removes what is selected with the keyboard, ranges with Shift", async ({ stage }) => {
	await someDeliveries(stage.panel);
	const page = await openSettings(stage, "#/deliveries");
	await rows(page).first().getByRole("link").focus();
	await page.keyboard.press("Space");
	await expect(page.getByText("1 selected")).toBeVisible();
	await page.getByRole("button", { name: "Cancel", exact: true }).click();
	await page.getByRole("button", { name: "Cancel delivery" }).click();
	await expect(page.getByText("1 delivery was cancelled.")).toBeVisible();
	await expect(tab(page, "Waiting")).toContainText("0");
	await expect(row(page, 106)).toContainText("Cancelled");

	await rows(page).first().getByRole("link").focus();
	await page.keyboard.press("Space");
	for (let step = 0; step < 3; step++) {
		await page.keyboard.press("ArrowDown");
		await expect(
			rows(page)
				.nth(step + 1)
				.getByRole("link"),
		).toBeFocused();
	}
	await page.keyboard.press("Shift+Space");
	await expect(page.getByText("4 selected")).toBeVisible();
	await page.getByRole("button", { name: "Remove", exact: true }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
	await expect(page.getByText("4 deliveries were removed.")).toBeVisible();
	await expect(rows(page)).toHaveCount(2);

	await rows(page).first().getByRole("checkbox").click();
	await rows(page)
		.nth(1)
		.getByRole("checkbox")
		.click({ modifiers: ["Shift"] });
	await expect(page.getByText("2 selected")).toBeVisible();
	await page.keyboard.press("Home");
	await page.keyboard.press("Enter");
	await rows(page).first().getByRole("link").press("Enter");
	await expect(page.getByRole("dialog")).toContainText("Payload");
	await page.close();
});

test("exports what the filter means, with every attempt and nothing secret", async ({ stage }) => {
	await useWebhook(stage, { webhook_enabled: false });
	await someDeliveries(stage.panel);
	const page = await openSettings(stage, "#/deliveries/failed");
	await expect(rows(page)).toHaveCount(2);
	const downloading = page.waitForEvent("download");
	await page.getByRole("button", { name: "Export" }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toMatch(/^chatside-deliveries-\d{4}-\d{2}-\d{2}\.json$/);
	const content = await readFile(await download.path(), "utf8");
	const exported = JSON.parse(content);
	expect(exported.map(({ id }: { id: string }) => id)).toEqual(["event_000105", "event_000102"]);
	expect(exported[0]).toMatchObject({
		event: "phone.detected",
		status: "failed",
		body: { data: { phone: phoneOf(105) } },
		attempts: [{ number: 1, status: 500, latency_ms: 142, failure: { reason: "http-status" } }],
	});
	expect(content).not.toContain("a secret of the tests");
	expect(content).not.toContain("s3cret-key");
	await page.close();
});
