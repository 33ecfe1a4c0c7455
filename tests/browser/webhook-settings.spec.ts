import { checkSignatures } from "../../demo/inbox/signatures";
import { configureWebhook, openSettings } from "./support/deliveries";
import { useWebhook } from "./support/deliveries-page";
import { text } from "./support/replies";
import { expect, test } from "./support/stage";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test("rotates the secret with the old one signing on, and says until when", async ({ stage }) => {
	await useWebhook(stage);
	const page = await openSettings(stage, "#/webhooks");
	await page.getByRole("button", { name: "Generate a new secret" }).click();
	const overlap = page.getByLabel("The old secret keeps signing for");
	await expect(overlap).toHaveValue("24");
	await overlap.selectOption("1 week");
	await page.getByRole("button", { name: "Save" }).click();
	await page.getByRole("button", { name: "Apply" }).click();
	await expect(
		page.getByText(
			/Until \w.+ webhook-signature carries a signature by the previous secret too\. X-WAzion-Signature is by the new one alone\./,
		),
	).toBeVisible();
	const config = await stage.tool("get_webhook_config", {});
	const until = Date.parse((config as { previous_secret_until: string }).previous_secret_until);
	expect(Math.round((until - Date.now()) / day)).toBe(7);
	await page.close();
});

test("says in which order a receiver changes over, for each signature and without an overlap", async ({
	stage,
}) => {
	await useWebhook(stage);
	await configureWebhook(stage, { webhook_secret: "the second secret", secret_overlap_hours: 1 });
	const page = await openSettings(stage, "#/webhooks");
	await page.getByRole("button", { name: "Generate a new secret" }).click();
	const advice = (header: string) =>
		page.locator("dl > div").filter({ has: page.getByText(header, { exact: true }) });
	await expect(advice("webhook-signature")).toContainText("Save, then change the secret on your server");
	await expect(advice("X-WAzion-Signature")).toContainText("Have your server accept both secrets first");
	// The overlap of the rotation before has not ended.
	await expect(page.getByText(/The secret before the present one still signs until \w/)).toBeVisible();

	await page.getByLabel("The old secret keeps signing for").selectOption("not at all");
	await expect(advice("webhook-signature")).toHaveText(
		/^webhook-signatureX-WAzion-SignatureBoth are by the new secret from the moment you save\./,
	);
	await page.close();
});

test("while a secret is replaced both sign what is delivered, the older scheme the new one alone; then it alone", async ({
	stage,
}) => {
	const { crm, open, tool } = stage;
	crm.answer("/hook", text("ok"));
	const [old, next] = ["the old secret of a receiver", "ñ 🔑 the new one"];
	await useWebhook(stage, { webhook_secret: old });
	await configureWebhook(stage, { webhook_secret: next, secret_overlap_hours: 1 });
	/** Which signatures of the last request are right for a secret. */
	const signedBy = (secret: string) => {
		const { headers = {}, body = "" } = crm.received("/hook").at(-1) ?? {};
		const texts = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
		const { wazion, standard } = checkSignatures(texts, Buffer.from(body), secret);
		return { wazion: wazion.ok, standard: standard.ok };
	};
	await open("lucia");
	await expect.poll(() => crm.received("/hook").length).toBe(1);
	expect(signedBy(next)).toEqual({ wazion: true, standard: true });
	expect(signedBy(old)).toEqual({ wazion: false, standard: true });
	expect(String(crm.received("/hook")[0]?.headers["webhook-signature"]).split(" ")).toHaveLength(2);

	// The hour passes.
	await stage.panel.evaluate(async (ms) => {
		const key = "webhook_previous_secret";
		const { [key]: kept } = await chrome.storage.local.get(key);
		await chrome.storage.local.set({ [key]: { ...(kept as object), until: Date.now() - ms } });
	}, minute);
	expect(await tool("get_webhook_config", {})).not.toHaveProperty("previous_secret_until");
	await open("marco");
	await expect.poll(() => crm.received("/hook").length).toBe(2);
	expect(signedBy(next)).toEqual({ wazion: true, standard: true });
	expect(signedBy(old)).toEqual({ wazion: false, standard: false });
});

test("sets what is detected, and how long deliveries are kept", async ({ stage }) => {
	await useWebhook(stage);
	const page = await openSettings(stage, "#/webhooks");
	await page.getByLabel("Country of numbers written without one").selectOption("Spain");
	const own = page.getByLabel("Your own numbers");
	await own.fill("612 345 678");
	await own.blur();
	await expect(own).toHaveAccessibleDescription("“612 345 678” is not a complete international number.");
	await own.fill("+34 612 345 678\n+351 912 345 678");
	await page.getByLabel("Announce numbers in messages older than the installation").check();
	await page.getByRole("button", { name: "Save" }).click();
	await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
	await page.getByLabel("Failed (days)").fill("-1");
	await page.getByRole("button", { name: "Save" }).click();
	await expect(page.getByLabel("Failed (days)")).toHaveAccessibleDescription("A number from 0 to 3650.");
	await page.getByLabel("Failed (days)").fill("90");
	await page.getByRole("button", { name: "Save" }).click();
	await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
	const reply = await page.evaluate(() => chrome.runtime.sendMessage({ message: "getPreferences" }));
	expect(reply.value.value).toMatchObject({
		detection: { region: "ES", own_numbers: ["+34612345678", "+351912345678"], announce_history: true },
		deliveries: { keep_delivered_days: 30, keep_failed_days: 90 },
	});
	await page.close();
});
