import { checkOrder, setEverything } from "./support/full-settings";
import { withSettings } from "./support/options-page";
import { found } from "./support/replies";
import { customerPath, setStage, test, withScene } from "./support/stage";

const places = [
	"#/overview",
	"#/crm-endpoints",
	"#/webhooks",
	"#/deliveries",
	"#/functions",
	"#/functions/check_order_status",
	"#/functions/:import",
	"#/console",
	"#/history",
	"#/privacy",
];
for (const locale of ["en", "es"])
	test(`shots ${locale}`, async () => {
		test.setTimeout(240_000);
		await withScene({ locale }, async (scene) => {
			const stage = await setStage(scene);
			await setEverything(stage);
			await stage.tool("update_custom_functions", {
				add_function: {
					...checkOrder,
					name: "create_return",
					method: "POST",
					endpoint: "https://myapi.example/returns/{order_id}",
					auth: undefined,
					enabled: false,
				},
			});
			stage.crm.answer(customerPath, found({ name: "Lucia" }));
			for (const place of places)
				await withSettings(stage, place, async (page) => {
					const name = place.slice(2).replace(/\W/g, "_");
					await page.setViewportSize({ width: 1280, height: 900 });
					if (place.endsWith(":import")) {
						await page.locator(".cm-content").click();
						await page.keyboard.insertText(
							JSON.stringify([
								{
									type: "function",
									function: {
										name: "get_stock",
										description: "Stock",
										parameters: { type: "object", properties: {} },
									},
									endpoint: "https://x.example/s",
									method: "GET",
								},
								{ name: "bad name", endpoint: "ftp://x" },
								checkOrder,
							]),
						);
					}
					await page.waitForTimeout(700);
					for (const [variant, colorScheme, size] of [
						["light", "light", 1280],
						["dark", "dark", 1280],
						["narrow", "light", 320],
					] as const) {
						if (locale === "es" && variant === "dark") continue;
						await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
						await page.setViewportSize({ width: size, height: 900 });
						await page.waitForTimeout(200);
						await page.screenshot({ path: `/tmp/shots/${name}-${locale}-${variant}.png`, fullPage: true });
					}
				});
		});
	});
