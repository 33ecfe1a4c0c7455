import { openSettings, storeDeliveries, waiting } from "./support/deliveries";
import { row, rows, someDeliveries, tab, useWebhook } from "./support/deliveries-page";
import { createGate } from "./support/gate";
import { text } from "./support/replies";
import { expect, test } from "./support/stage";

const minute = 60_000;
const hour = 60 * minute;

test("shows a delivery with its payload, attempts and curl, and the list as it was behind it", async ({
	stage,
}) => {
	await someDeliveries(stage.panel);
	const page = await openSettings(stage, "#/deliveries/failed");
	await row(page, 105).getByRole("link").click();
	const dialog = page.getByRole("dialog", { name: "+34 600 00 01 05" });
	await expect(dialog.getByLabel("Payload", { exact: true })).toContainText('"contact_name": "Contact 105"');
	await expect(dialog).toContainText("Attempt 1");
	await expect(dialog).toContainText("HTTP 500");
	await expect(dialog).toContainText("142 ms");
	await expect(dialog).toContainText(
		"hooks.example.com answered with status 500. Only 2xx counts as delivered.",
	);
	await dialog.getByText("Request headers").click();
	await expect(dialog.getByLabel("Request headers", { exact: true })).toContainText(
		"webhook-id: event_000105",
	);
	await dialog.getByText("Answer", { exact: true }).click();
	await expect(dialog.getByLabel("Answer", { exact: true })).toContainText("Internal Server Error");
	await dialog.getByText("curl command").click();
	await expect(dialog.getByLabel("curl command", { exact: true })).toContainText("curl -X POST");

	await page.keyboard.press("Escape");
	await expect(dialog).toHaveCount(0);
	await expect(rows(page)).toHaveCount(2);
	await expect(page).toHaveURL(/#\/deliveries\/failed$/);
	await page.close();
});

test("tells when the next attempt is, and how long a delivery waited while the browser was closed", async ({
	stage,
}) => {
	const now = Date.now();
	await useWebhook(stage);
	await storeDeliveries(
		stage.panel,
		[waiting(7, { storedAt: now - 5 * hour, dueAt: now + 30 * minute, failures: 3, attemptCount: 3 })],
		{ pauses: [{ from: now - 4 * hour, until: now - hour }] },
	);
	const page = await openSettings(stage, "#/deliveries");
	await expect(page.getByText("Queued while the browser was closed: 3 hours")).toBeVisible();
	await expect(rows(page)).toContainText("3 attempts · next attempt in 30 minutes");
	await rows(page).getByRole("link").click();
	const dialog = page.getByRole("dialog");
	await expect(dialog).toContainText("Waited 3 hours while the browser was closed.");
	await expect(dialog).toContainText(/Next\s*next attempt in 30 minutes · \w/);
	await page.close();
});

test("a delivery cancelled while its attempt is under way says what came of it, and goes on counting", async ({
	stage,
}) => {
	const { crm } = stage;
	const gate = createGate();
	crm.answer("/hook", async () => {
		await gate.passed;
		return text("fine");
	});
	await useWebhook(stage);
	await storeDeliveries(stage.panel, [waiting(1)]);
	await expect.poll(() => crm.received("/hook").length).toBe(1);
	const page = await openSettings(stage, "#/deliveries");
	await rows(page).getByRole("link").click();
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("button", { name: "Cancel" }).click();
	await expect(dialog).toContainText("Attempt 1");
	await expect(dialog).toContainText("outcome unknown");
	await expect(dialog).toContainText("It was cancelled while this attempt was under way.");

	gate.open();
	await expect(dialog).toContainText("It was cancelled, but your server has it: attempt 1 arrived.");
	await expect(dialog).toContainText("HTTP 200");
	await expect(dialog).not.toContainText("outcome unknown");
	await page.keyboard.press("Escape");
	await expect(rows(page)).toContainText("Cancelled");
	await expect(rows(page)).toContainText("arrived all the same");
	await expect(tab(page, "Delivered")).toContainText("0");

	await rows(page).getByRole("link").click();
	await dialog.getByRole("button", { name: "Send again" }).click();
	await expect(dialog).toContainText("Attempt 2");
	expect(crm.received("/hook").map(({ headers }) => headers["x-webhook-attempt"])).toEqual(["1", "2"]);
	await page.close();
});
